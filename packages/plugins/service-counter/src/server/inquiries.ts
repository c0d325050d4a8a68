import {
  answerHandOver,
  closeInquiry,
  type FirstInquiry,
  type InquiryDisposition,
  offerHandOver,
  openInquiry,
  takeBackHandOver,
} from '@linli/core/accountability'
import { covers } from '@linli/core/access'
import { definePromise, startClock } from '@linli/core/calendar'
import type { Refusal } from '@linli/core/refusal'
import type { EventEnvelope, Row } from '@linli/kit'
import { accounts } from '@linli/kit/platform'
import { accountAccess, type Effects, type Guards } from '@linli/store'
import { inquiryClosed, inquiryHanded } from '../events.ts'
import { reason } from '../reasons.ts'
import { inquiries, windows } from '../resources/index.ts'
import { openingOf } from '../rules/opening.ts'
import { accountOf, clockContext, type Ctx } from './context.ts'
import { nextNumber } from './numbers.ts'

/** Core keeps who is responsible (K1); refusals that name people name them by their names. */
export const inquiryGuards: Guards<Ctx, typeof inquiries> = {
  create: async (ctx, { values }) => {
    const first = values.firstPersonId ?? accountOf(ctx)
    return {
      no: await nextNumber(ctx, 'counter_inquiries', 'S'),
      firstPersonId: first,
      ownerId: first,
      record: openInquiry(first ?? 'unclaimed', ctx.now),
    }
  },
  handOver: async (ctx, { row, input }) => {
    if (!input.handToId) return reason('inquiry.nobody', undefined, 'handToId')
    const unable = await cannotTake(ctx, row.communityId, input.handToId)
    if (unable) return unable
    const offered = offerHandOver(recordOf(ctx, row), { by: ctx.actor.id, to: input.handToId, at: ctx.now })
    if (!offered.ok) return named(ctx, offered.refusal)
    return {
      record: offered.value,
      handToId: input.handToId,
      handedTimes: row.handedTimes === null ? 1 : row.handedTimes + 1,
      ...claimed(ctx, row),
      dueAt: handOverDue(ctx),
    }
  },
  accept: async (ctx, { row }) => {
    const answered = answerHandOver(recordOf(ctx, row), { by: ctx.actor.id, answer: 'accepted', at: ctx.now })
    return answered.ok
      ? { record: answered.value, ownerId: accountOf(ctx), handToId: null, lastAnswer: `${ctx.actor.name} 已接收` }
      : named(ctx, answered.refusal)
  },
  refuse: async (ctx, { row, input }) => {
    const answered = answerHandOver(recordOf(ctx, row), { by: ctx.actor.id, answer: 'refused', reason: input.reason, at: ctx.now })
    if (!answered.ok) return named(ctx, answered.refusal)
    return {
      record: answered.value,
      handToId: null,
      refusedTimes: (row.refusedTimes ?? 0) + 1,
      lastAnswer: `${ctx.actor.name} 退回：${input.reason}`.slice(0, 200),
    }
  },
  takeBack: (ctx, { row }) => takenBack(ctx, row, ctx.actor.id, `${ctx.actor.name} 收回移交`),
  bounce: (ctx, { row }) => takenBack(ctx, row, recordOf(ctx, row).owner, '接收人没有在时限内答复，自动退回首问人'),
  close: async (ctx, { row, input }) => {
    const closed = closeInquiry(recordOf(ctx, row), { by: ctx.actor.id, at: ctx.now, disposition: dispositionOf(ctx, input) })
    if (!closed.ok) return named(ctx, closed.refusal)
    const told = [input.outcome, input.unit, input.contact, input.reportedTo].filter(Boolean).join('；')
    return { record: closed.value, closedAt: ctx.now, outcome: told.slice(0, 300), ...claimed(ctx, row) }
  },
}

export const inquiryEffects: Effects<Ctx, typeof inquiries> = {
  accept: (ctx, { after }) =>
    ctx.emit(inquiryHanded, { resource: inquiries, id: after.id, communityId: after.communityId }, { inquiryId: after.id }),
  close: (ctx, { after }) =>
    ctx.emit(
      inquiryClosed,
      { resource: inquiries, id: after.id, communityId: after.communityId },
      { inquiryId: after.id, sourceId: after.sourceId, disposition: after.disposition },
    ),
}

/** An event of the grid that wants a service: whoever sits at a window there is asked first; without one, the first who takes it up. */
export async function onGridNeeds(ctx: Ctx, event: EventEnvelope<Readonly<Record<string, string | null>>>): Promise<void> {
  const rows = ctx.elevated().rows(inquiries)
  const { eventId, no } = event.data
  if (!eventId || (await rows.first({ sourceId: eventId }))) return
  const window = await ctx.elevated().rows(windows).first({ status: 'open', communityId: event.communityId, accountId_empty: false })
  await rows.create({
    matter: `网格事件 ${no ?? ''} 转来的服务需求`,
    channel: 'grid',
    sourceId: eventId,
    firstPersonId: window?.accountId ?? null,
    communityId: event.communityId,
  })
}

/** Whoever is given an inquiry has to be able to accept it there: otherwise it comes back late and they answer for what they could not do. */
async function cannotTake(ctx: Ctx, communityId: string | null, accountId: string): Promise<Refusal | undefined> {
  const access = await accountAccess(ctx, accountId)
  const place = { streetId: ctx.street.code, communityId }
  if (access && covers(access.scope('counter.inquiries.accept'), place, 'community', true)) return undefined
  const name = (await ctx.elevated().rows(accounts).find(accountId))?.name ?? ''
  return reason('inquiry.cannot_take', { name }, 'handToId')
}

function takenBack(ctx: Ctx, row: Row<typeof inquiries>, by: string, why: string): Promise<Refusal> | Record<string, unknown> {
  const back = takeBackHandOver(recordOf(ctx, row), { by, at: ctx.now, reason: why })
  return back.ok ? { record: back.value, handToId: null, lastAnswer: why.slice(0, 200), dueAt: null } : named(ctx, back.refusal)
}

/** An inquiry that nobody was asked belongs to whoever takes it up. */
function claimed(ctx: Ctx, row: Row<typeof inquiries>): { ownerId?: string | null; firstPersonId?: string | null } {
  return row.ownerId === null ? { ownerId: accountOf(ctx), firstPersonId: accountOf(ctx) } : {}
}

function recordOf(ctx: Ctx, row: Row<typeof inquiries>): FirstInquiry {
  const record = row.record ?? openInquiry(row.ownerId ?? 'unclaimed', row.createdAt)
  return row.ownerId === null ? { ...record, owner: ctx.actor.id, firstPerson: ctx.actor.id } : record
}

function handOverDue(ctx: Ctx): string | null {
  const promise = definePromise({
    code: 'hand-over',
    unit: 'workingHours',
    amount: ctx.settings.handOverHours,
    opening: openingOf(ctx.settings.opening),
  })
  const clock = promise.ok ? startClock(promise.value, { subject: 'hand-over', at: ctx.now }, clockContext(ctx)) : promise
  return clock.ok ? clock.value.dueAt : null
}

interface Ending {
  readonly disposition?: InquiryDisposition['kind'] | null
  readonly unit?: string | null
  readonly contact?: string | null
  readonly reportedTo?: string | null
}

function dispositionOf(ctx: Ctx, { disposition, unit, contact, reportedTo }: Ending): InquiryDisposition {
  if (disposition === 'explained') return { kind: disposition, unit: unit ?? '', contact: contact ?? '' }
  if (disposition === 'urgent') return { kind: disposition, reportedTo: reportedTo ?? '', reportedAt: ctx.now }
  return { kind: disposition ?? 'self' }
}

/** Core speaks of people by their ids; here they get their names. */
async function named(ctx: Ctx, refusal: Refusal): Promise<Refusal> {
  const { data } = refusal
  if (!data) return refusal
  let { zh, en } = refusal
  for (const value of Object.values(data)) {
    if (typeof value !== 'string' || !/^[0-9a-f-]{36}$/.test(value)) continue
    const name = (await ctx.elevated().rows(accounts).find(value))?.name ?? value
    zh = zh.replaceAll(value, name)
    en = en.replaceAll(value, name)
  }
  return { ...refusal, zh, en }
}
