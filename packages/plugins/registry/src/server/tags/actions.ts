import { people, personTags } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { reason } from '../reasons.ts'
import { refreshOpenTags } from './open-tags.ts'
import { startTag } from './start-tag.ts'
import type { RecordedTag } from '@linli/core/person'

interface AddTagInput {
  readonly id: string
  readonly tag: RecordedTag
  readonly basisText: string
  readonly evidence?: string | null
  readonly from?: string | null
  readonly to?: string | null
}

/** Records a tag with its evidence. */
export async function addTag(ctx: Ctx, { id, ...given }: AddTagInput): Promise<{ tagId: string }> {
  const person = await ctx.rows(people).lock(id)
  if (person.mergedInto) ctx.refuse(reason('person.merged'))
  const all = ctx.elevated()
  const { deceasedAt } = await all.rows(people).get(id)
  if (deceasedAt) ctx.refuse(reason('person.dead'))
  const from = given.from ?? ctx.today
  if (given.to && given.to < from) ctx.refuse(reason('tag.ends_before_start', undefined, 'to'))
  if (await all.rows(personTags).first({ personId: id, tag: given.tag, status: 'active' }))
    ctx.refuse(reason('tag.twice', undefined, 'tag'))
  const tagId = await startTag(all, { personId: id, ...person }, { ...given, basis: 'manual', from })
  await refreshOpenTags(all, [id])
  return { tagId }
}
