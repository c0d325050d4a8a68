import type { Refusal } from '@linli/core/refusal'
import type { ActionInput, NewRow, Row, RowPatch } from '@linli/kit'
import { people, residences, units } from '@linli/plugin-registry'
import type { Effects, Guards } from '@linli/store'
import type { submitForm } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { candidates, forms, submissions } from '../../resources/index.ts'
import type { Target } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'
import { mergeAll, writePerson } from './merge.ts'
import { verificationOf } from './verification.ts'

type Candidate = Row<typeof candidates>
type Sent = ActionInput<typeof submitForm>
interface Made {
  readonly personId: string | null
  readonly homeId: string | null
}

/** Whether a form is filled in for somebody, or some home, that is in no list. */
export function isNewSubject(target: Target, { newName, newRoom, personId, unitId }: Sent): boolean {
  return (target === 'person' && !personId && Boolean(newName)) || (target === 'home' && !unitId && Boolean(newRoom))
}

/** Where a new resident lives or a new home stands, which must be in the officer's reach. */
export async function placeOfNew(ctx: Ctx, { newName, newRoom, newHomeId, newParentId }: Sent): Promise<RowPatch<typeof submissions>> {
  const unitId = newName ? newHomeId : newParentId
  if (!unitId) return ctx.refuse(reason('candidate.place_needed', undefined, newName ? 'newHomeId' : 'newParentId'), 400)
  const { communityId, gridId, fullName, name } = await ctx.rows(units).get(unitId)
  const about = newName ? `新居民：${newName}` : `新房屋：${fullName ?? name}${newRoom ?? ''}`
  return { about: about.slice(0, 120), communityId, gridId }
}

/** Puts what no list knows before whoever answers for the registry. */
export async function proposeNew(ctx: Ctx, { id, about, communityId, gridId }: Row<typeof submissions>, sent: Sent): Promise<void> {
  const isPerson = Boolean(sent.newName)
  const values: NewRow<typeof candidates> = {
    kind: isPerson ? 'person' : 'home',
    submissionId: id,
    name: sent.newName ?? null,
    sex: sent.newSex ?? null,
    birthDate: sent.newBirthDate ?? null,
    idNumber: sent.newIdNumber ?? null,
    residenceKind: sent.newResidence ?? null,
    unitId: isPerson ? sent.newHomeId : sent.newParentId,
    room: sent.newRoom ?? null,
    communityId,
    gridId,
  }
  const likelyId = isPerson ? await likelyKnown(ctx, sent) : null
  await ctx
    .elevated()
    .rows(candidates)
    .create({ ...values, title: about, likelyId })
}

/** Nothing is made but by a decision, and nobody twice: who is known by the number is chosen, not made (W2). */
export const candidateGuards: Guards<Ctx, typeof candidates> = {
  accept: async (ctx, { row, input: { personId = null, homeId = null } }) => {
    if (row.kind === 'person' ? homeId : personId) return reason('candidate.wrong_kind', undefined, homeId ? 'homeId' : 'personId')
    if (!(row.kind === 'home' ? (homeId ?? row.room) : (personId ?? row.name))) return reason('candidate.unnamed')
    if (row.kind === 'home') return { homeId: homeId ?? (await newHome(ctx, row)), personId: null }
    if (personId) {
      await tellKnown(ctx, personId, row)
      return { personId, homeId: null }
    }
    const made = await newPerson(ctx, row)
    return typeof made === 'string' ? { personId: made, homeId: null } : made
  },
}

/** What was collected goes the way of its subject. */
export const candidateEffects: Effects<Ctx, typeof candidates> = {
  accept: async (ctx, { after }) => {
    const { personId, homeId, submissionId } = after
    if (submissionId) await settle(ctx, submissionId, { personId, homeId })
  },
  reject: async (ctx, { after: { submissionId, decisionNote } }) => {
    if (!submissionId) return
    const rows = ctx.elevated().rows(submissions)
    await rows.update(submissionId, { outcome: decisionNote })
    await rows.step(submissionId, 'drop', {})
  },
}

async function settle(ctx: Ctx, submissionId: string, { personId, homeId }: Made): Promise<void> {
  const rows = ctx.elevated().rows(submissions)
  await rows.update(submissionId, { personId, unitId: homeId })
  const outcome = `已建档，${await mergeAll(ctx, await rows.get(submissionId))}`
  await rows.update(submissionId, { outcome })
  await rows.step(submissionId, 'settle', {})
}

async function newHome(ctx: Ctx, { unitId, room, gridId }: Candidate): Promise<string> {
  const made = await ctx
    .elevated()
    .rows(units)
    .create({ kind: 'room', name: room ?? '', parentId: unitId, gridId }, { reason: '网格采集，核实建档' })
  return made.id
}

async function newPerson(ctx: Ctx, row: Candidate): Promise<string | Refusal> {
  const all = ctx.elevated()
  const idNumber = await numberOf(ctx, row)
  const known = idNumber ? await all.rows(people).first({ idNumber }) : undefined
  if (known) return reason('candidate.known', { name: known.name }, 'personId')
  const { name, sex, birthDate, communityId, gridId, unitId, residenceKind } = row
  const made = await all.rows(people).create(
    {
      name: name ?? '',
      idType: idNumber ? 'resident' : 'none',
      idNumber,
      sex,
      birthDate,
      communityId,
      gridId,
      source: 'officer',
      verifiedAt: ctx.today,
    },
    { reason: '网格采集，核实建档' },
  )
  if (unitId) await all.rows(residences).create({ personId: made.id, unitId, kind: residenceKind ?? 'permanent', communityId, gridId })
  return made.id
}

/** Who was chosen as known already keeps what is better known; what the officer heard goes through the registry's own proposals. */
async function tellKnown(ctx: Ctx, personId: string, row: Candidate): Promise<void> {
  const all = ctx.elevated()
  const person = await all.rows(people).get(personId)
  const { idNumber: known } = await all.rows(people).reveal(personId, ['idNumber'], 'identity')
  const given = { sex: row.sex, birthDate: row.birthDate, idNumber: await numberOf(ctx, row) }
  const recorded = { sex: person.sex, birthDate: person.birthDate, idNumber: known }
  const facts = (['idNumber', 'sex', 'birthDate'] as const).flatMap((fact) => {
    const value = given[fact]
    return value === null || value === recorded[fact] ? [] : [{ fact, title: fact, given: value, recorded: recorded[fact] }]
  })
  const fill = Object.fromEntries(facts.filter((each) => each.recorded === null).map(({ fact, given: value }) => [fact, value]))
  const contested = facts.filter((each) => each.recorded !== null).map((each) => ({ ...each, isFilled: true }))
  await writePerson(ctx, personId, fill, contested, await seenOn(ctx, personId, row.submissionId))
}

/** The day on which the form about somebody known was filled in on site. */
async function seenOn(ctx: Ctx, personId: string, submissionId: string | null): Promise<string | null> {
  if (!submissionId) return null
  const all = ctx.elevated()
  const sent = await all.rows(submissions).get(submissionId)
  return (await verificationOf(ctx, await all.rows(forms).get(sent.formId), { ...sent, personId }))?.seenOn ?? null
}

async function numberOf(ctx: Ctx, { id, idNumber }: Candidate): Promise<string | null> {
  if (!idNumber) return null
  return (await ctx.elevated().rows(candidates).reveal(id, ['idNumber'], 'identity')).idNumber
}

/** Who may be meant: the same number, else the same name in the same home, else the same name and day of birth. */
async function likelyKnown(ctx: Ctx, { newName: name, newIdNumber, newHomeId, newBirthDate }: Sent): Promise<string | null> {
  const rows = ctx.elevated().rows(people)
  const found =
    (newIdNumber ? await rows.first({ idNumber: newIdNumber }) : undefined) ??
    (name && newHomeId ? await rows.first({ name, homeId: newHomeId }) : undefined) ??
    (name && newBirthDate ? await rows.first({ name, birthDate: newBirthDate }) : undefined)
  return found?.id ?? null
}
