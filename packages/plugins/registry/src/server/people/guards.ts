import type { Refusal } from '@linli/core/refusal'
import type { NewRow, Row, RowPatch } from '@linli/kit'
import { people, PROPOSABLE_FIELDS, type ProposableField } from '../../resources/index.ts'
import { splitByTrust, trustOf, type FactSource } from '../../rules/source-trust.ts'
import type { Ctx } from '../context.ts'
import { presentHand } from '../hand.ts'
import { reason } from '../reasons.ts'
import { propose } from './propose.ts'
import { sourceOf } from './source-of.ts'

type Person = Row<typeof people>
type Patch = RowPatch<typeof people>

/** Writes down where the facts of a new record come from. */
export function guardPersonCreate(ctx: Ctx, { values }: { values: NewRow<typeof people> }): Refusal | Patch {
  if (!values.communityId) return reason('person.community_missing', undefined, 'communityId')
  const source = presentHand()?.source ?? values.source ?? sourceOf(ctx.actor)
  return { source, sourceTrust: trustOf(source), verifiedAt: values.verifiedAt ?? (isVerifying(source) ? ctx.today : null) }
}

/** Lets a source overwrite only what is not better known; the rest becomes proposals (W2). */
export async function guardPersonUpdate(ctx: Ctx, { row, patch }: { row: Person; patch: Patch }): Promise<Refusal | Patch | void> {
  const hand = presentHand()
  if (hand && !hand.source) return undefined
  if (row.mergedInto) return reason('person.merged')
  const changed = Object.keys(patch).filter((field): field is ProposableField => Object.hasOwn(PROPOSABLE_FIELDS, field))
  if (changed.length === 0) return laterVerification(row, patch)
  const given = hand?.source ?? sourceOf(ctx.actor)
  const known = row.source ?? 'self'
  const all = ctx.elevated()
  const { proposed } = splitByTrust({ recorded: known, given, changed, isEmpty: (field) => row[field as ProposableField] === null })
  for (const field of proposed) await propose(all, row, field as ProposableField, patch, given)
  if (trustOf(given) < trustOf(known)) return recordedFacts(all, row, proposed as ProposableField[])
  return { source: given, sourceTrust: trustOf(given), ...(isVerifying(given) ? { verifiedAt: ctx.today } : {}) }
}

/** What was checked earlier than the record says already makes it no older. */
function laterVerification({ verifiedAt }: Person, patch: Patch): Patch | undefined {
  return verifiedAt && patch.verifiedAt && patch.verifiedAt < verifiedAt ? { verifiedAt } : undefined
}

/** A ledger of visits may be months old; whoever types after a visit was there. Nobody's word about herself verifies it. */
function isVerifying(source: FactSource): boolean {
  return source === 'official' || source === 'counter' || (source === 'officer' && presentHand() === undefined)
}

/** The facts as they stand, in clear where they are enciphered, so that the write leaves them as they are. */
async function recordedFacts(all: Ctx, row: Person, fields: readonly ProposableField[]): Promise<Patch> {
  const numbers = fields.filter((field): field is 'idNumber' | 'phone' => field === 'idNumber' || field === 'phone')
  const clear = numbers.length > 0 ? await all.rows(people).reveal(row.id, numbers, 'identity') : {}
  return { ...Object.fromEntries(fields.map((field) => [field, row[field]])), ...clear }
}
