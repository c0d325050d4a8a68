import { Readable } from 'node:stream'
import { addDays } from '@linli/core/date'
import type { Street } from '@linli/kit'
import { accounts, posts, roles } from '@linli/kit/platform'
import type { Context, RunAs } from '@linli/store'
import { sql } from 'kysely'
import type { Demo, DemoAccount, DemoPost, Seeding } from '../instance/index.ts'
import { systemActor } from '../platform/index.ts'
import type { Services } from '../services/index.ts'

const HISTORY_DAYS = 400

/** Writes the demo accounts and rows once. What broke off is written again from the start, so a seed must find what it wrote. */
export async function seedDemo(services: Services, demo: Demo): Promise<void> {
  const { store, streets } = services
  const street = demo.street === undefined ? [...streets.values()][0] : streets.get(demo.street)
  if (!street) throw new Error(`演示数据的街道 ${demo.street ?? ''} 不在配置里。The street of the demo data is not configured.`)
  const { rows } = await sql`select 1 from platform_demo where street_id = ${street.code}`.execute(store.db)
  if (rows.length > 0) return
  services.instance.tell?.(
    '第一次启动：正在写入演示数据，大约一分钟，以后启动不再需要。First start: writing the demo data, about a minute; later starts skip this.',
  )
  const seeding = makeSeeding(services, street)
  for (const account of demo.accounts) {
    await seeding.run('platform', (ctx) => addAccount(services, ctx, account))
    for (const post of account.posts) await seeding.post(account.username, post)
  }
  await demo.seed(seeding)
  await sql`insert into platform_demo (street_id, at) values (${street.code}, now()) on conflict do nothing`.execute(store.db)
  services.sessions.forget(street.code)
}

function makeSeeding({ store }: Services, street: Street): Seeding {
  const as = (pluginId: string, now?: string): RunAs => ({ actor: systemActor(street), street, pluginId, from: 'demo', now })
  const run: Seeding['run'] = (pluginId, work, now) => store.run(as(pluginId, now), work)
  const accountId = async (username: string): Promise<string> => {
    const found = await run('platform', (ctx) => ctx.rows(accounts).first({ username }))
    if (!found) throw new Error(`演示账号 ${username} 不存在。There is no demo account ${username}.`)
    return found.id
  }
  return {
    street,
    run,
    file: async (name, content) => (await store.files.put(as('platform'), Readable.from([content]), { name })).id,
    accountId,
    post: async (username, post) => {
      const id = await accountId(username)
      await run('platform', (ctx) => addPost(ctx, id, post))
    },
  }
}

async function addAccount(services: Services, ctx: Context, { username, password, name }: DemoAccount): Promise<void> {
  const door = ctx.rows(accounts)
  if (await door.first({ username })) return
  const { id } = await door.create({ username, name, mustChangePassword: false, demo: true })
  await services.authenticator.passwords?.set(ctx.db, { id, streetId: ctx.street.code, username }, password)
}

async function addPost(ctx: Context, accountId: string, { role, communityId, gridId, subject }: DemoPost): Promise<void> {
  const held = await ctx.rows(roles).first({ name: role })
  if (!held) throw new Error(`没有角色 ${role}。There is no role ${role}.`)
  const place = { communityId: communityId ?? null, gridId: gridId ?? null }
  const { rows: known } = await ctx.rows(posts).list({ filter: { accountId, roleId: held.id }, limit: 100, total: 'none' })
  if (
    known.some((post) => post.communityId === place.communityId && post.gridId === place.gridId && post.subjectId === (subject?.id ?? null))
  )
    return
  await ctx.rows(posts).create({
    accountId,
    roleId: held.id,
    // The demo's history is older than its first start, and somebody held the posts then.
    from: addDays(ctx.today, -HISTORY_DAYS),
    ...place,
    ...(subject ? { subjectResource: subject.resource, subjectId: subject.id } : {}),
  })
}
