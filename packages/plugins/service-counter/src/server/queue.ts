import { ageOn } from '@linli/core/date'
import type { ActionInput } from '@linli/kit'
import { people } from '@linli/plugin-registry'
import type { Guards } from '@linli/store'
import { sql } from 'kysely'
import type { callNext, QueueLine } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { tickets, windows } from '../resources/index.ts'
import { PRIORITIES } from '../rules/options.ts'
import type { Ctx } from './context.ts'

/** A ticket's number is taken under a lock; elders and disabled people are put first without asking twice. */
export const ticketGuards: Guards<Ctx, typeof tickets> = {
  create: async (ctx, { values }) => {
    const priority = values.priority === 'none' && values.personId ? await priorityOf(ctx, values.personId) : (values.priority ?? 'none')
    const community = values.communityId ?? ''
    await sql`select pg_advisory_xact_lock(hashtext(${`counter-ticket/${ctx.street.code}/${community}`}))`.execute(ctx.db)
    const taken = await sql<{ last: number | null }>`
      select max(seq) as last from counter_tickets
      where street_id = ${ctx.street.code} and day = ${ctx.today} and community_id is not distinct from ${values.communityId ?? null}
    `.execute(ctx.db)
    const seq = Number(taken.rows[0]?.last ?? 0) + 1
    const rank = priority === 'none' ? 0 : 1
    return { priority, rank, seq, day: ctx.today, no: `${rank ? 'Y' : 'A'}${String(seq).padStart(3, '0')}` }
  },
  serve: (ctx, { row }) => ({ doneAt: ctx.now, servedMin: minutes(row.calledAt, ctx.now) }),
}

/** Whoever is next: priority first, then in order; two windows never call the same number. */
export async function handleCallNext(ctx: Ctx, { windowId }: ActionInput<typeof callNext>): Promise<(typeof callNext)['example']> {
  const window = await ctx.rows(windows).find(windowId)
  if (!window) return ctx.refuse(reason('ticket.window', undefined, 'windowId'))
  const found = await sql<{ id: string }>`
    select t.id from counter_tickets t
    where ${ctx.scoped(tickets, 't')} and t.day = ${ctx.today} and t.status = 'waiting' and t.community_id is not distinct from ${window.communityId}
    order by t.rank desc, t.seq limit 1 for update skip locked
  `.execute(ctx.db)
  const id = found.rows[0]?.id
  if (!id) return ctx.refuse(reason('ticket.none'))
  const waiting = await ctx.rows(tickets).get(id)
  await ctx.rows(tickets).update(id, { windowId, calledAt: ctx.now, waitedMin: minutes(waiting.createdAt, ctx.now) })
  const ticket = await ctx.rows(tickets).step(id, 'call', {})
  return {
    id,
    no: ticket.no ?? '',
    priority: ticket.priority === 'none' ? '' : PRIORITIES[ticket.priority],
    matter: ticket.matter ?? '',
    waitedMin: ticket.waitedMin ?? 0,
  }
}

/** The queue as the hall's screen shows it. */
export async function handleQueue(ctx: Ctx): Promise<{ waiting: number; longestMin: number; lines: readonly QueueLine[] }> {
  const { rows } = await ctx
    .rows(tickets)
    .list({ filter: { day: ctx.today, status: ['waiting', 'called'] }, sort: ['seq', 'asc'], limit: 200, total: 'none' })
  const named = new Map((await ctx.rows(windows).list({ limit: 200, total: 'none' })).rows.map(({ id, name }) => [id, name]))
  const lines = rows
    .toSorted(
      (a, b) =>
        Number(a.status === 'waiting') - Number(b.status === 'waiting') || (b.rank ?? 0) - (a.rank ?? 0) || (a.seq ?? 0) - (b.seq ?? 0),
    )
    .map((row) => ({
      id: row.id,
      no: row.no ?? '',
      priority: row.priority === 'none' ? '' : PRIORITIES[row.priority],
      personId: row.personId,
      matter: row.matter ?? '',
      window: row.windowId ? (named.get(row.windowId) ?? '') : '',
      state: row.status,
      waitedMin: row.waitedMin ?? minutes(row.createdAt, ctx.now),
    }))
  const waiting = lines.filter(({ state }) => state === 'waiting')
  return { waiting: waiting.length, longestMin: Math.max(0, ...waiting.map(({ waitedMin }) => waitedMin)), lines }
}

async function priorityOf(ctx: Ctx, personId: string): Promise<keyof typeof PRIORITIES> {
  const person = await ctx.elevated().rows(people).get(personId)
  if (person.birthDate && ageOn(person.birthDate, ctx.today) >= ctx.settings.elderAge) return 'elder'
  return (person.openTags ?? []).includes('disabled' as never) ? 'disabled' : 'none'
}

function minutes(from: string | null, to: string): number {
  return from ? Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)) : 0
}
