import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import { householdUntagged, personUntagged } from '../../events.ts'
import { households, householdTags, personTags } from '../../resources/index.ts'
import { isDerivedTag, TAG_OPTIONS } from '../../rules/tag-options.ts'
import type { Ctx } from '../context.ts'
import { byRule, isByRule } from '../hand.ts'
import { reason } from '../reasons.ts'
import { refreshOpenTags } from './open-tags.ts'

type End = { readonly to?: string | null; readonly endReason: string }
type Ending = { readonly to: string; readonly endReason: string }

/** A tag ends by hand only where a hand began it. */
export function guardTagEnd(ctx: Ctx, { row, input }: { row: Row<typeof personTags>; input: End }): Refusal | Ending {
  if (isDerivedTag(row.tag) && !isByRule()) return reason('tag.derived', { tag: TAG_OPTIONS[row.tag] })
  return ending(ctx, row.from, input)
}

/** A recognition ends on a day that has come. */
export function guardHouseholdTagEnd(ctx: Ctx, { row, input }: { row: Row<typeof householdTags>; input: End }): Refusal | Ending {
  return ending(ctx, row.from, input)
}

/** Tells that a tag ended, and takes it from the list. */
export async function afterTagEnd(ctx: Ctx, { after }: { after: Row<typeof personTags> }): Promise<void> {
  const all = ctx.elevated()
  const { id, personId, communityId, tag, basis } = after
  await all.emit(personUntagged, { resource: personTags, id, communityId }, { personId, tagId: id, tag, basis })
  if (!isByRule()) await refreshOpenTags(all, [personId])
}

/** Ends the members' tags with the household's. */
export async function afterHouseholdTagEnd(ctx: Ctx, { after }: { after: Row<typeof householdTags> }): Promise<void> {
  const all = ctx.elevated()
  const { id, householdId, communityId, tag, to } = after
  const tags = await all.rows(personTags).list({ filter: { householdTagId: id, status: 'active' }, limit: 200, total: 'none' })
  await byRule(async () => {
    for (const each of tags.rows) await all.rows(personTags).step(each.id, 'end', { to, endReason: '困难家庭认定已结束' })
    await refreshOpenTags(
      all,
      tags.rows.map(({ personId }) => personId),
    )
  })
  await all.rows(households).update(householdId, { difficulty: null })
  await all.emit(householdUntagged, { resource: householdTags, id, communityId }, { householdId, householdTagId: id, tag })
}

function ending(ctx: Ctx, from: string, { to, endReason }: End): Refusal | Ending {
  const day = to ?? ctx.today
  if (day > ctx.today) return reason('tag.future', undefined, 'to')
  // A tag that begins later is withdrawn before it began: it then ends on its first day.
  return { to: day < from ? from : day, endReason }
}
