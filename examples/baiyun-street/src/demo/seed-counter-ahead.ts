import { addDays, dayOf } from '@linli/core/date'
import { appointments, commitments, items, prechecks, slots, windows } from '@linli/plugin-service-counter'
import counterServer from '@linli/plugin-service-counter/server'
import { people } from '@linli/plugin-registry'
import type { Seeding } from '@linli/server'
import type { Context } from '@linli/store'

const HERE = '411402004001'

/** What people arranged before they come: times that they booked, papers they asked about, and declarations that stand for papers. */
export async function seedCounterAhead({ run }: Seeding): Promise<void> {
  if (await run('counter', async (ctx) => (await ctx.rows(slots).count()) > 0)) return
  const today = dayOf(new Date().toISOString())
  await run('counter', async (ctx) => {
    const [window] = (await ctx.rows(windows).list({ filter: { communityId: HERE, status: 'open' }, limit: 1, total: 'none' })).rows
    if (!window) return
    const days = { windowId: window.id, from: addDays(today, 1), to: addDays(today, 12) }
    await counterServer.actions['counter.open-slots']?.(ctx, { ...days, minutes: 60, seats: 4, deskSeats: 1 })
    await bookSome(ctx)
    await askSome(ctx)
    await declareSome(ctx)
  })
}

async function bookSome(ctx: Context): Promise<void> {
  const { rows: open } = await ctx.rows(slots).list({ filter: { communityId: HERE }, sort: ['day', 'asc'], limit: 5, total: 'none' })
  const { rows: residents } = await ctx.rows(people).list({ filter: { communityId: HERE, phone_empty: false }, limit: 5, total: 'none' })
  for (const [n, slot] of open.entries()) {
    const person = residents[n]
    if (!person) continue
    const bookedBy = n % 2 === 0 ? 'phone' : 'online'
    const { id } = await ctx
      .rows(appointments)
      .create({ slotId: slot.id, personId: person.id, name: person.name, phone: `1540374${String(n).padStart(4, '0')}`, bookedBy })
    if (n === 3) await ctx.rows(appointments).step(id, 'cancel', { why: '临时有事' })
  }
}

async function askSome(ctx: Context): Promise<void> {
  const { rows } = await ctx.rows(items).list({ filter: { status: 'published' }, sort: ['code', 'asc'], limit: 4, total: 'none' })
  for (const [n, item] of rows.entries()) {
    await counterServer.actions['counter.precheck']?.(ctx, {
      itemCode: item.code,
      communityId: HERE,
      name: ['周女士', '许先生', '孟女士', '葛先生'][n] ?? '居民',
      phone: `1540375${String(n).padStart(4, '0')}`,
      claimed: [{ name: '身份证', has: true }],
      question: n === 0 ? '照片要几寸的？' : null,
    })
    const row = await ctx.rows(prechecks).first({ itemId: item.id })
    if (row && n > 1) await ctx.rows(prechecks).step(row.id, 'reply', { verdict: 'missing', answer: '还缺近期照片，带来就能办。' })
  }
}

async function declareSome(ctx: Context): Promise<void> {
  const item = await ctx.rows(items).first({ name: '临时救助申请' })
  const { rows: residents } = await ctx
    .rows(people)
    .list({ filter: { communityId: HERE, phone_empty: false }, offset: 10, limit: 3, total: 'none' })
  for (const [n, person] of residents.entries()) {
    if (!item) return
    const ticks = [
      { name: '身份证', state: 'ok' as const },
      { name: '困难情况说明', state: 'promised' as const },
    ]
    await counterServer.actions['counter.receive']?.(ctx, {
      itemId: item.id,
      personId: person.id,
      channel: 'window',
      ticks,
      promised: false,
      committed: true,
    })
    const row = await ctx.rows(commitments).first({ personId: person.id })
    if (row && n === 1) await ctx.rows(commitments).step(row.id, 'keep', { finding: '与民政救助系统比对一致' })
    if (row && n === 2) await ctx.rows(commitments).step(row.id, 'refute', { finding: '名下有门面房出租', consequence: 'refuse' })
  }
}
