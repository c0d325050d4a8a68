import { PGlite } from '@electric-sql/pglite'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Lays an empty embedded database into a data folder, so that what opens it there finds its cluster made: making one takes the embedded
 * database some six seconds. It is made once on this machine and copied.
 *
 * @param dataDir an existing folder without a database
 * @throws Error where there is one already: it is left as it is
 * @example
 * const dataDir = mkdtempSync(join(tmpdir(), 'my-test-'))
 * await layEmptyDatabase(dataDir)
 * await openStore({ dataDir, … })
 */
export async function layEmptyDatabase(dataDir: string): Promise<void> {
  const database = join(dataDir, 'database')
  if (existsSync(database)) throw new Error(`There is a database in ${dataDir} already. Give the path of a folder without one.`)
  cpSync(await emptyCluster(), database, { recursive: true })
}

async function emptyCluster(): Promise<string> {
  const folder = join(tmpdir(), `linli-empty-cluster-${version()}-${userInfo().uid}`)
  if (existsSync(folder)) return folder
  const made = mkdtempSync(join(tmpdir(), 'linli-cluster-'))
  const database = await PGlite.create({ dataDir: join(made, 'database') })
  await database.close()
  try {
    renameSync(join(made, 'database'), folder)
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error
  }
  rmSync(made, { recursive: true, force: true })
  return folder
}

function version(): string {
  const manifest = join(dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))), '..', 'package.json')
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }).version
}
