import { addDays, instantAt } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import { people } from '@linli/plugin-registry'
import type { Effects, Guards } from '@linli/store'
import { needFound } from '../../events.ts'
import { reason } from '../../reasons.ts'
import { keyVisits, visits } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { tellMovedAway } from './moved-away.ts'

const KINDS: Readonly<Record<string, string>> = { alone: '独居老人探访', review: '需求复核', other: '走访' }

/** A visit stands in the cell of whoever is visited, so that its officer alone sees it (W9). */
export const visitGuards: Guards<Ctx, typeof visits> = {
  create: async (ctx, { values }) => placed(ctx, values.personId, KINDS[values.kind] ?? '走访', values.dueOn),
  update: (_ctx, { row, patch }) => locked(row.status, patch) ?? (patch.dueOn ? { dueAt: endOf(patch.dueOn) } : undefined),
  record: (ctx, { row, input }) => recorded(ctx, row, input),
}

export const keyVisitGuards: Guards<Ctx, typeof keyVisits> = {
  create: async (ctx, { values }) => placed(ctx, values.personId, '重点走访', values.dueOn),
  update: (_ctx, { row, patch }) => locked(row.status, patch) ?? (patch.dueOn ? { dueAt: endOf(patch.dueOn) } : undefined),
  record: (ctx, { row, input }) => recorded(ctx, row, input),
}

export const visitEffects: Effects<Ctx, typeof visits> = {
  record: async (ctx, { after }) => {
    await tellMovedAway(ctx, after)
    for (const category of after.needs ?? [])
      await ctx.emit(
        needFound,
        { resource: visits, id: after.id, communityId: after.communityId },
        { visitId: after.id, personId: after.personId, category },
      )
  },
}

/**
 * A need found at somebody of special care is told, too, and never which: that is P3 and stays with the cell and the community (W9).
 */
export const keyVisitEffects: Effects<Ctx, typeof keyVisits> = {
  record: async (ctx, { after }) => {
    await tellMovedAway(ctx, after)
    const { id, communityId, personId, needs } = after
    if (needs && needs.length > 0)
      await ctx.emit(needFound, { resource: keyVisits, id, communityId }, { visitId: id, personId, category: 'restricted' })
  },
}

async function placed(
  ctx: Ctx,
  personId: string,
  title: string,
  dueOn: string,
): Promise<Refusal | { title: string; communityId: string | null; gridId: string | null; dueAt: string }> {
  const person = await ctx.elevated().rows(people).get(personId)
  return { title: `${title} · ${person.name}`, communityId: person.communityId, gridId: person.gridId, dueAt: endOf(dueOn) }
}

function recorded(
  ctx: Ctx,
  row: { readonly visitedAt: string | null },
  { result, needs }: { readonly result: string; readonly needs?: readonly string[] | null },
): Refusal | { visitedAt: string; dueAt: null } {
  if (row.visitedAt && row.visitedAt > ctx.now) return reason('visit.future', undefined, 'visitedAt')
  if (result === 'need' && !needs?.length) return reason('visit.need_missing', undefined, 'needs')
  return { visitedAt: row.visitedAt ?? ctx.now, dueAt: null }
}

/** What was recorded is not changed afterwards (W8); only its place follows the person while it is due. */
function locked(status: Row<typeof visits>['status'], patch: object): Refusal | undefined {
  return status !== 'due' && Object.keys(patch).length > 0 ? reason('visit.locked') : undefined
}

/** The end of a day in China. */
function endOf(day: string): string {
  return instantAt(addDays(day, 1), 0)
}
