import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { layEmptyDatabase } from '../../packages/testing/src/street/empty-database.ts'
import { fingerprint } from '../../scripts/fingerprint.mjs'
import { at } from '../../scripts/root.mjs'

/** A street office that runs: the real server with its pages, on a data folder of its own. */
export interface Office {
  readonly url: string
  /** What the server complained about; nothing is expected. */
  readonly complaints: readonly string[]
  readonly end: () => Promise<void>
}

/** Starts the server on a copy of the seeded data. */
export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-e2e-'))
  cpSync(await seededData(), folder, { recursive: true })
  const { url, complaints, end } = await startServer(folder)
  return {
    url,
    complaints,
    end: async () => {
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The data of the demo street, seeded once per day and state of the sources, while other files of tests wait: its history ends today. */
async function seededData(): Promise<string> {
  const sources = fingerprint([at('packages'), at('examples', 'baiyun-street'), at('pnpm-lock.yaml')]).slice(0, 16)
  const home = at('.tools', 'demo-data')
  const seeded = join(home, `${new Date().toISOString().slice(0, 10)}-${sources}`)
  mkdirSync(home, { recursive: true })
  const release = await lock(join(home, 'seeding'))
  try {
    if (existsSync(seeded)) return seeded
    for (const old of readdirSync(home)) if (old !== 'seeding') rmSync(join(home, old), { recursive: true, force: true })
    const fresh = mkdtempSync(join(home, 'fresh-'))
    await layEmptyDatabase(fresh)
    const server = await startServer(fresh)
    await server.end()
    renameSync(fresh, seeded)
    return seeded
  } finally {
    release()
  }
}

/** Waits until no living process holds the file, and holds it. */
async function lock(file: string): Promise<() => void> {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!isHeld(file)) rmSync(file, { force: true })
      await pause(200)
    }
  }
}

function isHeld(file: string): boolean {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0)
  } catch {
    return false
  }
}

async function startServer(data: string): Promise<Office> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', at('apps', 'server', 'src', 'main.ts')], {
    cwd: at(),
    // The query makes the module of the street and the one of its demo (`…/demo`) the same file.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LINLI_DATA: data,
      PORT: '0',
      LINLI_STREET: `${new URL('street.ts', import.meta.url).href}?`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line))
  return {
    url: await readyUrl(child, complaints),
    complaints,
    end: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function readyUrl(child: ChildProcess, complaints: readonly string[]): Promise<string> {
  const { stdout } = child
  if (!stdout) throw new Error('the server has no output')
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const url = /^Linli ready: (\S+)/.exec(line)?.[1]
      if (url) resolve(url.replace(/\/$/, ''))
    })
    child.once('exit', (code, signal) => reject(new Error(`the server ended with ${String(code ?? signal)}: ${complaints.join('\n')}`)))
  })
}
