import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { runMain } from './failure.mjs'
import { at } from './root.mjs'

/** What a browser may fetch before it can show the first page, in kilobytes (1000 bytes) after gzip. */
const limits = { admin: 450, portal: 150 }

const startTags = /<(?:script|link)\b[^>]*?\b(?:src|href)="(?<path>[^"]+\.(?:js|css))"/g

/** Everything index.html names: the entry, what it imports statically (Vite writes it there) and the styles. */
function firstLoad(app) {
  const dist = at('apps', app, 'dist')
  const html = readFileSync(at('apps', app, 'dist', 'index.html'), 'utf8')
  const files = [...html.matchAll(startTags)].map((match) => readFileSync(`${dist}/${match.groups.path.replace(/^.*?(?=assets\/)/, '')}`))
  return [html, ...files].reduce((sum, content) => sum + gzipSync(content).length, 0) / 1000
}

await runMain(async () => {
  const built = Object.keys(limits).filter((app) => existsSync(at('apps', app, 'dist', 'index.html')))
  const sizes = built.map((app) => ({ app, kilobytes: firstLoad(app) }))
  for (const { app, kilobytes } of sizes) console.log(`First load of apps/${app}: ${kilobytes.toFixed(1)} kB gzip, limit ${limits[app]} kB`)
  return sizes.some(({ app, kilobytes }) => kilobytes > limits[app]) ? 1 : 0
})
