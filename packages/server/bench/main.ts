import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { fillSql, LARGE, pinyinOf, SMALL } from './people.ts'

// Ours against a hand-written Fastify + Kysely + zod route for the same answer on the same PostgreSQL, in turn, in one run.
// `pnpm bench server` (200,000 people); `pnpm bench server --large` fills up to 2,000,000, which takes minutes, and compares the list with 20,000.
const ROUNDS = 3
const SECONDS = 5
const PEOPLE = 200_000

const GROWTH = { from: 20_000, to: 2_000_000, most: 1.5 }

interface Serving {
  readonly address: string
  readonly child: ChildProcess
}

const databaseUrl = process.env.LINLI_TEST_PG
if (!databaseUrl) throw new Error('LINLI_TEST_PG names no server; run this through scripts/with-postgres.mjs')
const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
const isLarge = process.argv.includes('--large')
let isMissed = false

await ended(await serve('ours'))
const again = await serve('ours')
const plain = await serve('plain')
const headers = await signedIn(again.address, 'bench')
console.log(`${cpus()[0]?.model ?? ''} × ${cpus().length}, Node ${process.version}, ${PEOPLE} people`)

const filter = encodeURIComponent(JSON.stringify({ sex: 'female', communityId: LARGE }))
const list = (total: string): string =>
  `/api/bench/people?filter=${filter}&sort=${encodeURIComponent('["name","ASC"]')}&range=[0,24]&total=${total}`
const id = `00000000-0000-0000-0000-${(77_777).toString(16).padStart(12, '0')}`
const body = JSON.stringify({ name: '测速居民', sex: 'female', birthDate: '1950-05-05', address: '前程路 1 号', communityId: LARGE })

await fill(1, GROWTH.from)
const director = await signedIn(again.address, 'director')
const few = isLarge ? await lists(GROWTH.from) : []
await fill(GROWTH.from + 1, PEOPLE)
await compare('list of 25, exact total', 0.7, list('exact'), '/people?sex=female&offset=0&total=exact')
await compare('list of 25, bounded total (plain: exact)', 1.5, list('bounded'), '/people?sex=female&offset=0&total=exact')
await compare('list of 25, without total', 0.6, list('none'), '/people?sex=female&offset=0&total=none')
await compare('one record', 0.6, `/api/bench/people/${id}`, `/people/${id}`)
await compare('validated create', 0.4, '/api/bench/people', '/people', body)

if (isLarge) {
  await fill(PEOPLE + 1, GROWTH.to)
  for (const [index, { what, ms }] of (await lists(GROWTH.to)).entries()) growth(what, ms / (few[index]?.ms ?? 0))
}
await Promise.all([ended(again), ended(plain), pool.end()])
rmSync(dataDir, { recursive: true, force: true })
process.exitCode = isMissed ? 1 : 0

async function serve(kind: 'ours' | 'plain'): Promise<Serving> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [kind, databaseUrl ?? '', dataDir], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The ${kind} server ended with ${code}`)))
    child.once('message', (told) => resolve({ ...(told as Omit<Serving, 'child'>), child }))
  })
}

async function ended({ child }: Serving): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.removeAllListeners('exit')
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await Promise.race([gone, exit])
}

async function fill(from: number, to: number): Promise<void> {
  for (let start = from; start <= to; start += 50_000) await pool.query(fillSql(start, Math.min(to, start + 49_999)))
  await pool.query('analyze bench_people')
}

async function signedIn(address: string, username: string): Promise<Record<string, string>> {
  const response = await fetch(`${address}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username, password: 'Linli-bench-1' }),
  })
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0])
  if (!response.ok) throw new Error(`Sign-in was answered ${response.status}: ${await response.text()}`)
  return { cookie: cookie.join('; '), origin: address, 'content-type': 'application/json' }
}

async function rate(url: string, given: Record<string, string>, payload?: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: 10,
    duration: SECONDS,
    headers: given,
    method: payload ? 'POST' : 'GET',
    body: payload,
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no success, ${result.errors} failed`)
  return result.requests.average
}

async function compare(what: string, goal: number, path: string, plainPath: string, payload?: string): Promise<void> {
  const ratios: number[] = []
  const rates: [number, number][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const a = await rate(again.address + path, headers, payload)
    const b = await rate(plain.address + plainPath, { 'content-type': 'application/json' }, payload)
    rates.push([a, b])
    ratios.push(a / b)
  }
  const middle = ratios.toSorted((x, y) => x - y)[Math.floor(ROUNDS / 2)] ?? 0
  const figures = rates.map(([a, b]) => `${Math.round(a)}/${Math.round(b)}`).join(' ')
  isMissed ||= middle < goal
  console.log(
    `${middle >= goal ? 'reached' : 'MISSED '} ${what}: ${middle.toFixed(2)} of plain (goal ${goal}); a second, ours/plain: ${figures}`,
  )
}

interface Listed {
  readonly what: string
  readonly ms: number
}

/** The time of a list for one reader at a time: of the large community, of a small one among it, and from the middle on by cursor. */
async function lists(rows: number): Promise<readonly Listed[]> {
  const small = encodeURIComponent(JSON.stringify({ communityId: SMALL }))
  const sort = encodeURIComponent('["name","ASC"]')
  // As the answer to a page gives it: behind the name that stands in the middle.
  const middle = Buffer.from(JSON.stringify(['name asc', pinyinOf(500_000), '00000000-0000-0000-0000-000000000000'])).toString('base64url')
  const wanted: readonly (readonly [string, string, Record<string, string>])[] = [
    ['a large community', list('bounded'), director],
    ['a small community among large ones', `/api/bench/people?filter=${small}&sort=${sort}&range=[0,24]&total=bounded`, headers],
    ['a page in the middle by cursor', `${list('none')}&after=${middle}`, director],
  ]
  const listed: Listed[] = []
  for (const [what, path, given] of wanted) {
    const { latency, non2xx, errors } = await autocannon({
      url: again.address + path,
      connections: 1,
      duration: SECONDS,
      headers: given,
    })
    if (non2xx > 0 || errors > 0) throw new Error(`${path}: ${non2xx} answers were no success, ${errors} failed`)
    listed.push({ what, ms: latency.average })
    console.log(`${rows} people, ${what}: ${latency.average.toFixed(2)} ms (p99 ${latency.p99})`)
  }
  return listed
}

function growth(what: string, ratio: number): void {
  isMissed ||= ratio > GROWTH.most
  console.log(`${ratio <= GROWTH.most ? 'reached' : 'MISSED '} ${what}: ${ratio.toFixed(2)} × as long (goal ${GROWTH.most})`)
}
