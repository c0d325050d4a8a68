import { readClock, workingDaysBetween, type Clock, type LadderLevel } from '@linli/core/calendar'
import { dayOf } from '@linli/core/date'
import { accounts } from '@linli/kit/platform'
import type { ClockLine } from '../actions/index.ts'
import { applications, hotlineOrders } from '../resources/index.ts'
import { clockContext, type Ctx } from './context.ts'

const LEVELS: Readonly<Record<LadderLevel, string>> = {
  light: '亮灯',
  urge: '催办',
  supervise: '督办',
  interview: '约谈',
  accountability: '问责',
}
const ORDER = { red: 0, amber: 1, green: 2, grey: 3 } as const

/** The cases and orders that the asker handles, by light and then by time. */
export async function handleMyClocks(ctx: Ctx): Promise<{ lines: readonly ClockLine[] }> {
  return { lines: await linesOf(ctx, { handlerId: ctx.actor.id }) }
}

/** What is red or amber in the asker's area, for whoever must urge. */
export async function handleOverdueWall(ctx: Ctx): Promise<{ red: number; amber: number; lines: readonly ClockLine[] }> {
  const lines = (await linesOf(ctx, {})).filter(({ light }) => light === 'red' || light === 'amber')
  const count = (light: string): number => lines.filter((line) => line.light === light).length
  return { red: count('red'), amber: count('amber'), lines }
}

async function linesOf(ctx: Ctx, mine: { readonly handlerId?: string }): Promise<readonly ClockLine[]> {
  const cases = await ctx
    .rows(applications)
    .list({ filter: { status: ['in_review', 'deferred', 'paused'], ...mine }, sort: ['dueAt', 'asc'], limit: 300, total: 'none' })
  const orders = await ctx
    .rows(hotlineOrders)
    .list({ filter: { status: ['accepted', 'handled'], ...mine }, sort: ['dueAt', 'asc'], limit: 200, total: 'none' })
  const names = new Map((await ctx.elevated().rows(accounts).list({ limit: 1000, total: 'none' })).rows.map(({ id, name }) => [id, name]))
  const places = new Map(ctx.street.communities.map(({ code, name }) => [code, name]))
  const line = (
    resource: string,
    row: { readonly id: string; readonly clock: Clock | null; readonly handlerId: string | null; readonly communityId: string | null },
    no: string,
    title: string,
    state: string,
  ): ClockLine[] => {
    const reading = row.clock && readClock(row.clock, ctx.now, clockContext(ctx))
    if (!row.clock || !reading?.ok) return []
    const { light, used, total, provisional, level, overdue } = reading.value
    const late = overdue ? workingDaysBetween(ctx.calendar, dayOf(row.clock.dueAt), dayOf(ctx.now)) : undefined
    return [
      {
        resource,
        id: row.id,
        no,
        title,
        state,
        light,
        handler: row.handlerId ? (names.get(row.handlerId) ?? '') : '',
        community: places.get(row.communityId ?? '') ?? '街道',
        dueAt: row.clock.state === 'running' ? row.clock.dueAt : null,
        used: Math.round(used * 10) / 10,
        total,
        isProvisional: provisional,
        overdueDays: late?.ok ? late.value.days : 0,
        level: level && overdue ? LEVELS[level] : '',
      },
    ]
  }
  const states = applications.workflow?.states
  const orderStates = hotlineOrders.workflow?.states
  return [
    ...cases.rows.flatMap((row) => line(applications.name, row, row.no ?? '', row.title ?? '', states?.[row.status].title ?? '')),
    ...orders.rows.flatMap((row) => line(hotlineOrders.name, row, row.no, `12345：${row.place}`, orderStates?.[row.status].title ?? '')),
  ].toSorted((a, b) => ORDER[a.light] - ORDER[b.light] || (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'))
}
