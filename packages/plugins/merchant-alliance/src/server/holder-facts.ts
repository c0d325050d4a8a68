import type { EntitlementFacts } from '@linli/core/eligibility'
import { people, personTags } from '@linli/plugin-registry'
import { incomeProofs } from '../resources/index.ts'
import { tagName } from '../rules/entitlement.ts'
import type { Ctx } from './context.ts'

/** What is known about a person on the day, for deciding entitlement. Seen by the rule, never by the till. */
export async function holderFacts(ctx: Ctx, personId: string): Promise<EntitlementFacts> {
  const all = ctx.elevated()
  const person = await all.rows(people).find(personId)
  const tags = await all.rows(personTags).list({ filter: { personId, status: 'active' }, limit: 200, total: 'none' })
  const proofs = await all.rows(incomeProofs).list({ filter: { personId, status: 'valid' }, limit: 200, total: 'none' })
  // A record that was merged into another is nobody any more.
  const isSomebody = person && !person.mergedInto
  return {
    tags: tags.rows.map((row) => ({ tag: tagName(row.tag), from: row.from, to: row.to ?? undefined })),
    incomes: proofs.rows.map((row) => ({ monthlyFen: row.monthly, checkedOn: row.from, validTo: row.to ?? undefined })),
    deceasedOn: isSomebody ? (person.deceasedAt ?? undefined) : ctx.today,
  }
}
