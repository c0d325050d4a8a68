import { existsSync, globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'tsup'
import { entriesOf } from './packages.mjs'
import { at } from './root.mjs'

const packageName = /^(?!\.|\/|[A-Za-z]:[\\/])/

/** What tsup builds: where a file goes in dist, without its ending, and where it comes from. */
function publicEntries(entry) {
  const name = (output) => output.replace(/^\.\/dist\//, '').replace(/\.js$/, '')
  return entriesOf(entry).flatMap(({ source, output }) => (existsSync(source) ? [[name(output), source]] : []))
}

/** What is looked up in a folder at run time: routes, and what @fastify/autoload registers before them. They stay where they are. */
function lookedUp({ path }) {
  const source = join(path, 'src')
  return globSync(['{routes,plugins,server/routes}/**/*.ts'], { cwd: source }).map((file) => [
    file.replace(/\.ts$/, ''),
    join(source, file),
  ])
}

/** Builds the JavaScript of one package into its dist folder: one file per entry, and chunks that they share. Few files start fast. */
export async function bundlePackage(entry) {
  const dist = join(entry.path, 'dist')
  rmSync(dist, { recursive: true, force: true })
  const sources = [...publicEntries(entry), ...lookedUp(entry)]
  if (sources.length === 0) return
  await build({
    config: false,
    entry: Object.fromEntries(sources),
    outDir: dist,
    format: ['esm'],
    target: 'es2023',
    platform: 'neutral',
    tsconfig: at('tsconfig.base.json'),
    splitting: true,
    external: [packageName],
    dts: false,
    silent: true,
  })
}
