import type { Row, RowPatch } from '@linli/kit'
import { changeProposals, people, type ProposableField } from '../../resources/index.ts'
import type { FactSource } from '../../rules/source-trust.ts'
import type { Ctx } from '../context.ts'

const ENCIPHERED: ReadonlySet<string> = new Set(['idNumber', 'phone'])

/** Puts a less trusted value where somebody decides about it. Numbers are kept enciphered and never shown beside each other. */
export async function propose(
  all: Ctx,
  person: Row<typeof people>,
  field: ProposableField,
  patch: RowPatch<typeof people>,
  source: FactSource,
): Promise<void> {
  const { id: personId, communityId, gridId } = person
  const value = patch[field]
  const text = (each: unknown): string | null => (each === null || each === undefined ? null : shownValue(field, String(each)))
  const waiting = await all.rows(changeProposals).list({ filter: { personId, field, source, status: 'open' }, limit: 20, total: 'none' })
  const isNumber = ENCIPHERED.has(field)
  if (!isNumber && waiting.rows.some(({ newValue }) => newValue === text(value))) return
  await all.rows(changeProposals).create({
    personId,
    communityId,
    gridId,
    field,
    source,
    recordedSource: person.source,
    proposedAt: all.today,
    oldValue: isNumber ? null : text(person[field]),
    newValue: isNumber ? null : text(value),
    newIdNumber: field === 'idNumber' ? patch.idNumber : null,
    newPhone: field === 'phone' ? patch.phone : null,
  })
}

function shownValue(field: ProposableField, value: string): string {
  return people.fields[field].options?.[value] ?? value
}
