import { copyFileSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'tsup'
import { entriesOf } from './packages.mjs'
import { at } from './root.mjs'
import { pointAtCompiledFiles } from './specifiers.mjs'

const isSource = (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')

/** Named entries for tsup: where a file goes in dist, without its ending, and where it comes from. */
function bundledEntries(entry) {
  return Object.fromEntries(
    entriesOf(entry).map(({ source, output }) => [output.replace(/^\.\/dist\//, '').replace(/\.js$/, ''), relative(entry.path, source)]),
  )
}

const separateEntries = ({ path }) => globSync('src/**/*.{ts,tsx}', { cwd: path }).filter(isSource)

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
  if (!existsSync(join(path, 'src'))) return
  const sources = keepsFiles ? separateEntries(entry) : bundledEntries(entry)
  if (Object.keys(sources).length === 0) return
  const home = process.cwd()
  process.chdir(path)
  try {
    await build({
      config: false,
      entry: sources,
      outDir: 'dist',
      format: ['esm'],
      target: 'es2023',
      platform: 'neutral',
      tsconfig: at('tsconfig.base.json'),
      bundle: !keepsFiles,
      splitting: !keepsFiles,
      external: [/^[^./]/],
      dts: false,
      silent: true,
    })
  } finally {
    process.chdir(home)
  }
  if (!keepsFiles) return
  copyOtherFiles(entry)
  for (const file of globSync('**/*.js', { cwd: dist })) pointAtCompiledFiles(join(dist, file), dist)
}
