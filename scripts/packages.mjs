import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { at, root } from './root.mjs'

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

const foldersIn = (path) => (existsSync(path) ? readdirSync(path).sort() : []).map((name) => join(path, name))

function readPackage(path) {
  const manifest = readJson(join(path, 'package.json'))
  const folder = relative(root, path).split(sep).join('/')
  return { name: manifest.name, path, folder, manifest }
}

const packagesBelow = (...folders) =>
  folders
    .flatMap(foldersIn)
    .filter((path) => existsSync(join(path, 'package.json')))
    .map(readPackage)

/** Every package that is published: those below packages/ that are not private. */
export function publishablePackages() {
  return packagesBelow(at('packages'), at('packages', 'plugins')).filter((entry) => !entry.manifest.private)
}

/** The packages whose name or folder ends with one of the given words; all of them when none is given. */
export function selectPackages(words) {
  return called(publishablePackages(), words)
}

/** The same among the packages, apps and examples with a script `bench`. */
export function measuredPackages(words) {
  const all = packagesBelow(at('packages'), at('packages', 'plugins'), at('apps'), at('examples'))
  return called(
    all.filter(({ manifest }) => manifest.scripts?.bench),
    words,
  )
}

function called(all, words) {
  const fits = (entry) => words.some((word) => entry.name === word || entry.folder === word || entry.folder.endsWith(`/${word}`))
  return words.length === 0 ? all : all.filter(fits)
}

/** The entries of a package: its source file and the file that consumers get. */
export function entriesOf({ path, manifest }) {
  return Object.entries(manifest.publishConfig?.exports ?? {}).flatMap(([subpath, target]) => {
    const source = manifest.exports[subpath]
    if (typeof target === 'string' || typeof source !== 'string' || !/\.tsx?$/.test(source)) return []
    return [{ subpath, source: join(path, source), output: target.default }]
  })
}
