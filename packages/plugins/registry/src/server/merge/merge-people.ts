import type { Row, RowPatch } from '@linli/kit'
import { personMerged, personSeparated } from '../../events.ts'
import { duplicates, merges, people, PROPOSABLE_FIELDS, type ProposableField } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { byRule } from '../hand.ts'
import { settle } from '../people/settle.ts'
import { reason } from '../reasons.ts'
import { rederive } from '../tags/rederive.ts'
import { moveReferences, returnReferences } from './move-references.ts'

type Person = Row<typeof people>

/** Facts that the kept record takes over where it has none. */
const FILLED = (Object.keys(PROPOSABLE_FIELDS) as ProposableField[]).filter((field) => field !== 'name' && field !== 'idType')

/**
 * Makes two records of one person one. Every reference of every module moves and is recorded, empty facts are filled, and all of it can be
 * undone (C11). Records with two different identity numbers are never merged: one is mistyped, and that is corrected first.
 * `pairId` is the pair whose own step this is.
 */
export async function mergePeople(ctx: Ctx, keepId: string, goneId: string, why: string, pairId?: string): Promise<Row<typeof merges>> {
  const all = ctx.elevated()
  const [keep, gone] = await lockBoth(ctx, keepId, goneId)
  if (keep.id === gone.id) return ctx.refuse(reason('merge.same'))
  if (keep.mergedInto || gone.mergedInto) return ctx.refuse(reason('person.merged'))
  if (keep.idNumber && gone.idNumber) return ctx.refuse(reason('merge.two_numbers'))

  return byRule(async () => {
    const filled = FILLED.filter((field) => keep[field] === null && gone[field] !== null)
    const numbers = await clearNumbers(all, gone.id, filled)
    await all
      .rows(people)
      .update(gone.id, { mergedInto: keep.id, ...(filled.includes('idNumber') ? { idNumber: null } : {}) }, { reason: why })
    const moved = await moveReferences(all, gone.id, keep.id)
    const facts = Object.fromEntries(filled.map((field) => [field, numbers[field] ?? gone[field]]))
    if (filled.length > 0) await all.rows(people).update(keep.id, facts as RowPatch<typeof people>, { reason: why })
    const count = moved.reduce((sum, { ids }) => sum + ids.length, 0)
    const { communityId, gridId } = keep
    const merge = await all
      .rows(merges)
      .create({ keptId: keep.id, goneId: gone.id, reason: why, moved, filled, movedCount: `${count}`, communityId, gridId })
    await settle(all, keep.id)
    await rederive(all, [keep.id, gone.id])
    if (pairId === undefined) await settleDuplicate(all, keep.id, gone.id, merge.id)
    await all.emit(personMerged, { resource: people, id: keep.id, communityId }, { personId: keep.id, goneId: gone.id, mergeId: merge.id })
    return merge
  })
}

/** Takes a merge apart again: references, facts and tags go back where they were. */
export async function undoMerge(ctx: Ctx, { after }: { after: Row<typeof merges> }): Promise<void> {
  const all = ctx.elevated()
  const { id: mergeId, keptId, goneId, moved, filled } = after
  const [keep, gone] = await lockBoth(ctx, keptId, goneId)
  if (keep.mergedInto) ctx.refuse(reason('merge.later_first'))
  await byRule(async () => {
    const back = (filled ?? []) as ProposableField[]
    const number = back.includes('idNumber') ? await clearNumbers(all, keep.id, ['idNumber']) : {}
    const unchanged = back.filter((field) => field === 'idNumber' || keep[field] === gone[field])
    if (unchanged.length > 0) {
      const emptied = Object.fromEntries(unchanged.map((field) => [field, null]))
      await all.rows(people).update(keep.id, emptied as RowPatch<typeof people>)
    }
    await all.rows(people).update(gone.id, { mergedInto: null, ...number })
    await returnReferences(all, moved ?? [], keep.id, gone.id)
    for (const id of [keep.id, gone.id]) await settle(all, id)
    await rederive(all, [keep.id, gone.id], { withdrawSince: after.createdAt })
    const pair = await all.rows(duplicates).first({ mergeId, status: 'merged' })
    if (pair) await all.rows(duplicates).step(pair.id, 'separate', {})
    const { communityId } = keep
    await all.emit(personSeparated, { resource: people, id: keep.id, communityId }, { personId: keep.id, goneId: gone.id, mergeId })
  })
}

/** Both records, locked in the order of their ids so that two merges never wait for each other; refused outside the caller's reach. */
async function lockBoth(ctx: Ctx, keepId: string, goneId: string): Promise<[Person, Person]> {
  const own = ctx.rows(people)
  for (const id of [keepId, goneId]) if (!(await own.find(id))) ctx.refuse(reason('merge.out_of_reach'))
  const all = ctx.elevated()
  const locked = new Map<string, Person>()
  for (const id of [keepId, goneId].toSorted()) locked.set(id, await all.rows(people).lock(id))
  return [locked.get(keepId) as Person, locked.get(goneId) as Person]
}

async function clearNumbers(
  all: Ctx,
  id: string,
  fields: readonly ProposableField[],
): Promise<{ idNumber?: string | null; phone?: string | null; [field: string]: unknown }> {
  const wanted = fields.filter((field): field is 'idNumber' | 'phone' => field === 'idNumber' || field === 'phone')
  return wanted.length === 0 ? {} : all.rows(people).reveal(id, wanted, 'identity')
}

/** A pair that was asked about is answered by the merge, however it came about. */
async function settleDuplicate(all: Ctx, keptId: string, goneId: string, mergeId: string): Promise<void> {
  const [personAId = '', personBId = ''] = [keptId, goneId].toSorted()
  const pair = await all.rows(duplicates).first({ personAId, personBId })
  if (pair?.status === 'merged') await all.rows(duplicates).update(pair.id, { mergeId })
  else if (pair && pair.status !== 'different') {
    await all.rows(duplicates).update(pair.id, { mergeId })
    await all.rows(duplicates).step(pair.id, 'merge', { keep: pair.personAId === keptId ? 'a' : 'b', decisionNote: '已在居民页合并' })
  }
}
