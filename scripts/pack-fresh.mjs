import { existsSync, globSync, mkdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundlePackage } from './bundle.mjs'
import { writeDeclarations } from './declarations.mjs'
import { Failure, runMain } from './failure.mjs'
import { selectPackages } from './packages.mjs'
import { pack } from './tarballs.mjs'

const changedAt = (path) => statSync(path).mtimeMs
const newest = (folder) => Math.max(0, ...globSync('**/*.*', { cwd: folder }).map((file) => changedAt(join(folder, file))))

/** Whether a package has no build, or sources that are newer than it. */
const isStale = ({ path }) => !existsSync(join(path, 'dist', 'index.d.ts')) || newest(join(path, 'src')) > changedAt(join(path, 'dist'))

/** Builds those of the named packages whose sources have changed, and packs all of them as they would be published. */
await runMain(async () => {
  const [folder, ...words] = process.argv.slice(2)
  if (!folder || words.length === 0) throw new Failure('Usage: node scripts/pack-fresh.mjs <folder> <package> …')
  const packages = selectPackages(words)
  const stale = packages.filter(isStale)
  for (const entry of stale) await bundlePackage(entry)
  if (stale.length > 0) await writeDeclarations(stale)
  mkdirSync(folder, { recursive: true })
  for (const entry of packages) {
    const { name, tarball } = await pack(entry, resolve(folder))
    console.log(`${name} ${tarball}`)
  }
})
