import { type Clock, isOverdue, readClock, workingDaysBetween } from '@linli/core/calendar'
import { dayOf } from '@linli/core/date'
import type { ActionInput, Row } from '@linli/kit'
import { accounts } from '@linli/kit/platform'
import type { Total } from '@linli/store'
import type { ClockLine, ClockRung, myClocks, overdueWall } from '../actions/index.ts'
import { applications, hotlineOrders, supervisions } from '../resources/index.ts'
import { FIRST_CLOCKS } from '../rules/first-clocks.ts'
import { RUNGS } from '../rules/options.ts'
import { clockContext, type Ctx } from './context.ts'

const ORDER = { red: 0, amber: 1, green: 2, grey: 3 } as const
/** The cases and orders that the asker handles, by light and then by time. */
export async function handleMyClocks(ctx: Ctx, { most }: ActionInput<typeof myClocks>): Promise<(typeof myClocks)['example']> {
  return linesOf(ctx, { handlerId: ctx.actor.id }, most ?? FIRST_CLOCKS)
}

/** What is red or amber in the asker's area, for whoever must urge: the red is counted up to a bound, the most urgent is listed. */
export async function handleOverdueWall(ctx: Ctx, { most }: ActionInput<typeof overdueWall>): Promise<(typeof overdueWall)['example']> {
  const all = await linesOf(ctx, {}, most ?? FIRST_CLOCKS)
  const lines = all.lines.filter(({ light }) => light === 'red' || light === 'amber')
  const red = all.more ? await overdueCount(ctx) : { count: lines.filter(({ light }) => light === 'red').length, more: false }
  return {
    red: red.count,
    redMore: red.more,
    amber: lines.filter(({ light }) => light === 'amber').length,
    tonight: lines.filter(({ duty }) => duty === 'tonight').length,
    lines,
    more: all.more,
  }
}

const RUNNING = ['in_review', 'deferred', 'paused'] as const
/** What was received and neither taken up nor told of: the law takes it as accepted after five working days. */
const WAITING = ['submitted', 'supplemented'] as const
const UNANSWERED = ['received', 'accepted', 'handled'] as const

/** What is overdue; of each kind no more than a thousand are counted. */
async function overdueCount(ctx: Ctx): Promise<Total> {
  const counted = { limit: 0, total: 'bounded' } as const
  const cases = await ctx
    .rows(applications)
    .list({ filter: { status: [...RUNNING, ...WAITING, 'decided'], dueAt_lt: ctx.now }, ...counted })
  const orders = await ctx.rows(hotlineOrders).list({ filter: { status: [...UNANSWERED], dueAt_lt: ctx.now }, ...counted })
  const totals = [cases.total, orders.total].filter((total) => total !== null)
  return { count: totals.reduce((sum, { count }) => sum + count, 0), more: totals.some(({ more }) => more) }
}

/** The most urgent of each kind, so many: every line has its clock read. */
async function linesOf(ctx: Ctx, mine: { readonly handlerId?: string }, most: number): Promise<(typeof myClocks)['example']> {
  const cases = await ctx
    .rows(applications)
    .list({ filter: { status: [...RUNNING], ...mine }, sort: ['dueAt', 'asc'], limit: most, total: 'none' })
  const undelivered = await ctx
    .rows(applications)
    .list({ filter: { status: 'decided', dueAt_lt: ctx.now, ...mine }, sort: ['dueAt', 'asc'], limit: most, total: 'none' })
  const orders = await ctx
    .rows(hotlineOrders)
    .list({ filter: { status: [...UNANSWERED], ...mine }, sort: ['dueAt', 'asc'], limit: most, total: 'none' })
  const waiting = await ctx
    .rows(applications)
    .list({ filter: { status: [...WAITING], ...mine }, sort: ['dueAt', 'asc'], limit: most, total: 'none' })
  const words = await wordsOf(ctx, [...cases.rows, ...waiting.rows, ...undelivered.rows, ...orders.rows])
  const states = applications.workflow?.states
  const orderStates = hotlineOrders.workflow?.states
  const lines = [
    ...cases.rows.flatMap((row) =>
      clocked(ctx, words, row, {
        resource: applications.name,
        no: row.no ?? '',
        title: row.title ?? '',
        state: states?.[row.status].title ?? '',
        duty: isInstant(row) ? 'tonight' : 'decide',
      }),
    ),
    ...waiting.rows.map((row) => acceptance(ctx, words, row, states?.[row.status].title ?? '')),
    ...undelivered.rows.map((row) => delivery(ctx, words, row, states?.decided.title ?? '')),
    ...orders.rows.flatMap((row) =>
      clocked(ctx, words, row, {
        resource: hotlineOrders.name,
        no: row.no,
        title: `12345 ${row.place}`,
        state: orderStates?.[row.status].title ?? '',
        duty: 'decide',
      }),
    ),
  ].toSorted((a, b) => ORDER[a.light] - ORDER[b.light] || (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'))
  return { lines, more: [cases, waiting, undelivered, orders].some(({ next }) => next !== null) }
}

interface Words {
  readonly name: (accountId: string | null) => string
  readonly place: (communityId: string | null) => string
  readonly rung: (sourceId: string) => ClockRung | null
}

async function wordsOf(ctx: Ctx, shown: readonly { readonly id: string; readonly handlerId: string | null }[]): Promise<Words> {
  const { rows } = await ctx.rows(supervisions).list({
    filter: { status: ['waiting', 'acted'], sourceId: shown.map(({ id }) => id) },
    sort: ['createdAt', 'asc'],
    limit: 1000,
    total: 'none',
  })
  const wanted = [...new Set([...shown.map(({ handlerId }) => handlerId), ...rows.map(({ holderId }) => holderId)])].filter(isKnown)
  const held = await ctx
    .elevated()
    .rows(accounts)
    .list({ filter: { id: wanted }, limit: 1000, total: 'none' })
  const names = new Map(held.rows.map(({ id, name }) => [id, name]))
  const places = new Map(ctx.street.communities.map(({ code, name }) => [code, name]))
  const name = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''))
  // Later rungs come later, so the last one wins.
  const rungs = new Map<string, ClockRung>(
    rows.map((row) => [
      row.sourceId ?? '',
      {
        id: row.id,
        level: RUNGS[row.level ?? 'urge'],
        holder: name(row.holderId),
        isMine: row.holderId === ctx.actor.id,
        state: row.status === 'acted' ? 'acted' : 'waiting',
        dueAt: row.dueAt,
        action: row.action ?? '',
      },
    ]),
  )
  return { name, place: (code) => places.get(code ?? '') ?? '街道', rung: (sourceId) => rungs.get(sourceId) ?? null }
}

function isKnown(id: string | null): id is string {
  return id !== null
}

interface Timed {
  readonly id: string
  readonly clock: Clock | null
  readonly handlerId: string | null
  readonly communityId: string | null
}

function clocked(ctx: Ctx, words: Words, row: Timed, more: Pick<ClockLine, 'resource' | 'no' | 'title' | 'state' | 'duty'>): ClockLine[] {
  const reading = row.clock && readClock(row.clock, ctx.now, clockContext(ctx))
  if (!row.clock || !reading?.ok) return []
  const { light, used, total, provisional, overdue } = reading.value
  return [
    {
      ...more,
      id: row.id,
      // What must not stay overnight is never green.
      light: more.duty === 'tonight' && light === 'green' ? 'amber' : light,
      handler: words.name(row.handlerId),
      community: words.place(row.communityId),
      dueAt: row.clock.state === 'running' ? row.clock.dueAt : null,
      used: Math.round(used * 10) / 10,
      total,
      isProvisional: provisional,
      overdueDays: overdue ? lateDays(ctx, row.clock.dueAt) : 0,
      rung: isOverdue(row.clock, ctx.now) ? words.rung(row.id) : null,
    },
  ]
}

const ACCEPTANCE_DAYS = 5
const DELIVERY_DAYS = 10
/** The share of a time from which it is told of as soon over. */
const SOON = 0.7

/** What waits to be taken up, or told of all at once (行政许可法 art. 32); what ends tonight is never green. */
function acceptance(ctx: Ctx, words: Words, row: Row<typeof applications>, state: string): ClockLine {
  const late = row.dueAt !== null && row.dueAt < ctx.now
  const used = row.statusSince ? lateDays(ctx, row.statusSince) : 0
  const isSoon = isInstant(row) || used / ACCEPTANCE_DAYS >= SOON
  return {
    ...clockless(words, row, state),
    light: late ? 'red' : isSoon ? 'amber' : 'green',
    used,
    total: ACCEPTANCE_DAYS,
    overdueDays: late && row.dueAt ? lateDays(ctx, row.dueAt) : 0,
    duty: isInstant(row) ? 'tonight' : 'accept',
  }
}

/** What was decided and not brought to the applicant within the law's ten working days. */
function delivery(ctx: Ctx, words: Words, row: Row<typeof applications>, state: string): ClockLine {
  const late = row.dueAt ? lateDays(ctx, row.dueAt) : 0
  return {
    ...clockless(words, row, state),
    light: 'red',
    used: DELIVERY_DAYS + late,
    total: DELIVERY_DAYS,
    overdueDays: late,
    duty: 'deliver',
  }
}

/** A case whose time is the law's and not its promise's. */
function clockless(
  words: Words,
  row: Row<typeof applications>,
  state: string,
): Omit<ClockLine, 'light' | 'used' | 'total' | 'overdueDays' | 'duty'> {
  return {
    resource: applications.name,
    id: row.id,
    no: row.no ?? '',
    title: row.title ?? '',
    handler: words.name(row.handlerId),
    community: words.place(row.communityId),
    state,
    dueAt: row.dueAt,
    isProvisional: false,
    rung: null,
  }
}

function lateDays(ctx: Ctx, dueAt: string): number {
  const late = workingDaysBetween(ctx.calendar, dayOf(dueAt), dayOf(ctx.now))
  return late.ok ? late.value.days : 0
}

function isInstant({ kind }: Pick<Row<typeof applications>, 'kind'>): boolean {
  return kind === 'instant' || kind === 'consult'
}
