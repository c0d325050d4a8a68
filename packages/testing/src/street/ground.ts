import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { PRESET_ROLES } from '@linli/kit/platform'
import { Client } from 'pg'
import { layEmptyDatabase } from './empty-database.ts'
import type { TestModule } from './test-module.ts'

/** Where a test street keeps its data. */
export interface Ground {
  readonly dataDir: string
  readonly databaseUrl?: string
  destroy(): Promise<void>
}

/** Opens a street on a ground and lets it go again, so that what it leaves behind can be copied. */
export type Prepare = (ground: Pick<Ground, 'dataDir' | 'databaseUrl'>) => Promise<void>

const PREFIX = 'linli-test-street-'
const STALE_MS = 3 * 24 * 3600 * 1000

/** What the tables and roles of a test street follow from; with it a prepared street is found again. */
export function fingerprintOf(modules: readonly TestModule[]): string {
  const said = modules.map(({ plugin, server }) => [plugin.id, plugin.grants, server.migrations])
  const hash = createHash('sha256')
    .update(JSON.stringify([PRESET_ROLES, said]))
    .digest('hex')
  return hash.slice(0, 16)
}

/** A copy of an embedded database that was prepared once for these modules on this machine. */
export async function embeddedGround(fingerprint: string, prepare: Prepare): Promise<Ground> {
  const template = join(tmpdir(), `${PREFIX}${userInfo().uid}-${fingerprint}`)
  if (!existsSync(template)) await makeTemplate(template, prepare)
  const dataDir = ownFolder()
  try {
    cpSync(template, dataDir, { recursive: true })
  } catch {
    // Another process has just replaced the template: this street is prepared from the start.
    rmSync(dataDir, { recursive: true, force: true })
    return folderGround(ownFolder())
  }
  return folderGround(dataDir)
}

/** Forgets a prepared street whose migrations were edited since. */
export async function remakeTemplate(fingerprint: string, prepare: Prepare): Promise<void> {
  const template = join(tmpdir(), `${PREFIX}${userInfo().uid}-${fingerprint}`)
  if (existsSync(template)) {
    const old = ownFolder()
    renameSync(template, join(old, 'old'))
    rmSync(old, { recursive: true, force: true })
  }
  await makeTemplate(template, prepare)
}

async function makeTemplate(template: string, prepare: Prepare): Promise<void> {
  removeStale()
  const made = ownFolder()
  await layEmptyDatabase(made)
  await prepare({ dataDir: made })
  try {
    renameSync(made, template)
  } catch (error) {
    if (!existsSync(template)) throw error
    rmSync(made, { recursive: true, force: true })
  }
}

function removeStale(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const path = join(tmpdir(), name)
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > STALE_MS)
      rmSync(path, { recursive: true, force: true })
  }
}

const folders = new Set<string>()

function ownFolder(): string {
  if (folders.size === 0)
    process.once('exit', () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    })
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'))
  folders.add(folder)
  return folder
}

function folderGround(dataDir: string): Ground {
  return {
    dataDir,
    destroy: () => {
      rmSync(dataDir, { recursive: true, force: true })
      folders.delete(dataDir)
      return Promise.resolve()
    },
  }
}

/** A database of its own on a server, copied from one that was prepared once. */
export async function postgresGround(server: string, fingerprint: string, prepare: Prepare): Promise<Ground> {
  const template = `linli_test_template_${fingerprint}`
  const name = `linli_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rows.length === 0) {
      const draft = `${name}_draft`
      await client.query(`create database ${draft} template template0 encoding 'UTF8'`)
      const dataDir = ownFolder()
      await prepare({ dataDir, databaseUrl: databaseOf(server, draft) })
      rmSync(dataDir, { recursive: true, force: true })
      await client.query(`alter database ${draft} rename to ${template}`)
    }
    await client.query(`create database ${name} template ${template}`)
  })
  const dataDir = ownFolder()
  return {
    dataDir,
    databaseUrl: databaseOf(server, name),
    destroy: async () => {
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
      await folderGround(dataDir).destroy()
    },
  }
}

/** Forgets a prepared database whose migrations were edited since. */
export async function dropTemplate(server: string, fingerprint: string): Promise<void> {
  await onServer(server, (client) => client.query(`drop database if exists linli_test_template_${fingerprint}`))
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
