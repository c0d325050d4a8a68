import { createWorkCalendar, type WorkCalendar } from '@linli/core/calendar'
import type { AnyResource } from '@linli/kit'
import type { Context } from '../context/context.ts'
import { runWork } from '../context/run-work.ts'
import { sessionOf } from '../context/session.ts'
import { clearanceOf, scopeFor } from '../context/sight.ts'
import type { Parts } from '../parts.ts'
import type { Door } from '../rows/door.ts'
import { lockRow } from '../rows/lock-row.ts'
import { planOf } from '../rows/plan.ts'
import { finishChange } from '../rows/update-row.ts'
import { dueIn } from '../rows/write.ts'
import { StoreError } from '../store-error.ts'
import type { RunAs } from '../store.ts'
import type { RecomputeOptions, YearChange } from './calendars.ts'

const BATCH = 100
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** The rows of a resource that wait for a promised step. */
interface Promised {
  readonly resource: AnyResource
  readonly states: readonly string[]
}

export async function recompute(
  parts: Parts,
  as: RunAs,
  { year, before, reason }: YearChange,
  { signal, onProgress }: RecomputeOptions = {},
): Promise<number> {
  const now = await parts.calendarOf(as.street.code)
  const was = calendarWith(now, year, before)
  const promised = promisedOn(parts, as)
  const since = firstMoment(year)
  let total = 0
  for (const { resource, states } of promised) {
    const { rows } = await parts.connection.direct.query(
      `select count(*)::int as count from ${planOf(resource).table} where street_id = $1 and status = any($2) and due_at >= $3`,
      [as.street.code, [...states], since],
    )
    total += Number(rows[0]?.count ?? 0)
  }
  let done = 0
  let moved = 0
  for (const each of promised) {
    for (let after: string | undefined = NO_ID; after !== undefined;) {
      if (signal?.aborted) throw signal.reason
      const from: string = after
      const batch = await runWork(parts, as, (ctx) => recomputeBatch(ctx, each, { was, since, reason, after: from }))
      done += batch.looked
      moved += batch.moved
      after = batch.last
      await onProgress?.(done, total)
    }
  }
  return moved
}

export async function settle(parts: Parts, ctx: Context): Promise<number> {
  const { db, calendar, as } = sessionOf(ctx)
  let moved = 0
  for (const each of promisedOn(parts, as)) {
    const { rows } = await db.query(
      `select distinct extract(year from due_at at time zone 'Asia/Shanghai')::int as year from ${planOf(each.resource).table}
       where street_id = $1 and status = any($2) and due_provisional`,
      [as.street.code, [...each.states]],
    )
    for (const year of rows.map((row) => Number(row.year)).filter((known) => calendar.isKnown(known))) {
      const change = {
        was: calendarWith(calendar, year, undefined),
        since: firstMoment(year),
        reason: `${year} 年的放假安排已有，期限重新计算`,
      }
      for (let after: string | undefined = NO_ID; after !== undefined;) {
        const batch: Batch = await recomputeBatch(ctx, each, { ...change, after })
        moved += batch.moved
        after = batch.last
      }
    }
  }
  return moved
}

/** A year's notice may reach back into the December before. */
function firstMoment(year: number): string {
  return `${year - 1}-12-01T00:00:00.000Z`
}

interface Batch {
  readonly looked: number
  readonly moved: number
  /** Where the next batch begins; absent after the last. */
  readonly last: string | undefined
}

async function recomputeBatch(
  ctx: Context,
  { resource, states }: Promised,
  { was, since, reason, after }: { readonly was: WorkCalendar; readonly since: string; readonly reason: string; readonly after: string },
): Promise<Batch> {
  const session = sessionOf(ctx)
  const plan = planOf(resource)
  const sight = { pluginId: plan.pluginId, isElevated: true }
  const door: Door = {
    session,
    sight,
    ctx,
    plan,
    scope: scopeFor(session, sight, `${resource.name}.update`),
    ...clearanceOf(session, sight),
  }
  const { rows } = await session.db.query(
    `select id from ${plan.table} where street_id = $1 and status = any($2) and due_at >= $3 and id > $4 order by id limit ${BATCH}`,
    [ctx.street.code, [...states], since, after],
  )
  let moved = 0
  for (const { id } of rows) {
    const row = await lockRow(door, id, { writing: true })
    const status = String(row.status)
    const statusSince = String(row.statusSince)
    // A moment that a rule set for this row alone is the rule's to move.
    if (dueIn(was, resource, status, statusSince).dueAt !== row.dueAt) continue
    const next = dueIn(session.calendar, resource, status, statusSince)
    const wouldBeLate = next.dueAt !== null && next.dueAt < ctx.now && ctx.now <= String(row.dueAt)
    const wanted = { ...row, ...next, ...(wouldBeLate ? { dueAt: row.dueAt } : {}) }
    if (wanted.dueAt === row.dueAt && wanted.dueProvisional === row.dueProvisional) continue
    await finishChange(door, row, wanted, { verb: 'recalculate', reason })
    moved += 1
  }
  return { looked: rows.length, moved, last: rows.length < BATCH ? undefined : (rows.at(-1)?.id as string) }
}

function calendarWith(calendar: WorkCalendar, year: number, notice: YearChange['before']): WorkCalendar {
  const made = createWorkCalendar([...calendar.notices.filter((known) => known.year !== year), ...(notice ? [notice] : [])])
  if (!made.ok) throw new StoreError('calendar.broken', made.refusal)
  return made.value
}

function promisedOn({ resources }: Parts, { street }: RunAs): readonly Promised[] {
  const installed = new Set(['platform', ...street.modules.map(({ plugin }) => plugin.id)])
  return [...resources.values()].flatMap((resource) => {
    const steps = Object.values(resource.workflow?.steps ?? {}).filter(({ promise }) => promise)
    const states = [...new Set(steps.flatMap(({ from }) => from))]
    return states.length > 0 && installed.has(planOf(resource).pluginId) ? [{ resource, states }] : []
  })
}
