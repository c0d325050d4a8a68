import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runMain } from './failure.mjs'
import { at } from './root.mjs'

/** What a browser fetches before it shows the first page of somebody who is signed in, in kilobytes (1000 bytes) after gzip. */
const limits = { admin: 450, portal: 150 }

/** Chunks that are fetched by name and are part of that first page. */
const firstPage = /^signed-in-/

const startTags = /<(?:script|link)\b[^>]*?\b(?:src|href)="(?<path>[^"]+\.(?:js|css))"/g
const staticImports = /(?:\bfrom|\bimport)\s*["']\.\/(?<path>[^"']+\.js)["']/g

const paths = (text, pattern) => [...text.matchAll(pattern)].map(({ groups }) => basename(groups.path))

/** The files that index.html names and the first page, with everything they import statically. */
function firstFiles(assets, html) {
  const waiting = [...paths(html, startTags), ...readdirSync(assets).filter((file) => firstPage.test(file) && file.endsWith('.js'))]
  const found = new Map()
  for (const file of waiting) {
    const path = join(assets, file)
    if (found.has(file) || !existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    found.set(file, text)
    if (file.endsWith('.js')) waiting.push(...paths(text, staticImports))
  }
  return [...found.values()]
}

function firstLoad(app) {
  const html = readFileSync(at('apps', app, 'dist', 'index.html'), 'utf8')
  const files = firstFiles(at('apps', app, 'dist', 'assets'), html)
  return [html, ...files].reduce((sum, content) => sum + gzipSync(content).length, 0) / 1000
}

await runMain(async () => {
  const built = Object.keys(limits).filter((app) => existsSync(at('apps', app, 'dist', 'index.html')))
  const sizes = built.map((app) => ({ app, kilobytes: firstLoad(app) }))
  for (const { app, kilobytes } of sizes) console.log(`First load of apps/${app}: ${kilobytes.toFixed(1)} kB gzip, limit ${limits[app]} kB`)
  return sizes.some(({ app, kilobytes }) => kilobytes > limits[app]) ? 1 : 0
})
