import { existsSync } from 'node:fs'
import { bundlePackage } from './bundle.mjs'
import { writeDeclarations } from './declarations.mjs'
import { Failure, runMain } from './failure.mjs'
import { entriesOf, selectPackages } from './packages.mjs'

/** Entries that package.json promises but whose source does not exist. */
const missingEntries = (entry) => entriesOf(entry).filter(({ source }) => !existsSync(source))

await runMain(async () => {
  const packages = selectPackages(process.argv.slice(2))
  for (const entry of packages) await bundlePackage(entry)
  await writeDeclarations(packages)
  const promised = packages.flatMap((entry) =>
    missingEntries(entry).map(({ subpath }) => `${entry.name} promises ${subpath}, but its source is missing.`),
  )
  if (promised.length > 0) throw new Failure(promised.join('\n'))
  console.log(`Built ${packages.length} packages.`)
})
