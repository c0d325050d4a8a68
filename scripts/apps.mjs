import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { runQuietly } from './child.mjs'
import { Failure } from './failure.mjs'
import { fingerprint } from './fingerprint.mjs'
import { at } from './root.mjs'

const browserApps = ['admin', 'portal']

/** Everything that can end up in a browser bundle. */
const sourcesOf = (app) => [
  at('packages'),
  at('examples', 'baiyun-street'),
  at('apps', app),
  at('pnpm-lock.yaml'),
  at('tsconfig.base.json'),
]

/** Built as they are shipped, also where a test runner asks: what is looked at is what a street gets. */
async function ensureApp(app, toolchain) {
  const { node } = toolchain
  const env = { ...toolchain.env, NODE_ENV: 'production' }
  const folder = at('apps', app)
  if (!existsSync(at('apps', app, 'index.html'))) return
  const stamp = at('.tools', 'built', app)
  const wanted = fingerprint(sourcesOf(app))
  const isFresh = existsSync(at('apps', app, 'dist', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isFresh) return
  console.error(`Linli: building apps/${app} …`)
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await runQuietly(node, [vite, 'build', '--configLoader', 'runner'], { cwd: folder, env })
  if (code !== 0) {
    console.error(output.trim())
    throw new Failure(`页面程序 apps/${app} 构建失败，原因见上。Building apps/${app} failed; the reason is printed above.`)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Builds the browser apps whose sources changed since their last build. */
export async function ensureApps(toolchain) {
  for (const app of browserApps) await ensureApp(app, toolchain)
}
