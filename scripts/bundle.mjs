import { copyFileSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'tsup'
import { entriesOf } from './packages.mjs'
import { at } from './root.mjs'
import { pointAtCompiledFiles } from './specifiers.mjs'

const packageName = /^(?!\.|\/|[A-Za-z]:[\\/])/

/** What tsup builds: where a file goes in dist, without its ending, and where it comes from. */
function publicEntries(entry) {
  const name = (output) => output.replace(/^\.\/dist\//, '').replace(/\.js$/, '')
  return entriesOf(entry).flatMap(({ source, output }) => (existsSync(source) ? [[name(output), source]] : []))
}

function everyFile({ path }) {
  const files = globSync('**/*.{ts,tsx}', { cwd: join(path, 'src') }).filter((file) => !file.endsWith('.d.ts'))
  return files.map((file) => [file.replace(/\.tsx?$/, ''), join(path, 'src', file)])
}

function copyOtherFiles({ path }) {
  for (const file of globSync('**/*.*', { cwd: join(path, 'src') })) {
    if (/\.tsx?$/.test(file)) continue
    mkdirSync(dirname(join(path, 'dist', file)), { recursive: true })
    copyFileSync(join(path, 'src', file), join(path, 'dist', file))
  }
}

/**
 * Builds the JavaScript of one package into its dist folder. Most packages become one file per entry with shared chunks. Where files are looked
 * up at run time (folders of routes that are loaded by name), each source file keeps its own output file.
 */
export async function bundlePackage(entry) {
  const { path, keepsFiles } = entry
  const dist = join(path, 'dist')
  rmSync(dist, { recursive: true, force: true })
  const sources = keepsFiles ? everyFile(entry) : publicEntries(entry)
  if (sources.length === 0) return
  await build({
    config: false,
    entry: Object.fromEntries(sources),
    outDir: dist,
    format: ['esm'],
    target: 'es2023',
    platform: 'neutral',
    tsconfig: at('tsconfig.base.json'),
    bundle: !keepsFiles,
    splitting: !keepsFiles,
    external: [packageName],
    dts: false,
    silent: true,
  })
  if (!keepsFiles) return
  copyOtherFiles(entry)
  for (const file of globSync('**/*.js', { cwd: dist })) pointAtCompiledFiles(join(dist, file), dist)
}
