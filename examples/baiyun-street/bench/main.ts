import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { COLLEAGUES, copySql, SPREADS } from './copies.ts'

// How long the screens that officers open all day take to be answered, with 1,000 and with 100,000 matters, cases, orders and events each.
// What is asked is what the screens ask, by HTTP, by a director, a clerk and an administrator of the whole street. `pnpm bench`.
const GOAL = 2
const SMALL = 1_000
const LARGE = 100_000
const ROUNDS = 40

const databaseUrl = process.env.LINLI_TEST_PG
if (!databaseUrl) throw new Error('LINLI_TEST_PG names no server; run this through scripts/with-postgres.mjs')
const dataDir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
const { address, child } = await serve()
const [admin, director, clerk] = [await signedIn('admin'), await signedIn('director'), await signedIn('clerk')]

const list = (name: string, filter: object, sort: string, most: number): string =>
  `/api/${name}?filter=${encodeURIComponent(JSON.stringify(filter))}&sort=${encodeURIComponent(JSON.stringify([sort, 'ASC']))}&range=[0,${most - 1}]`
const EVENT_COLUMNS = [
  ['reported'],
  ['verified', 'returned', 'reopened'],
  ['dispatched', 'accepted', 'handling'],
  ['selfSolved', 'done'],
  ['checked', 'confirmed'],
] as const
const inbox = '/api/platform/inbox?range=[0,24]'

interface Screen {
  readonly title: string
  readonly asks: readonly (readonly [path: string, body?: object])[]
}
const SCREENS: readonly Screen[] = [
  { title: 'inbox', asks: [[inbox]] },
  { title: 'matter board', asks: [['/api/council/actions/board', {}]] },
  { title: 'overdue wall', asks: [['/api/counter/actions/overdue-wall', {}]] },
  { title: 'my clocks', asks: [['/api/counter/actions/my-clocks', {}]] },
  { title: 'event board', asks: EVENT_COLUMNS.map((status) => [list('grid/events', { status }, 'dueAt', 10)] as const) },
]
/** What is not on somebody's menu is not asked by them. */
const NOT_THEIRS: Readonly<Record<string, readonly string[]>> = { clerk: ['matter board', 'overdue wall'] }

await seed()
console.log(`filled ${SMALL} after ${Math.round(performance.now() / 1000)} s`)
const before = await measured()
await grow(LARGE)
console.log(`filled ${LARGE} after ${Math.round(performance.now() / 1000)} s`)
const after = await measured()
console.log(
  `${cpus()[0]?.model ?? ''} × ${cpus().length}, Node ${process.version}; median of ${ROUNDS}, ms, at ${SMALL} and at ${LARGE} rows each`,
)
let isMissed = false
for (const [name, small] of before) {
  const large = after.get(name) ?? Number.NaN
  const ratio = large / small
  isMissed ||= ratio > GOAL
  console.log(
    `${ratio > GOAL ? 'MISSED ' : 'reached'} ${name}: ${small.toFixed(1)} → ${large.toFixed(1)}, ${ratio.toFixed(2)} times (goal ${GOAL})`,
  )
}
child.kill('SIGKILL')
await pool.end()
rmSync(dataDir, { recursive: true, force: true })
process.exitCode = isMissed ? 1 : 0

async function measured(): Promise<ReadonlyMap<string, number>> {
  const medians = new Map<string, number>()
  for (const [who, headers] of Object.entries({ admin, director, clerk }))
    for (const { title, asks } of SCREENS.filter((screen) => !NOT_THEIRS[who]?.includes(screen.title))) {
      const times: number[] = []
      for (let round = 0; round < ROUNDS + 5; round += 1) {
        const start = performance.now()
        await Promise.all(asks.map(([path, body]) => ask(path, headers, body)))
        if (round >= 5) times.push(performance.now() - start)
      }
      medians.set(`${title}, ${who}`, times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN)
    }
  return medians
}

/** One row of each kind by HTTP, as the office makes it; the others are copies with other states and dates. */
async function seed(): Promise<void> {
  const person = await ask('/api/registry/people', director, {
    name: '王秀兰',
    idType: 'none',
    birthDate: '1950-05-05',
    communityId: '411402004001',
  })
  const council = await ask('/api/council/councils', director, {
    name: '议事会',
    kind: 'council',
    partyOrg: '支部',
    communityId: '411402004001',
  })
  await ask('/api/council/members', director, { councilId: council.id, personId: person.id, from: '2026-01-01' })
  await ask(`/api/council/councils/${council.id}/start`, director, {})
  await ask('/api/council/matters', director, { title: '停车位', topic: 'parking', summary: '划线', councilId: council.id })
  const item = await ask('/api/counter/items', admin, { code: 'A', name: '高龄津贴', line: 'aged', promisedDays: 5 })
  await ask('/api/counter/materials', admin, { itemId: item.id, name: '身份证', source: 'applicant' })
  await ask(`/api/counter/items/${item.id}/publish`, admin, {})
  const ticks = [{ name: '身份证', state: 'ok' }]
  await ask('/api/counter/actions/receive', clerk, { itemId: item.id, personId: person.id, ticks, communityId: '411402004001' })
  const order = { no: 'G', topic: 'parking', place: '东门', content: '堵了', communityId: '411402004001' }
  const { id } = await ask('/api/counter/hotline-orders', clerk, order)
  await ask(`/api/counter/hotline-orders/${id}/accept`, clerk, {})
  await ask('/api/counter/inquiries', clerk, { matter: '问路', communityId: '411402004001' })
  await ask('/api/grid/events', director, { title: '路灯不亮', type: 'dispute', communityId: '411402004001' })
  await pool.query(COLLEAGUES)
  await grow(SMALL)
}

/** Fills every table up to so many rows. A fifth of them is open, in every state alike. Indexes are made anew, which is faster than to keep them. */
async function grow(to: number): Promise<void> {
  for (const spread of SPREADS) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${spread.table}`)
    const { rows: indexes } = await pool.query<{ name: string; made: string }>(
      `select indexname as name, indexdef as made from pg_indexes i where tablename = $1 and not exists (select 1 from pg_constraint where conname = i.indexname)`,
      [spread.table],
    )
    for (const { name } of indexes) await pool.query(`drop index ${name}`)
    await pool.query(copySql(spread, (rows[0]?.n ?? 0) + 1, to))
    for (const { made } of indexes) await pool.query(made)
    await pool.query(`vacuum analyze ${spread.table}`)
  }
}

async function serve(): Promise<{ readonly address: string; readonly child: ChildProcess }> {
  const started = fork(join(import.meta.dirname, 'serve.ts'), [databaseUrl ?? '', dataDir], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
    started.once('message', (told) => {
      started.removeAllListeners('exit')
      resolve({ address: (told as { readonly address: string }).address, child: started })
    })
  })
}

async function signedIn(username: string): Promise<Record<string, string>> {
  const response = await fetch(`${address}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username, password: 'Linli-bench-1' }),
  })
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0])
  if (!response.ok) throw new Error(`Sign-in was answered ${response.status}: ${await response.text()}`)
  return { cookie: cookie.join('; '), origin: address, 'content-type': 'application/json' }
}

async function ask(path: string, headers: Record<string, string>, body?: object): Promise<{ readonly id: string }> {
  const response = await fetch(address + path, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as { readonly id: string }
}
