import { addDays, instantAt } from '@linli/core/date'
import { advanceMatter } from '@linli/core/deliberation'
import type { Row, StepName } from '@linli/kit'
import type { Addition, Effects, Guards } from '@linli/store'
import { sql } from 'kysely'
import { reason } from '../../reasons.ts'
import { actionItems, alerts, councils, matters, objections, type publications } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { inOffice } from '../councils.ts'
import { parentOf } from '../inherit.ts'
import { said } from '../said.ts'
import { postedResolution } from './charter.ts'
import { afterMove, RESOLVED } from './follow.ts'
import { loadMatter, type MatterRow } from './load.ts'

type Step = StepName<typeof matters>
type Given = { readonly row: MatterRow; readonly input: Readonly<Record<string, unknown>> }
type Answer = ReturnType<typeof reason> | Addition<typeof matters> | undefined

/** Tasks that are neither verified nor dropped. */
const OPEN_TASKS = ['assigned', 'doing', 'done'] as const

const STEPS = Object.keys(matters.workflow?.steps ?? {}) as readonly Step[]
const FIELDS: ReadonlySet<string> = new Set(Object.keys(matters.fields))

/** What some steps ask beside the template, and what they write. */
const OWN: Partial<Record<Step, (ctx: Ctx, given: Given) => Promise<Answer> | Answer>> = {
  merge: async (ctx, { row, input }) => {
    if (input.mergedInto === row.id) return reason('matter.merge_self', undefined, 'mergedInto')
    const target = await parentOf(ctx, matters, String(input.mergedInto))
    return matters.workflow?.states[target.status].final ? reason('matter.merge_closed', undefined, 'mergedInto') : undefined
  },
  backToConsultation: (_ctx, { row }) => ({ round: row.round + 1 }),
  upholdObjection: (_ctx, { row }) => ({ round: row.round + 1 }),
  backToReview: (_ctx, { row }) => ({ round: row.round + 1 }),
  returnToProposers: (_ctx, { row }) => ({ round: row.round + 1 }),
  returnToBranch: (_ctx, { row }) => ({ round: row.round + 1 }),
  reconsider: (_ctx, { row }) => ({ round: row.round + 1 }),
  takeEffect: async (ctx, { row }) => {
    const posted = await postedResolution(ctx, row.id)
    const upheld = posted && (await ctx.elevated().rows(objections).first({ publicationId: posted.id, verdict: 'upheld' }))
    return upheld ? reason(row.way === 'branch' ? 'publication.upheld_branch' : 'publication.upheld') : { effectiveOn: ctx.today }
  },
  execute: (ctx, { input }) => {
    const finishBy = String(input.finishBy)
    return finishBy < ctx.today ? reason('matter.finish_past', undefined, 'finishBy') : { dueAt: eveningOf(finishBy) }
  },
  // Their word comes once more when the result is posted again.
  rework: (ctx, { input }) => {
    const finishBy = String(input.finishBy)
    if (finishBy < ctx.today) return reason('matter.finish_past', undefined, 'finishBy')
    return { dueAt: eveningOf(finishBy), resultPublishedOn: null, reworkedAt: ctx.now }
  },
  publishResult: async (ctx, { row }) => {
    const open = await ctx
      .elevated()
      .rows(actionItems)
      .first({ matterId: row.id, status: [...OPEN_TASKS] })
    return open ? reason('matter.tasks_open', { title: open.title }) : { resultPublishedOn: ctx.today }
  },
  close: async (ctx, { row }) => {
    const said = await ctx.elevated().rows(alerts).first({ kind: 'unsatisfied', matterId: row.id, status: 'open' })
    return said ? reason('matter.unanswered', { said: said.summary }) : undefined
  },
}

/** Core decides every step from the rows; the first thing that stands in the way is the answer. */
function guardOf(name: Step): (ctx: Ctx, given: Given) => Promise<Answer> {
  return async (ctx, given) => {
    const own = Object.fromEntries(Object.entries(given.input).filter(([key]) => FIELDS.has(key)))
    const extra = await OWN[name]?.(ctx, given)
    if (extra && 'code' in extra) return extra
    const row = { ...given.row, ...own, ...extra } as MatterRow
    // What was said so far was said of the row as it is.
    const { template, matter, charter } = await loadMatter(ctx, { ...row, reworkedAt: given.row.reworkedAt })
    const why = typeof own.lastReason === 'string' ? { reason: own.lastReason } : {}
    const moved = advanceMatter(template, matter, name, { at: ctx.now, by: ctx.actor.id, ...why }, charter)
    if (!moved.ok) return said(moved.refusal, row.way)
    return {
      ...extra,
      ...(Object.hasOwn(own, 'lastReason') ? {} : { lastReason: null }),
      ...(RESOLVED.includes(name) ? { dueAt: effectBy(addDays(ctx.today, charter.publishDays)) } : {}),
    }
  }
}

/** A resolution takes effect by the evening after its days of publication. */
function effectBy(until: string): string {
  return eveningOf(addDays(until, 1))
}

function eveningOf(day: string): string {
  return instantAt(day, 17 * 60 + 30)
}

/** While an objection stops the publication no clock runs. */
function dueOf(posted: Row<typeof publications> | undefined): string | null {
  return posted?.until && posted.status !== 'suspended' ? effectBy(posted.until) : null
}

const FROZEN = ['lane', 'topic', 'councilId', 'source'] as const

export const matterGuards: Guards<Ctx, typeof matters> = {
  ...(Object.fromEntries(STEPS.map((name) => [name, guardOf(name)])) as unknown as Guards<Ctx, typeof matters>),
  create: async (ctx, { values }) => {
    const council = await parentOf(ctx, councils, values.councilId)
    const off = inOffice(council)
    if (off) return off
    if (council.way === 'branch' && (values.lane ?? 'ordinary') !== 'ordinary') return reason('matter.lane_of_way', undefined, 'lane')
    const track = values.track ?? (council.level === 'estate' ? 'estate' : 'community')
    return {
      no: await nextNo(ctx),
      communityId: council.communityId,
      way: council.way,
      track,
      partyOrg: values.partyOrg ?? council.partyOrg,
    }
  },
  update: async (ctx, { row, patch }) => {
    if (row.status === 'collected') {
      // Until it is taken up a matter goes the way of the council where it is put.
      const { way } = await parentOf(ctx, councils, patch.councilId ?? row.councilId)
      return way === 'branch' && (patch.lane ?? row.lane) !== 'ordinary' ? reason('matter.lane_of_way', undefined, 'lane') : { way }
    }
    const changed = FROZEN.find((key) => patch[key] !== undefined && patch[key] !== row[key])
    if (changed) return reason('matter.frozen', { what: matters.fields[changed].title }, changed)
    // What the law reserves cannot be taken back to have an easier vote (N11).
    if (row.reserved && patch.reserved === false) return reason('matter.frozen', { what: matters.fields.reserved.title }, 'reserved')
    if (row.ownersItem && patch.ownersItem !== undefined && patch.ownersItem !== row.ownersItem)
      return reason('matter.frozen', { what: matters.fields.ownersItem.title }, 'ownersItem')
    if (row.partyOrg && patch.partyOrg !== undefined && !patch.partyOrg?.trim())
      return reason('matter.frozen', { what: matters.fields.partyOrg.title }, 'partyOrg')
    if (row.needsMoney && patch.needsMoney === false)
      return reason('matter.frozen', { what: matters.fields.needsMoney.title }, 'needsMoney')
    return row.status === 'publicised' ? { dueAt: dueOf(await postedResolution(ctx, row.id)) } : undefined
  },
}

export const matterEffects = Object.fromEntries(
  STEPS.map((name) => [
    name,
    (ctx: Ctx, { before, after }: { before: MatterRow | null; after: MatterRow }) =>
      before ? afterMove(ctx, name, before, after) : undefined,
  ]),
) as unknown as Effects<Ctx, typeof matters>

/** 议2026-0001: without a gap, one series a street and year. */
async function nextNo(ctx: Ctx): Promise<string> {
  const year = ctx.today.slice(0, 4)
  await sql`select pg_advisory_xact_lock(hashtext(${`council.no.${ctx.street.code}`}))`.execute(ctx.db)
  const { rows } = await sql<{ last: string | null }>`
    select max(no) as last from council_matters where street_id = ${ctx.street.code} and no like ${`议${year}-%`}`.execute(ctx.db)
  const last = Number(rows[0]?.last?.split('-')[1] ?? 0)
  return `议${year}-${String(last + 1).padStart(4, '0')}`
}
