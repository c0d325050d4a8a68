import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

// From the start of the process to its first answer, with every module of the demo street on a database that is there already, and the memory when
// nothing has been asked for a while: `pnpm bench apps/server`, on Linux.
const STARTS = 5
const REST_SECONDS = 20
const GOALS = { embedded: { seconds: 3, megabytes: undefined }, PostgreSQL: { seconds: 1, megabytes: 200 } }

interface Started {
  readonly child: ChildProcess
  readonly seconds: number
}

let isMissed = false
console.log(`${cpus()[0]?.model ?? ''} × ${cpus().length}, Node ${process.version}`)
await measure('embedded')
if (process.env.LINLI_TEST_PG) await measure('PostgreSQL', process.env.LINLI_TEST_PG)
process.exitCode = isMissed ? 1 : 0

async function measure(store: keyof typeof GOALS, databaseUrl?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const goal = GOALS[store]
  try {
    await end(await start(folder, databaseUrl))
    const times: number[] = []
    let megabytes = 0
    for (let count = 1; count <= STARTS; count += 1) {
      const started = await start(folder, databaseUrl)
      times.push(started.seconds)
      if (count === STARTS) {
        await pause(REST_SECONDS * 1000)
        megabytes = memory(started.child)
      }
      await end(started)
    }
    const middle = times.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0
    told(`${store}: to the first answer ${middle.toFixed(2)} s (${times.map((time) => time.toFixed(2)).join(' ')})`, middle, goal.seconds)
    told(`${store}: memory at rest ${megabytes} MB`, megabytes, goal.megabytes)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function told(what: string, value: number, goal: number | undefined): void {
  if (goal === undefined) return console.log(`        ${what}`)
  isMissed ||= value > goal
  console.log(`${value <= goal ? 'reached' : 'MISSED '} ${what}, goal ${goal}`)
}

async function start(folder: string, databaseUrl: string | undefined): Promise<Started> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LINLI_DATA: folder,
      LINLI_DEMO: '0',
      PORT: '0',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Linli ready: (\S+)/.exec(line)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
  })
  const answer = await fetch(new URL('/api/health', url))
  await answer.text()
  if (!answer.ok) throw new Error(`The first answer was ${answer.status}`)
  return { child, seconds: (performance.now() - began) / 1000 }
}

async function end({ child }: Started): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function memory({ pid = 0 }: ChildProcess): number {
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
}
