import type { Row, RowPatch } from '@linli/kit'
import { changeProposals, organisations, people, type ProposableField, trustOf, units } from '@linli/plugin-registry'
import type { Effects, Guards } from '@linli/store'
import type { submissions } from '../../resources/index.ts'
import { forms, proposals } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { labelled } from './labelled.ts'
import { type Difference, differences } from './subject.ts'
import { verificationOf, verify } from './verification.ts'

type Submission = Row<typeof submissions>

export const submissionGuards: Guards<Ctx, typeof submissions> = {
  merge: async (ctx, { row, input }) => {
    return { outcome: await mergeAll(ctx, row, input.how ?? 'propose') }
  },
}

/** Brings the answers of a submission to the registry, and says what became of them. */
export async function mergeAll(ctx: Ctx, row: Submission, how: 'propose' | 'keep' = 'propose'): Promise<string> {
  const form = await ctx.elevated().rows(forms).get(row.formId)
  const found = await differences(ctx, form, row)
  const filled = found.filter(({ isFilled }) => isFilled).length
  const verification = await verificationOf(ctx, form, row)
  await write(ctx, row, how === 'keep' ? found.filter(({ isFilled }) => !isFilled) : found, verification?.seenOn ?? null)
  const verified = row.personId && verification ? await verify(ctx, row.personId, verification) : ''
  const kept = how === 'keep' ? '以原有信息为准' : '留作更正建议'
  return `并入 ${found.length - filled} 项${filled > 0 ? `，${filled} 项${kept}` : ''}${verified}`
}

/** An accepted proposal is written by whoever accepted it. */
export const proposalEffects: Effects<Ctx, typeof proposals> = {
  accept: async (ctx, { after }) => {
    const patch = { [after.fact]: after.newValue }
    if (after.unitId)
      await ctx
        .elevated()
        .rows(units)
        .update(after.unitId, patch as RowPatch<typeof units>, { reason: '采纳网格采集' })
    if (after.organisationId)
      await ctx
        .elevated()
        .rows(organisations)
        .update(after.organisationId, patch as RowPatch<typeof organisations>, { reason: '采纳网格采集' })
  },
}

/**
 * Brings the registry up to date with what was collected. What is empty is filled. What is filled is never overwritten by a visit: for people the
 * registry's own rule of trust decides, for homes and organisations a proposal waits for somebody (W2).
 */
async function write(ctx: Ctx, row: Submission, found: readonly Difference[], seenOn: string | null): Promise<void> {
  const all = ctx.elevated()
  const fill = Object.fromEntries(found.filter(({ isFilled }) => !isFilled).map(({ fact, given }) => [fact, given]))
  const contested = found.filter(({ isFilled }) => isFilled)
  if (row.personId) await writePerson(ctx, row.personId, fill, contested, seenOn)
  if (row.unitId && Object.keys(fill).length > 0)
    await all.rows(units).update(row.unitId, fill as RowPatch<typeof units>, { reason: '网格采集' })
  if (row.organisationId && Object.keys(fill).length > 0)
    await all.rows(organisations).update(row.organisationId, fill as RowPatch<typeof organisations>, { reason: '网格采集' })
  if (row.personId) return
  const { communityId, gridId, unitId, organisationId } = row
  for (const { fact, title, recorded, given } of contested) {
    await all.rows(proposals).create({
      title,
      fact,
      submissionId: row.id,
      unitId,
      organisationId,
      communityId,
      gridId,
      oldValue: fact === 'contactPhone' ? null : recorded,
      newValue: String(given),
    })
  }
}

/**
 * Hands a person's facts to the registry's own proposals: what is empty, or not better known, is accepted at once in the officer's name. What waits for
 * somebody's decision keeps the day on which the person was met, so that the decision verifies the record of that day.
 */
export async function writePerson(
  ctx: Ctx,
  personId: string,
  fill: Readonly<Record<string, string | number>>,
  contested: readonly Difference[],
  seenOn: string | null,
): Promise<void> {
  const all = ctx.elevated()
  const person = await all.rows(people).get(personId)
  const isTrusted = trustOf('officer') >= trustOf(person.source ?? 'self')
  const changes = [
    ...Object.entries(fill).map(([fact, given]) => ({ fact, given, recorded: null, isAccepted: true })),
    ...contested.map(({ fact, given, recorded }) => ({ fact, given, recorded, isAccepted: isTrusted })),
  ]
  for (const { fact, given, recorded, isAccepted } of changes) {
    const isPhone = fact === 'phone'
    const isNumber = isPhone || fact === 'idNumber'
    const proposal = await all.rows(changeProposals).create({
      personId,
      communityId: person.communityId,
      gridId: person.gridId,
      field: fact as ProposableField,
      source: 'officer',
      recordedSource: person.source,
      proposedAt: ctx.today,
      seenOn: isAccepted ? null : seenOn,
      oldValue: isNumber || recorded === null ? null : labelled(fact, recorded),
      newValue: isNumber ? null : labelled(fact, String(given)),
      newPhone: isPhone ? String(given) : null,
      newIdNumber: fact === 'idNumber' ? String(given) : null,
    })
    if (isAccepted) await all.rows(changeProposals).step(proposal.id, 'accept', { decisionNote: '网格采集，原来没有更可信的信息' })
  }
}
