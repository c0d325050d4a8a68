import { addDays } from '@linli/core/date'
import type { EventEnvelope } from '@linli/kit'
import { people, personTags } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { refreshOpenTags } from './open-tags.ts'
import { startTag } from './start-tag.ts'

/**
 * A relief that the counter approved is the basis of the tag 困难, for as long as the street says. Whoever carries the tag already keeps it
 * as it is; whoever is not in the registry, has died or is told of twice gets none.
 */
export async function heardRelief(ctx: Ctx, { data }: EventEnvelope<Readonly<Record<string, string | null>>>): Promise<void> {
  const all = ctx.elevated()
  const person = data.personId ? await standing(all, data.personId) : undefined
  if (!person || person.deceasedAt) return
  if (await all.rows(personTags).first({ personId: person.id, tag: 'hardship', status: 'active' })) return
  await startTag(
    all,
    { personId: person.id, communityId: person.communityId, gridId: person.gridId },
    {
      tag: 'hardship',
      basis: 'manual',
      basisText: `窗口已批准救助，办件 ${data.no ?? data.applicationId ?? ''}`,
      from: ctx.today,
      to: addDays(ctx.today, ctx.settings.reliefDays - 1),
    },
  )
  await refreshOpenTags(all, [person.id])
}

/** The record that stands for a person: her own, or the one that it was merged into. */
async function standing(all: Ctx, id: string): ReturnType<ReturnType<typeof all.rows<typeof people>>['find']> {
  const person = await all.rows(people).find(id)
  return person?.mergedInto ? all.rows(people).find(person.mergedInto) : person
}
