import type { Row, RowPatch } from '@linli/kit'
import { changeProposals, people, type ProposableField } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { byRule } from '../hand.ts'
import { verifySeen } from './verify-seen.ts'

/** Writes an accepted value. Whoever accepts stands in for it, so the record's source stays as trusted as it was. */
export async function afterAccept(ctx: Ctx, { after }: { after: Row<typeof changeProposals> }): Promise<void> {
  const all = ctx.elevated()
  const person = await all.rows(people).lock(after.personId)
  const value = await proposedValue(all, after)
  await byRule(() =>
    all.rows(people).update(person.id, { [after.field]: value } as RowPatch<typeof people>, { reason: '采纳信息更正建议' }),
  )
  await verifySeen(ctx, { after })
}

async function proposedValue(all: Ctx, { id, field, newValue }: Row<typeof changeProposals>): Promise<unknown> {
  if (field === 'idNumber') return (await all.rows(changeProposals).reveal(id, ['newIdNumber'], 'identity')).newIdNumber
  if (field === 'phone') return (await all.rows(changeProposals).reveal(id, ['newPhone'], 'identity')).newPhone
  if (newValue === null) return null
  if (field === 'childrenLiving') return Number(newValue)
  return codedValue(field, newValue)
}

/** The code of a shown label; texts are their own. */
function codedValue(field: ProposableField, shown: string): string {
  return Object.entries(people.fields[field].options ?? {}).find(([, label]) => label === shown)?.[0] ?? shown
}
