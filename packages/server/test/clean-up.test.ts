import { createHash } from 'node:crypto'
import { systemAccess } from '@linli/core/access'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { street } from './fixtures/parks/parks.ts'
import { type Client, type Started, start } from './fixtures/start.ts'
import { upload, workbook } from './fixtures/sheets.ts'

vi.setConfig({ testTimeout: 240_000 })

const { code } = street()
let server: Started
let admin: Client
beforeAll(async () => {
  server = await start()
  admin = await server.as('admin')
}, 240_000)
afterAll(() => server.end(), 240_000)

const run = (statement: ReturnType<typeof sql>) => statement.execute(server.store.db)
const count = async (table: string, where = sql<boolean>`true`): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(server.store.db)
  return rows[0]?.n ?? -1
}
const night = () => server.store.jobs.runNow(code, 'platform', 'clean-up')

test('the night deletes what only passed through, as old as the street’s settings say, and tells the audit', async () => {
  const sheet = upload(await workbook(['位置', '社区'], [['东门', '前程社区']]))
  const old = (await admin('POST', '/api/parks/benches/imports', sheet.payload, sheet.headers)).json().id
  const young = (await admin('POST', '/api/parks/benches/imports', sheet.payload, sheet.headers)).json().id
  await admin('POST', `/api/platform/imports/${old}/apply`, { rows: 'good' })
  await server.store.jobs.drain()
  await server.store.outbox.drain()
  await run(sql`insert into platform_outbox (street_id, id, name, at, actor_id, subject_resource, subject_id, data)
    values (${code}, gen_random_uuid(), 'parks.taken', now(), 'x', 'parks.benches', 'x', '{}'), (${code}, gen_random_uuid(), 'parks.unheard', now(), 'x', 'parks.benches', 'x', '{}')`)
  await run(sql`insert into platform_deliveries (street_id, event_id, consumer, state, next_at)
    select street_id, id, 'parks', 'done', at from platform_outbox where name = 'parks.taken'`)
  const events = await count('platform_outbox')
  const audited = await count('platform_audit')
  await night()
  expect([await count('platform_outbox'), await count('platform_jobs'), await count('platform_imports')]).toEqual([events, 1, 2])
  expect(await count('platform_audit')).toBe(audited)

  await run(sql`update platform_outbox set at = at - interval '100 days'`)
  await run(sql`update platform_jobs set updated_at = updated_at - interval '100 days'`)
  await run(sql`update platform_imports set created_at = created_at - interval '13 days' where id = ${old}`)
  await run(sql`insert into platform_outbox (street_id, id, name, at, actor_id, subject_resource, subject_id, data)
    select street_id, gen_random_uuid(), 'parks.waits', at, actor_id, subject_resource, subject_id, data from platform_outbox limit 1`)
  await run(sql`insert into platform_deliveries (street_id, event_id, consumer, state, next_at)
    select street_id, id, 'parks', 'dead', at from platform_outbox where name = 'parks.waits'`)
  await run(sql`insert into auth_sessions (id, "expiresAt", token, "updatedAt", "userId")
    select 'old', now() - interval '1 day', 'old', now(), "userId" from auth_sessions limit 1`)
  const sessions = await count('auth_sessions')

  const clerk = await server.as('lvyuan')
  expect((await clerk('PUT', '/api/platform/modules/platform', { settings: { keepImportDays: 10 } })).statusCode).toBe(403)
  const tuned = await admin('PUT', '/api/platform/modules/platform', { settings: { keepImportDays: 10 } })
  expect(tuned.json()).toMatchObject({ enabled: true, settings: { keepImportDays: 10, keepEventDays: 90 } })
  await night()
  expect(await count('platform_outbox')).toBe(1)
  expect(await count('platform_deliveries', sql<boolean>`state = 'dead'`)).toBe(1)
  expect(await count('platform_jobs')).toBe(0)
  expect(await count('platform_imports', sql<boolean>`id = ${young}`)).toBe(1)
  expect(await count('platform_imports', sql<boolean>`id = ${old}`)).toBe(0)
  expect(await count('auth_sessions')).toBe(sessions)
  expect(await count('auth_sessions', sql<boolean>`"expiresAt" < now()`)).toBe(0)
  expect((await server.store.audit.verify(code)).intact).toBe(true)
  const { rows } = await sql<{ after: unknown }>`select after from platform_audit where verb = 'clean'`.execute(server.store.db)
  expect(rows).toEqual([{ after: { events, jobs: 1, sessions: 1, imports: 1, files: 0 } }])
})

test('the administration has settings and no switch', async () => {
  const as = { actor: system(), street: street(), pluginId: 'platform' }
  await expect(server.store.modules.change(as, 'platform', { enabled: false })).rejects.toMatchObject({ message: 'module.platform' })
  await expect(server.store.modules.change(as, 'platform', { settings: { keepImportDays: 15 } })).rejects.toMatchObject({ status: 400 })
})

test('an unused attachment goes after its days, and one that any row or the audit mentions stays', async () => {
  const put = async (text: string): Promise<string> => {
    const file = upload(Buffer.from(text), 'a.txt')
    const other = await server.as('前程')
    const answer = await other('POST', '/api/platform/files', file.payload, file.headers)
    expect([answer.statusCode, answer.json().id]).toEqual([201, createHash('sha256').update(text).digest('hex')])
    return answer.json().id
  }
  const unused = await put('用不上')
  const inJson = await put('记在 JSON 里')
  const audited = await put('只在操作记录里')
  const fresh = await put('刚上传')
  await run(sql`update platform_files set created_at = created_at - interval '31 days' where id <> ${fresh}`)
  await run(sql`insert into platform_views (street_id, id, created_at, created_by, updated_at, updated_by, resource, title, filter, shared)
    values (${code}, gen_random_uuid(), now(), 'x', now(), 'x', 'parks.benches', 'x', ${JSON.stringify({ photos: [{ id: inJson }] })}::jsonb, false)`)
  await server.store.run({ actor: system(), street: street(), pluginId: 'platform' }, (ctx) => {
    server.store.audit.append(ctx, { verb: 'update', resource: 'parks.benches', before: { photo: audited } })
    return Promise.resolve()
  })
  await night()
  const { rows } = await sql<{ id: string }>`select id from platform_files`.execute(server.store.db)
  expect(rows.map(({ id }) => id).toSorted()).toEqual([inJson, audited, fresh].toSorted())
  // Its content was written a moment ago, so somebody may be about to use it: the row went, the content stays for now.
  expect(await server.store.files.open(unused).then((stream) => stream.destroy().destroyed)).toBe(true)
})

function system() {
  return { kind: 'system', id: 'system', name: '系统', streetId: code, access: systemAccess(code) } as const
}
