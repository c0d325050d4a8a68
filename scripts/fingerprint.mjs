import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from './root.mjs'

const leftOut = new Set(['node_modules', 'dist', 'test', 'coverage'])

function* filesIn(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) return void (yield path)
  for (const name of readdirSync(path).sort()) {
    if (!leftOut.has(name) && !name.startsWith('.')) yield* filesIn(join(path, name))
  }
}

/** One hash over the names and contents of files and folders; tests, builds and installed packages do not count. */
export function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesIn(path))
      hash.update(relative(root, file).split(sep).join('/')).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
