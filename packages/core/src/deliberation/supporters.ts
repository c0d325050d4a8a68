import { type Charter, type Proposal } from './matter.ts'

/**
 * Supporters as the charter counts them: per household once, or per person once. Proposers are not counted again.
 *
 * @example
 * countSupporters({ versions: [], proposers: ['a'], supporters: [{ personId: 'b', householdId: 'h1' }, { personId: 'c', householdId: 'h1' }, { personId: 'a' }] }, 'household') // 1
 */
export function countSupporters(proposal: Proposal, per: Charter['supportersPer']): number {
  const others = proposal.supporters.filter((supporter) => !proposal.proposers.includes(supporter.personId))
  // Somebody whose household is not known counts as one by person, as nobody else can be counted with them.
  const key = (supporter: (typeof others)[number]): string =>
    per === 'household' && supporter.householdId !== undefined ? `household:${supporter.householdId}` : `person:${supporter.personId}`
  return new Set(others.map(key)).size
}
