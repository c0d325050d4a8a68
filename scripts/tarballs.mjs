import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child.mjs'
import { Failure } from './failure.mjs'
import { publishablePackages } from './packages.mjs'

/** The name pnpm gives to a package's tarball. */
const tarballName = ({ name, version }) => `${name.replace('@', '').replace('/', '-')}-${version}.tgz`

/** Packs a built package, exactly as it would be published, into a folder. */
export async function pack(entry, folder) {
  const { code, output } = await runQuietly('pnpm', ['pack', '--pack-destination', folder], { cwd: entry.path })
  if (code !== 0) throw new Failure(`${entry.name} could not be packed:\n${output.trim()}`)
  return { ...entry, tarball: join(folder, tarballName(entry.manifest)) }
}

const isBuilt = (entry) => existsSync(join(entry.path, 'dist'))

/** The names of the publishable packages that have no build to pack. */
export const unbuiltPackages = () =>
  publishablePackages()
    .filter((entry) => !isBuilt(entry))
    .map(({ name }) => name)

/** Packs every built package, exactly as it would be published, into a folder. Resolves to the packages with their tarballs. */
export async function packInto(folder) {
  const packed = []
  for (const entry of publishablePackages().filter(isBuilt)) packed.push(await pack(entry, folder))
  return packed
}
