import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { runQuietly } from './child.mjs'
import { explainInstall, Failure } from './failure.mjs'
import { fingerprint } from './fingerprint.mjs'
import { at, root } from './root.mjs'

const stamp = at('node_modules', '.linli-installed')

/** Installs the workspace's dependencies exactly as locked, unless that was done for this lock file already. */
export async function ensureDependencies({ pnpm, env }) {
  const wanted = fingerprint([at('pnpm-lock.yaml'), at('pnpm-workspace.yaml')])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Linli: installing the dependencies …')
  // Without a network pnpm would try each of a thousand packages for minutes.
  const retries = ['--config.fetch-retries=1', '--config.fetch-retry-mintimeout=1000', '--config.fetch-retry-maxtimeout=5000']
  const flags = ['--frozen-lockfile', '--prefer-offline', '--config.confirm-modules-purge=false', '--reporter=append-only']
  const { code, output } = await runQuietly(pnpm, ['install', ...flags, ...retries], { cwd: root, env: { ...env, CI: 'true' } })
  if (code !== 0) {
    console.error(output.trim().split('\n').slice(-30).join('\n'))
    throw new Failure(explainInstall({ zh: '依赖的软件包', en: 'the dependencies' }, output))
  }
  writeFileSync(stamp, wanted)
}
