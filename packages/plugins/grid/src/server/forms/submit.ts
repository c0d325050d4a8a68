import type { ActionInput, NewRow, Row, RowPatch } from '@linli/kit'
import { organisations, people, units } from '@linli/plugin-registry'
import { RefusedError } from '@linli/store'
import type { submitForm } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { checkpoints, forms, gridEvents, submissions } from '../../resources/index.ts'
import { refuseAnswers, TARGETS } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'
import { differences } from './subject.ts'

type Submission = Row<typeof submissions>
interface Sent {
  readonly submissionId: string
  readonly status: string
  readonly conflicts: number
  readonly repeated: boolean
}

/** Takes a filled form from the phone. The same draft, sent again, is the same submission (W3). */
export async function handleSubmit(ctx: Ctx, input: ActionInput<typeof submitForm>): Promise<Sent> {
  const all = ctx.elevated().rows(submissions)
  const known = async (): Promise<Sent | undefined> => {
    const row = await all.first({ offlineId: input.offlineId })
    return row && sent(row, true)
  }
  const before = await known()
  if (before) return before
  const form = await ctx.rows(forms).get(input.formId)
  if (form.status !== 'published') return ctx.refuse(await outdated(ctx, form))
  const faults = refuseAnswers(form.questions ?? [], input.answers ?? {})
  if (faults.length > 0) return ctx.refuse(faults, 400)
  const subject = await subjectOf(ctx, form, input)
  const values: NewRow<typeof submissions> = { ...input, ...subject, formVersion: form.edition, answers: input.answers ?? {} }
  try {
    const row = await ctx.attempt(async () => compared(ctx, form, await all.create(values)))
    return sent(row, false)
  } catch (error) {
    const first = error instanceof RefusedError && error.refusals.some(({ code }) => code === 'row.taken') ? await known() : undefined
    if (first) return first
    throw error
  }
}

async function compared(ctx: Ctx, form: Row<typeof forms>, row: Submission): Promise<Submission> {
  const conflicts = (await differences(ctx, form, row)).filter(({ isFilled }) => isFilled).length
  const all = ctx.elevated().rows(submissions)
  await all.update(row.id, { conflicts })
  return all.step(row.id, conflicts > 0 ? 'contradict' : 'validate', {})
}

async function outdated(ctx: Ctx, form: Row<typeof forms>): Promise<ReturnType<typeof reason>> {
  const current = await ctx.rows(forms).first({ code: form.code, status: 'published' })
  return current ? reason('form.wrong_version', { version: current.edition }, 'formId') : reason('form.not_published', undefined, 'formId')
}

/** Whom or what the form is filled in for, which must be in the officer's reach, and where that stands. */
async function subjectOf(ctx: Ctx, form: Row<typeof forms>, input: ActionInput<typeof submitForm>): Promise<RowPatch<typeof submissions>> {
  const needed = (): never => ctx.refuse(reason('form.subject_needed', { target: TARGETS[form.target] }), 400)
  const nothing = { personId: null, unitId: null, organisationId: null, checkpointId: null, eventId: null }
  if (form.target === 'person') {
    const person = await ctx.rows(people).get(input.personId ?? needed())
    return { ...nothing, personId: person.id, about: person.name, communityId: person.communityId, gridId: person.gridId }
  }
  if (form.target === 'organisation') {
    const found = await ctx.rows(organisations).get(input.organisationId ?? needed())
    return { ...nothing, organisationId: found.id, about: found.name, communityId: found.communityId, gridId: found.gridId }
  }
  if (form.target === 'facility') {
    const found = await ctx.rows(checkpoints).get(input.checkpointId ?? needed())
    return { ...nothing, checkpointId: found.id, about: found.name, communityId: found.communityId, gridId: found.gridId }
  }
  if (form.target === 'event') {
    const event = await ctx.rows(gridEvents).get(input.eventId ?? needed())
    return { ...nothing, eventId: event.id, about: event.title, communityId: event.communityId, gridId: event.gridId }
  }
  const unit = await ctx.rows(units).get(input.unitId ?? needed())
  return { ...nothing, unitId: unit.id, about: unit.fullName ?? unit.name, communityId: unit.communityId, gridId: unit.gridId }
}

function sent({ id, status, conflicts }: Submission, repeated: boolean): Sent {
  return { submissionId: id, status, conflicts: conflicts ?? 0, repeated }
}
