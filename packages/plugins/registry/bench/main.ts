import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { ledger } from './ledger.ts'

// A residents' ledger as .xlsx, uploaded, previewed and confirmed by HTTP as the pages do it, on an empty office, on Linux:
// `pnpm bench registry`, with other numbers of rows `pnpm bench registry --rows=1000,2000`. With `--heap=128` the office may keep 128 MB of objects
// and no more: what it holds of a file then cannot grow with it.
const ROWS = (process.argv.find((word) => word.startsWith('--rows='))?.slice(7) ?? '1000,10000,30000').split(',').map(Number)
const HEAP = process.argv.find((word) => word.startsWith('--heap='))?.slice(7)
const GOAL = { rows: 10_000, seconds: 20 }

const databaseUrl = process.env.LINLI_TEST_PG
let missed = false
console.log(`${cpus()[0]?.model ?? ''} × ${cpus().length}, Node ${process.version}`)
for (const rows of ROWS) {
  const file = await ledger(rows)
  await measure('embedded', rows, file)
  if (databaseUrl) await onServer(databaseUrl, (url) => measure('PostgreSQL', rows, file, url))
}
process.exitCode = missed ? 1 : 0

async function onServer(server: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  const pool = new pg.Pool({ connectionString: server, max: 1 })
  await pool.query(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  try {
    await work(url.href)
  } finally {
    await pool.query(`drop database ${name} with (force)`)
    await pool.end()
  }
}

async function measure(store: string, rows: number, file: Buffer, url?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const child = fork(join(import.meta.dirname, 'office.ts'), url ? [folder, url] : [folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: HEAP ? [`--max-old-space-size=${HEAP}`] : [],
  })
  try {
    const { address } = (await told(child)) as { readonly address: string }
    const office = await signIn(address)
    const before = memory(child)
    const first = await load(office, file)
    const after = memory(child)
    const again = await load(office, file)
    const seconds = first.preview + first.apply
    const isMissed = rows === GOAL.rows && seconds > GOAL.seconds
    missed ||= isMissed
    console.log(
      `${isMissed ? 'MISSED  ' : ''}${store}, ${rows} rows: ${seconds.toFixed(1)} s (preview ${first.preview.toFixed(1)}, confirm ${first.apply.toFixed(1)}; ` +
        `the same file again ${(again.preview + again.apply).toFixed(1)}); memory ${before.now} MB before, ${after.most} MB at most; processor ${(after.cpu - before.cpu).toFixed(1)} s; ${first.message}`,
    )
    child.send('end')
    await once(child, 'exit')
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

function told(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The office ended with ${code}`)))
  })
}

/** Megabytes and processor seconds of a process, as Linux counts them; the most is counted anew from here. */
function memory({ pid = 0 }: ChildProcess): { readonly now: number; readonly most: number; readonly cpu: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string): number => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024)
  const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return { now: of('VmRSS'), most: of('VmHWM'), cpu: (Number(ticks[11]) + Number(ticks[12])) / 100 }
}

type Office = <T>(path: string, init?: RequestInit) => Promise<T>

async function signIn(address: string): Promise<Office> {
  const origin = { origin: address }
  const response = await fetch(`${address}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...origin },
    body: JSON.stringify({ username: 'bench', password: 'Linli-bench-1' }),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(`${address}/api${path}`, {
      ...init,
      headers: { ...origin, cookie, ...(init.headers as Record<string, string>) },
    })
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
}

interface Loaded {
  readonly preview: number
  readonly apply: number
  readonly message: string | null
}

async function load(office: Office, file: Buffer): Promise<Loaded> {
  const start = performance.now()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(file)]), '居民台账.xlsx')
  let upload = await office<{ readonly id: string; readonly state: string }>('/registry/imports/residents', { method: 'POST', body: form })
  while (upload.state === 'reading') {
    await pause(50)
    upload = await office(`/platform/imports/${upload.id}`)
  }
  if (upload.state !== 'preview') throw new Error(`The upload is ${upload.state}`)
  const previewed = performance.now()
  const { jobId } = await office<{ readonly jobId: string }>(`/platform/imports/${upload.id}/apply`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rows: 'good' }),
  })
  for (;;) {
    const job = await office<{ readonly state: string; readonly message: string | null }>(`/platform/jobs/${jobId}`)
    if (job.state === 'failed') throw new Error(job.message ?? 'The import failed')
    if (job.state === 'done')
      return { preview: (previewed - start) / 1000, apply: (performance.now() - previewed) / 1000, message: job.message }
    await pause(50)
  }
}
