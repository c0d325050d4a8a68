import { addDays, addMonths, instantAt } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { commitmentBroken } from '../events.ts'
import { reason } from '../reasons.ts'
import { applications, commitments } from '../resources/index.ts'
import type { CheckedMaterial } from '../rules/checked-material.ts'
import { accountOf, type Ctx } from './context.ts'

type Application = Row<typeof applications>

/** A declaration is settled once; before the decision the applicant may take it back and bring the paper instead. */
export const commitmentGuards: Guards<Ctx, typeof commitments> = {
  create: (ctx) => {
    const verifyBy = addDays(ctx.today, ctx.settings.commitmentVerifyDays)
    return { verifyBy, dueAt: instantAt(addDays(verifyBy, 1), 0) }
  },
  keep: (ctx) => settled(ctx),
  refute: (ctx) => ({ ...settled(ctx), barredUntil: addMonths(ctx.today, ctx.settings.commitmentBarMonths) }),
  withdraw: async (ctx, { row }) => {
    const application = await ctx.elevated().rows(applications).lock(row.applicationId)
    return application.decidedAt === null ? settled(ctx) : reason('commitment.decided')
  },
}

export const commitmentEffects: Effects<Ctx, typeof commitments> = {
  refute: async (ctx, { after: { id, applicationId, consequence, communityId } }) => {
    await lackAgain(ctx, applicationId, id)
    await ctx.emit(
      commitmentBroken,
      { resource: commitments, id, communityId },
      { commitmentId: id, applicationId, consequence: consequence ?? '' },
    )
  },
  withdraw: (ctx, { after: { id, applicationId } }) => lackAgain(ctx, applicationId, id),
}

/** Why an applicant may not declare instead of bringing a paper; nothing where they may. */
export async function refuseCommitments(
  ctx: Ctx,
  row: Application,
  list: readonly CheckedMaterial[],
  signed: boolean,
): Promise<Refusal | undefined> {
  if (!list.some(({ state }) => state === 'promised')) return undefined
  if (!signed) return reason('commitment.unsigned', undefined, 'committed')
  const { personId, organisationId } = row
  const whose = personId ? { personId } : organisationId ? { organisationId } : undefined
  if (!whose) return reason('commitment.stranger', undefined, 'personId')
  const barred = await ctx
    .elevated()
    .rows(commitments)
    .first({ ...whose, status: 'broken', barredUntil_gte: ctx.today })
  return barred ? reason('commitment.barred', { day: barred.barredUntil ?? '' }, 'committed') : undefined
}

/** Writes down every paper that a declaration stands for, and takes back what is a paper again. */
export async function keepCommitments(ctx: Ctx, row: Application, list: readonly CheckedMaterial[]): Promise<void> {
  const rows = ctx.elevated().rows(commitments)
  const open = await rows.list({ filter: { applicationId: row.id, status: 'pending' }, limit: 100, total: 'none' })
  const standing = new Set(open.rows.map(({ material }) => material))
  for (const { name, state } of list) {
    if (state !== 'promised' || standing.has(name)) continue
    await rows.create({
      title: `${row.no ?? ''} 承诺代替「${name}」`,
      applicationId: row.id,
      material: name,
      personId: row.personId,
      organisationId: row.organisationId,
      communityId: row.communityId,
    })
  }
  for (const { id, material } of open.rows)
    if (list.find(({ name }) => name === material)?.state === 'ok') await rows.step(id, 'withdraw', { finding: '已改交材料' })
}

/** A case is not granted on what proved untrue, or on what was taken back and never brought. */
export async function refuseDecision(ctx: Ctx, row: Application): Promise<Refusal | undefined> {
  const { rows } = await ctx
    .elevated()
    .rows(commitments)
    .list({ filter: { applicationId: row.id, status: ['broken', 'withdrawn'] }, limit: 100, total: 'none' })
  const open = rows.filter(({ material }) => (row.materials ?? []).find(({ name }) => name === material)?.state !== 'ok')
  return open.length > 0 ? reason('commitment.open', { materials: open.map(({ material }) => material).join('、') }) : undefined
}

async function lackAgain(ctx: Ctx, applicationId: string, id: string): Promise<void> {
  const all = ctx.elevated()
  const { material } = await all.rows(commitments).get(id)
  const row = await all.rows(applications).lock(applicationId)
  const materials = (row.materials ?? []).map((each) =>
    each.name === material && each.state === 'promised' ? { ...each, state: 'missing' as const } : each,
  )
  await all.rows(applications).update(applicationId, { materials }, { reason: `告知承诺不再有效：${material}` })
}

function settled(ctx: Ctx): { settledAt: string; settledById: string | null; dueAt: null } {
  return { settledAt: ctx.now, settledById: accountOf(ctx), dueAt: null }
}
