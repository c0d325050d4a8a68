import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { entriesOf, publishablePackages } from './scripts/packages.mjs'
import { root } from './scripts/root.mjs'

/** The code of an entry alone, as a bundler would take it; other packages come once into an application and are not counted here. */
const ownCode = (config) => ({ ...config, external: /^(?!\.|\/|[A-Za-z]:)/, platform: 'neutral' })

/** kB after gzip, by package or by entry of a module. */
const coreLimits = { '.': '60 kB', './services': '25 kB', './presets': '15 kB' }
const limits = { '@linli/core': coreLimits, '@linli/kit': { '.': '25 kB' } }
/**
 * A module's definition is its first chunk in the browser, which may be 40 kB. `./admin` is that chunk with every page and panel behind it,
 * though a browser fetches each of those by itself when it is opened.
 */
const moduleLimits = { '.': '40 kB', './admin': '56 kB', './portal': '40 kB' }

function limitOf({ name, folder }, subpath) {
  if (folder.startsWith('packages/plugins/')) return moduleLimits[subpath]
  return limits[name]?.[subpath]
}

export default publishablePackages().flatMap((entry) =>
  entriesOf(entry).flatMap(({ subpath, output }) => {
    const limit = limitOf(entry, subpath)
    const path = relative(root, join(entry.path, output))
    if (!limit || !existsSync(join(root, path))) return []
    return [{ name: join(entry.name, subpath), path, limit, gzip: true, modifyRolldownConfig: ownCode }]
  }),
)
