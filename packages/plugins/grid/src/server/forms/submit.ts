import type { ActionInput, NewRow, Row, RowPatch } from '@linli/kit'
import { organisations, people, units } from '@linli/plugin-registry'
import { RefusedError } from '@linli/store'
import type { submitForm } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { formCollected } from '../../events.ts'
import { checkpoints, forms, gridEvents, submissionPhotos, submissions } from '../../resources/index.ts'
import { photosOf, refuseAnswers, TARGETS } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'
import { isNewSubject, placeOfNew, proposeNew } from './candidates.ts'
import { comparedWith, differences } from './subject.ts'

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
  const { offlineId, formId, takenAt, spot, photo, answers } = input
  const values = { offlineId, formId, takenAt, spot, photo, formVersion: form.edition, answers: answers ?? {}, ...subject }
  try {
    const row = await ctx.attempt(async () => kept(ctx, form, await all.create(values as NewRow<typeof submissions>), input))
    return sent(row, false)
  } catch (error) {
    const first = error instanceof RefusedError && error.refusals.some(({ code }) => code === 'row.taken') ? await known() : undefined
    if (first) return first
    throw error
  }
}

/** What follows from a submission in the same transaction: its photos, how it stands to the registry, whom the registry does not know. */
async function kept(ctx: Ctx, form: Row<typeof forms>, row: Submission, input: ActionInput<typeof submitForm>): Promise<Submission> {
  const all = ctx.elevated()
  const { id: submissionId, communityId, gridId } = row
  for (const { title, photo } of photosOf(form.questions ?? [], row.answers))
    await all.rows(submissionPhotos).create({ submissionId, title, photo, communityId, gridId })
  const after = isNewSubject(form.target, input) ? await proposed(ctx, row, input) : await compared(ctx, form, row)
  const data = { submissionId, formId: form.id, target: form.target, status: after.status }
  await ctx.emit(formCollected, { resource: submissions, id: submissionId, communityId }, data)
  return after
}

async function proposed(ctx: Ctx, row: Submission, input: ActionInput<typeof submitForm>): Promise<Submission> {
  await proposeNew(ctx, row, input)
  return ctx.elevated().rows(submissions).step(row.id, 'await', {})
}

async function compared(ctx: Ctx, form: Row<typeof forms>, row: Submission): Promise<Submission> {
  const found = await differences(ctx, form, row)
  const conflicts = found.filter(({ isFilled }) => isFilled).length
  const all = ctx.elevated().rows(submissions)
  await all.update(row.id, { conflicts, compared: comparedWith(form, row.answers, found) })
  return all.step(row.id, conflicts > 0 ? 'contradict' : 'validate', {})
}

async function outdated(ctx: Ctx, form: Row<typeof forms>): Promise<ReturnType<typeof reason>> {
  const current = await ctx.rows(forms).first({ code: form.code, status: 'published' })
  return current ? reason('form.wrong_version', { version: current.edition }, 'formId') : reason('form.not_published', undefined, 'formId')
}

/** Whom or what the form is filled in for, which must be in the officer's reach, and where that stands. */
async function subjectOf(ctx: Ctx, form: Row<typeof forms>, input: ActionInput<typeof submitForm>): Promise<RowPatch<typeof submissions>> {
  const needed = (): never => ctx.refuse(reason('form.subject_needed', { target: TARGETS[form.target] }), 400)
  if (isNewSubject(form.target, input)) return placeOfNew(ctx, input)
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
