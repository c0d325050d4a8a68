import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isAbsolute, join, resolve } from 'node:path'
import type { Street } from '@linli/kit'
import type { Plugin } from 'vite'

const NAME = 'virtual:linli/modules'
const RESOLVED = `\0${NAME}`

/** Entries of a module that a browser can load. */
export type BrowserHalf = 'admin' | 'portal'

export interface LinliStreetOptions {
  /**
   * Which halves of the modules the app needs.
   * @default ['admin', 'portal']
   */
  readonly halves?: readonly BrowserHalf[]
}

/**
 * Gives the app `virtual:linli/modules`: how to fetch each module of the street, as one lazy chunk a module.
 * The street's configuration is the only list of modules there is; it is read in Node when Vite starts.
 *
 * @param street a file (relative to Vite's root) or a package, whose default or named export is made by `defineStreet()`.
 *
 * @example
 * export default defineConfig({ plugins: [react(), linliStreet('@example/my-street')] })
 */
export function linliStreet(street: string, options: LinliStreetOptions = {}): Plugin {
  const { halves = ['admin', 'portal'] } = options
  let file = ''
  return {
    name: 'linli-street',
    configResolved({ root }) {
      file = streetFile(street, root)
    },
    async resolveId(id, importer) {
      if (id === NAME) return RESOLVED
      if (importer !== RESOLVED) return null
      // A module is a dependency of the street, and only sometimes of the app.
      return (await this.resolve(id, file, { skipSelf: true })) ?? this.resolve(id, undefined, { skipSelf: true })
    },
    load(id) {
      if (id !== RESOLVED) return null
      return moduleList(readStreet(file), halves)
    },
  }
}

/** The text of the virtual module. */
export function moduleList(street: Pick<Street, 'modules'>, halves: readonly BrowserHalf[]): string {
  const lines = street.modules.map(({ plugin }) => {
    const entries = halves
      .filter((half) => plugin.entries.includes(half))
      .map((half) => `${half}: () => import(${quoted(`${plugin.package}/${half}`)})`)
    return `  ${quoted(plugin.id)}: { ${[`manifest: () => import(${quoted(plugin.package)})`, ...entries].join(', ')} },`
  })
  return `export default {\n${lines.join('\n')}\n}\n`
}

function streetFile(street: string, root: string): string {
  if (street.startsWith('.') || isAbsolute(street)) {
    const file = resolve(root, street)
    if (!existsSync(file))
      throw new Error(`linliStreet: there is no file ${file}. Give the path of the street's configuration, relative to ${root}.`)
    return file
  }
  try {
    return createRequire(join(root, 'package.json')).resolve(street)
  } catch {
    throw new Error(`linliStreet: the package "${street}" cannot be found from ${root}. Add it to the app's dependencies.`)
  }
}

/** By `require`, which loads modules as well: Vite evaluates its own configuration, and `import()` in it, in a runner that is closed by now. */
function readStreet(file: string): Street {
  const exported = createRequire(file)(file) as Readonly<Record<string, unknown>>
  const street = Object.values(exported).find(isStreet)
  if (!street) throw new Error(`linliStreet: ${file} exports no street. Export the result of defineStreet().`)
  return street
}

function isStreet(value: unknown): value is Street {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'street'
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
