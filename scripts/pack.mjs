import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { Failure, runMain } from './failure.mjs'
import { packInto, unbuiltPackages } from './tarballs.mjs'

await runMain(async () => {
  const folder = process.argv[2]
  if (!folder)
    throw new Failure('Usage: node scripts/pack.mjs <folder>   packs every publishable package (after `pnpm build`) into the folder')
  const unbuilt = unbuiltPackages()
  if (unbuilt.length > 0) throw new Failure(`Run pnpm build first: ${unbuilt.join(', ')} have no build to pack.`)
  mkdirSync(folder, { recursive: true })
  for (const { name, tarball } of await packInto(resolve(folder))) console.log(`${name} ${tarball}`)
})
