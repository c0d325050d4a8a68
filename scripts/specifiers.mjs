import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import ts from 'typescript'
import { Failure } from './failure.mjs'

const isRelative = (specifier) => specifier.startsWith('./') || specifier.startsWith('../')
const compiled = (specifier) => specifier.replace(/(?<!\.d)\.([mc]?)tsx?$/, '.$1js')

/** What a specifier in a built file may point at: itself, or for declarations the declaration beside it. */
const targets = (path) => [path, path.replace(/\.js$/, '.d.ts')]

function checkTarget(file, specifier, dist) {
  const target = resolve(dirname(file), specifier)
  if (relative(dist, target).startsWith('..')) {
    throw new Failure(
      `${relative(process.cwd(), file)} refers to ${specifier}, which is outside its package. Give the exported value an explicit type that its package exports.`,
    )
  }
  if (!targets(target).some(existsSync)) throw new Failure(`${relative(process.cwd(), file)} refers to ${specifier}, which was not built.`)
}

/**
 * Points the relative imports of a built file at compiled files: `./x.ts` becomes `./x.js`. TypeScript leaves them alone in declarations, esbuild
 * in files that it does not bundle. Only real imports are touched, never text that looks like one.
 */
export function pointAtCompiledFiles(file, dist) {
  const text = readFileSync(file, 'utf8')
  const imports = ts.preProcessFile(text, true, true).importedFiles.filter(({ fileName }) => isRelative(fileName))
  let result = text
  for (const { fileName, pos } of imports.sort((a, b) => b.pos - a.pos)) {
    const start = text.indexOf(fileName, pos)
    result = result.slice(0, start) + compiled(fileName) + result.slice(start + fileName.length)
    checkTarget(file, compiled(fileName), dist)
  }
  if (result !== text) writeFileSync(file, result)
}
