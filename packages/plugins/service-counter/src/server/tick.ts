import { followUpRating, leftOvernight } from '@linli/core/accountability'
import { type Clock, isOverdue, recomputeClock } from '@linli/core/calendar'
import { applicationOverdue } from '../events.ts'
import { applications, hotlineOrders, inquiries, ratings } from '../resources/index.ts'
import { isDeemed, told } from './applications.ts'
import { missAppointments } from './appointments.ts'
import { detect } from './breaches.ts'
import { clockColumns } from './clock-columns.ts'
import { clockContext, type Ctx } from './context.ts'
import { freezeRatings } from './ratings.ts'
import { climbLadders } from './supervisions.ts'

const MANY = 1000

/** Looks at every clock: what the law deems (K3), what lapses, what is overdue, left overnight (K7) or not contacted (K9). Run again, it changes nothing. */
export async function tickClocks(ctx: Ctx): Promise<{ deemed: number; lapsed: number; overdue: number; breaches: number }> {
  const sum = { deemed: 0, lapsed: 0, overdue: 0, breaches: 0 }
  await deem(ctx, sum)
  await lapse(ctx, sum)
  await recompute(ctx)
  await overdue(ctx, sum)
  await overnight(ctx, sum)
  await undelivered(ctx, sum)
  await notContacted(ctx, sum)
  await notFixed(ctx, sum)
  await hotline(ctx, sum)
  await handOvers(ctx, sum)
  await missAppointments(ctx)
  await climbLadders(ctx)
  await freezeRatings(ctx)
  return sum
}

type Sum = Awaited<ReturnType<typeof tickClocks>>

async function deem(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx
    .rows(applications)
    .list({ filter: { status: ['submitted', 'supplemented'], dueAt_lt: ctx.now }, limit: MANY, total: 'none' })
  for (const row of rows) {
    if (!isDeemed(ctx, row)) continue
    await ctx.rows(applications).step(row.id, 'deem', {}, { reason: '法定期限内没有告知，自收件之日起视为受理' })
    sum.deemed += 1
    await breach(ctx, sum, row, 'no-notice', '五个工作日内没有受理也没有一次性告知，依法视为受理。')
  }
}

async function lapse(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx
    .rows(applications)
    .list({ filter: { status: ['noticed', 'deferred'], lapseOn_lt: ctx.today }, limit: MANY, total: 'none' })
  for (const { id } of rows) {
    await ctx.rows(applications).step(id, 'lapse', {}, { reason: '逾期未补正' })
    sum.lapsed += 1
  }
}

async function recompute(ctx: Ctx): Promise<void> {
  const { rows } = await ctx
    .rows(applications)
    .list({ filter: { isProvisional: true, clockState: ['running', 'paused'] }, limit: MANY, total: 'none' })
  for (const { id, clock } of rows) {
    const again = clock && recomputeClock(clock, { at: ctx.now, reason: '放假通知' }, clockContext(ctx))
    if (again?.ok && again.value.changed) await moved(ctx, id, again.value.clock)
  }
}

async function moved(ctx: Ctx, id: string, clock: Clock): Promise<void> {
  const { dueAt: _dueAt, dueProvisional: _dueProvisional, ...columns } = clockColumns(ctx, clock)
  await ctx.rows(applications).update(id, columns, { reason: '按新的放假通知重算' })
}

async function overdue(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx.rows(applications).list({
    filter: { status: 'in_review', dueAt_lt: ctx.now, overdueTold_neq: true },
    limit: MANY,
    total: 'none',
  })
  for (const row of rows) {
    if (!row.clock || !isOverdue(row.clock, ctx.now)) continue
    await ctx.rows(applications).update(row.id, { overdueTold: true }, { reason: '已超期' })
    await ctx.emit(applicationOverdue, { resource: applications, id: row.id, communityId: row.communityId }, told(row))
    sum.overdue += 1
    await breach(ctx, sum, row, 'overdue', `承诺 ${row.promisedDays ?? 0} 个工作日，应于 ${row.promisedOn ?? ''} 办结，到期未办结。`)
  }
}

async function overnight(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx.rows(applications).list({
    filter: { kind: ['instant', 'consult'], status: ['submitted', 'supplemented', 'in_review', 'paused'] },
    limit: MANY,
    total: 'none',
  })
  for (const row of rows) {
    // The day counts on which the papers were complete, not the first visit.
    const receivedAt = row.completedAt ?? row.acceptedAt ?? (row.status === 'supplemented' ? row.statusSince : row.submittedAt)
    if (!receivedAt || !leftOvernight({ receivedAt }, ctx.now)) continue
    await breach(ctx, sum, row, 'left-overnight', '即办件没有当天办结。')
  }
}

/** A decision that was not brought to the applicant within ten working days (行政许可法 art. 44). */
async function undelivered(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx.rows(applications).list({ filter: { status: 'decided', dueAt_lt: ctx.now }, limit: MANY, total: 'none' })
  for (const row of rows) {
    const isNew = await detect(ctx, {
      kind: 'overdue',
      subjectId: row.handlerId,
      sourceKind: 'application',
      // The decision itself may have been late: its delivery is answered for by itself.
      sourceId: `${row.id}#d`,
      slip: row.no ?? '',
      detail: '办结后十个工作日内没有送达申请人。',
      communityId: row.communityId,
    })
    if (isNew) sum.breaches += 1
  }
}

async function notContacted(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx.rows(ratings).list({ filter: { status: 'to_contact', dueAt_lt: ctx.now }, limit: MANY, total: 'none' })
  for (const { id, createdAt, contactedAt, contactId, communityId } of rows) {
    const follow = followUpRating(
      { grade: 1, named: true, at: createdAt, ...(contactedAt ? { contactedAt } : {}) },
      ctx.now,
      clockContext(ctx),
    )
    if (!follow.ok || !follow.value?.missed) continue
    const isNew = await detect(ctx, {
      kind: 'rating-not-contacted',
      subjectId: contactId,
      sourceKind: 'rating',
      sourceId: id,
      // No number of the case: its handler reads breaches, and must not learn of the rating before it is frozen (K8).
      slip: '',
      detail: '实名差评一个工作日内没有联系群众。是哪一件，处理人在「好差评」里看。',
      communityId,
    })
    if (isNew) sum.breaches += 1
  }
}

async function notFixed(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx.rows(ratings).list({ filter: { status: 'fixing', dueAt_lt: ctx.now }, limit: MANY, total: 'none' })
  for (const { id, contactId, communityId } of rows) {
    const isNew = await detect(ctx, {
      kind: 'overdue',
      subjectId: contactId,
      sourceKind: 'rating',
      sourceId: id,
      slip: '',
      detail: '差评没有在十五个工作日内整改完成。是哪一件，处理人在「好差评」里看。',
      communityId,
    })
    if (isNew) sum.breaches += 1
  }
}

async function hotline(ctx: Ctx, sum: Sum): Promise<void> {
  const unanswered = await ctx.rows(hotlineOrders).list({
    filter: { status: 'received', respondDue_lt: ctx.now, isResponded_empty: true },
    limit: MANY,
    total: 'none',
  })
  for (const { id } of unanswered.rows) await ctx.rows(hotlineOrders).update(id, { isResponded: 'no' }, { reason: '签收时限已过' })
  const { rows } = await ctx.rows(hotlineOrders).list({
    filter: { status: ['received', 'accepted', 'handled'], dueAt_lt: ctx.now, overdueTold_neq: true },
    limit: MANY,
    total: 'none',
  })
  for (const { id, handlerId, no, communityId } of rows) {
    await ctx.rows(hotlineOrders).update(id, { overdueTold: true }, { reason: '已超期' })
    sum.overdue += 1
    if (
      await detect(ctx, {
        kind: 'overdue',
        subjectId: handlerId,
        sourceKind: 'hotline',
        sourceId: id,
        slip: no,
        detail: '12345 工单到期没有答复。',
        communityId,
      })
    )
      sum.breaches += 1
  }
}

async function handOvers(ctx: Ctx, sum: Sum): Promise<void> {
  const { rows } = await ctx.rows(inquiries).list({ filter: { status: 'handed', dueAt_lt: ctx.now }, limit: MANY, total: 'none' })
  for (const { id, handToId, handedTimes, no, communityId } of rows) {
    const detail = '首问移交后，接收人没有在时限内答复，已自动退回首问人。'
    // Each hand-over is answered for by itself.
    const sourceId = `${id}#${handedTimes ?? 1}`
    if (await detect(ctx, { kind: 'overdue', subjectId: handToId, sourceKind: 'inquiry', sourceId, slip: no ?? '', detail, communityId }))
      sum.breaches += 1
    await ctx.rows(inquiries).step(id, 'bounce', {}, { reason: '逾期未接收' })
  }
}

async function breach(
  ctx: Ctx,
  sum: Sum,
  row: { readonly id: string; readonly no: string | null; readonly handlerId: string | null; readonly communityId: string | null },
  kind: 'overdue' | 'no-notice' | 'left-overnight',
  detail: string,
): Promise<void> {
  const isNew = await detect(ctx, {
    kind,
    subjectId: row.handlerId,
    sourceKind: 'application',
    sourceId: row.id,
    slip: row.no ?? '',
    detail,
    communityId: row.communityId,
  })
  if (isNew) sum.breaches += 1
}
