import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { expect, it } from 'vitest'

const SERVER_SIDE =
  /^(node:|fastify($|\/)|@fastify\/|kysely($|\/)|pg($|\/)|pg-boss|@electric-sql\/|better-auth|@linli\/(store|server|testing|cli)($|\/)|@linli\/[^/]+\/server$)/
/** What nobody doubts to run in a browser; following it takes nine tenths of the time. */
const BROWSER_SIDE =
  /^(react|react-dom|react-router|react-router-dom|react-admin|antd-mobile|antd-mobile-icons|leaflet|zod)($|\/)|^(@mui|@emotion|@tanstack)\/|^ra-/
const BUILTIN: ReadonlySet<string> = new Set(builtinModules)

/** What the browser loads of a module drags no server code along. */
export function browserTests(root: string): void {
  const { exports = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly exports?: Record<string, unknown> }
  for (const entry of ['.', './admin', './portal'] as const) {
    const file = entryFile(exports[entry])
    if (file === undefined) continue
    it(`can load "${entry}" in a browser`, async () => {
      const leaks = await leaksOf(join(root, file))
      expect(leaks).toEqual([])
    }, 120_000)
  }
}

function entryFile(target: unknown): string | undefined {
  if (typeof target === 'string') return target
  return typeof target === 'object' && target !== null && 'default' in target ? entryFile(target.default) : undefined
}

async function leaksOf(file: string): Promise<readonly string[]> {
  const leaks: string[] = []
  const watch: Plugin = {
    name: 'server-code',
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined
        if (BROWSER_SIDE.test(path)) return { path, external: true }
        if (!SERVER_SIDE.test(path) && !BUILTIN.has(path)) return undefined
        leaks.push(`${path} is imported by ${importer.replace(/^.*\/node_modules\//, '')}`)
        return { path, external: true }
      })
    },
  }
  await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'silent',
    outdir: 'unwritten',
    loader: Object.fromEntries(['.css', '.woff', '.woff2', '.svg', '.png', '.jpg'].map((ending) => [ending, 'empty' as const])),
    plugins: [watch],
  })
  return [...new Set(leaks)]
}
