import { cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child.mjs'
import { Failure } from './failure.mjs'
import { at } from './root.mjs'
import { pointAtCompiledFiles } from './specifiers.mjs'

const workFolder = at('.tools', 'declarations')

/**
 * Writes the declarations of packages into their dist folders, all of them from one program: that takes about as long as one package alone.
 * Types are not checked here but by the check of that name.
 */
export async function writeDeclarations(packages) {
  rmSync(workFolder, { recursive: true, force: true })
  mkdirSync(workFolder, { recursive: true })
  const config = join(workFolder, 'tsconfig.json')
  const compilerOptions = {
    emitDeclarationOnly: true,
    noCheck: true,
    rootDir: at(),
    outDir: join(workFolder, 'out'),
    types: ['node'],
    typeRoots: [at('node_modules', '@types')],
  }
  const include = packages.map(({ path }) => join(path, 'src'))
  writeFileSync(config, JSON.stringify({ extends: at('tsconfig.base.json'), compilerOptions, include }))
  const { code, output } = await runQuietly(process.execPath, [at('node_modules', 'typescript7', 'bin', 'tsc'), '-p', config])
  if (code !== 0) throw new Failure(`The declarations could not be written:\n${output.trim()}`)
  for (const { path, folder } of packages) {
    const written = join(workFolder, 'out', folder, 'src')
    const dist = join(path, 'dist')
    if (existsSync(written)) cpSync(written, dist, { recursive: true })
    for (const file of globSync('**/*.d.ts', { cwd: dist })) pointAtCompiledFiles(join(dist, file), dist)
  }
}
