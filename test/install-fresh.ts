import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The packages that a module made elsewhere stands on, in the order of the arrows. */
const PACKAGES = ['core', 'kit', 'store', 'server', 'testing', 'cli', 'registry']

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** An empty folder outside of the workspace, with our packages installed from the tarballs that would be published. */
export interface FreshFolder {
  readonly folder: string
  run(command: string, args: readonly string[], cwd?: string): Promise<{ readonly code: number | null; readonly output: string }>
  remove(): void
}

/** Packs our packages and installs them, with what a manifest asks for besides, in an empty folder. */
export async function installFresh(manifest: Manifest): Promise<FreshFolder> {
  const base = mkdtempSync(join(tmpdir(), 'linli-third-party-'))
  const folder = join(base, 'project')
  const packed = await run(process.execPath, [join(root, 'scripts', 'pack-fresh.mjs'), join(base, 'tarballs'), ...PACKAGES], root)
  if (packed.code !== 0) throw new Error(`The packages could not be packed:\n${packed.output}`)
  const tarballs = packed.output.split('\n').flatMap((line) => {
    const [name, file] = line.split(' ')
    return name?.startsWith('@linli/') && file?.endsWith('.tgz') ? [[name, `file:${file}`] as const] : []
  })
  const foreign = (all: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('@linli/')))
  mkdirSync(folder)
  const dependencies = { ...foreign(manifest.dependencies), ...foreign(manifest.devDependencies), ...Object.fromEntries(tarballs) }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, private: true, type: 'module', dependencies, devDependencies: {} }, null, 2),
  )
  const overrides = tarballs.map(([name, file]) => `  '${name}': '${file}'`).join('\n')
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), `packages: []\noverrides:\n${overrides}\nallowBuilds:\n  esbuild: true\n`)
  const installed = await run('pnpm', ['install', '--prefer-offline', '--no-frozen-lockfile'], folder)
  if (installed.code !== 0) throw new Error(`The tarballs could not be installed:\n${installed.output}`)
  return {
    folder,
    run: (command, args, cwd = folder) => run(command, args, cwd),
    remove: () => rmSync(base, { recursive: true, force: true }),
  }
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function run(command: string, args: readonly string[], cwd: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const { CI: _ci, LINLI_TEST_PG: _server, LINLI_TEST_STORE: _store, VITEST: _vitest, NODE_ENV: _env, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env: { ...env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.stderr.on('data', (chunk) => (output += String(chunk)))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
