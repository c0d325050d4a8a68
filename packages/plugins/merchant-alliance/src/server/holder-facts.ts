import type { EntitlementFacts } from '@linli/core/eligibility'
import { people, personTags } from '@linli/plugin-registry'
import { tagName } from '../rules/entitlement.ts'
import type { Ctx } from './context.ts'

/** What is known about a person on the day, for deciding entitlement. Seen by the rule, never by the till. */
export async function holderFacts(ctx: Ctx, personId: string): Promise<EntitlementFacts> {
  const all = ctx.elevated()
  const person = await all.rows(people).find(personId)
  const tags = await all.rows(personTags).list({ filter: { personId, status: 'active' }, limit: 200, total: 'none' })
  return {
    tags: tags.rows.map((row) => ({ tag: tagName(row.tag), from: row.from, to: row.to ?? undefined })),
    deceasedOn: person ? (person.deceasedAt ?? undefined) : ctx.today,
  }
}
