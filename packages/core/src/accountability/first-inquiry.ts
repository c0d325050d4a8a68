import type { Instant } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/**
 * How a first inquiry ended: done by the first person's own hands, handed over within the unit,
 * explained because it belongs elsewhere, or reported at once because it is urgent.
 */
export type InquiryDisposition =
  | { readonly kind: 'self' }
  | { readonly kind: 'handed' }
  | { readonly kind: 'explained'; readonly unit: string; readonly contact: string }
  | { readonly kind: 'urgent'; readonly reportedTo: string; readonly reportedAt: Instant }

/** An offer to take an inquiry over, and its answer. */
export interface HandOver {
  readonly to: string
  readonly offeredAt: Instant
  /** `withdrawn`: taken back before it was answered, by the owner or when its time was over. */
  readonly answer?: 'accepted' | 'refused' | 'withdrawn'
  readonly answeredAt?: Instant
  /** Why it was refused. */
  readonly reason?: string
}

/** A first inquiry (首问): plain JSON, never changed in place. Until somebody accepts a hand-over, the first person stays responsible. */
export interface FirstInquiry {
  readonly firstPerson: string
  /** Who is responsible now. */
  readonly owner: string
  readonly state: 'owned' | 'handed' | 'closed'
  readonly openedAt: Instant
  readonly handOvers: readonly HandOver[]
  readonly disposition?: InquiryDisposition
  readonly closedAt?: Instant
}

const reason = defineReasons({
  'inquiry.closed': { zh: '该首问已经办结', en: 'The inquiry is closed' },
  'inquiry.waiting': {
    zh: '移交给 {to} 还没有接收，首问人仍然负责，不能办结',
    en: 'The hand-over to {to} is not accepted; the owner stays responsible and cannot close it',
  },
  'inquiry.not_offered': { zh: '没有等待接收的移交', en: 'No hand-over is waiting' },
  'inquiry.not_receiver': { zh: '这次移交是给 {to} 的', en: 'This hand-over is for {to}' },
  'inquiry.to_self': { zh: '不能移交给自己', en: 'One cannot hand over to oneself' },
  'inquiry.refused_before': {
    zh: '{to} 已经退回过，请换一个岗位或报上级指定',
    en: '{to} refused before; choose another post or ask the superior to decide',
  },
  'inquiry.refusal_reason': { zh: '退回移交要写明理由', en: 'A refusal of a hand-over needs a reason' },
  'inquiry.not_owner': { zh: '只有现在的负责人 {owner} 能办结或移交', en: 'Only the present owner {owner} can close it or hand it over' },
  'inquiry.contact': {
    zh: '不属于本单位的，要告知负责单位和联系方式',
    en: 'For a matter of another unit, name the unit and how to reach it',
  },
  'inquiry.report': { zh: '紧急事项要先记录并报告', en: 'An urgent matter is recorded and reported first' },
  'inquiry.handed_nowhere': {
    zh: '没有任何人接收过移交，不能按“已移交”办结',
    en: 'Nobody accepted a hand-over; it cannot be closed as handed over',
  },
})

/** Every reason of the first-inquiry functions. */
export type FirstInquiryReason = Parameters<typeof reason>[0]

/**
 * Opens a first inquiry: the first person asked is responsible from this moment.
 * Source: 首问负责制, from a public notice of a county office ([L] in domain.md §3.5); its details are unverified and local.
 *
 * @example
 * openInquiry('window-3', '2026-11-22T01:00:00.000Z').owner // 'window-3'
 */
export function openInquiry(firstPerson: string, at: Instant): FirstInquiry {
  return { firstPerson, owner: firstPerson, state: 'owned', openedAt: at, handOvers: [] }
}

/**
 * Offers the inquiry to another post. Whoever refused it before is not asked again, so that it does not go to and fro.
 *
 * @example
 * const inquiry = openInquiry('window-3', '2026-11-22T01:00:00.000Z')
 * const offered = offerHandOver(inquiry, { by: 'window-3', to: 'window-5', at: '2026-11-22T01:05:00.000Z' }).value
 * [offered.state, offered.owner] // ['handed', 'window-3']
 * offerHandOver(inquiry, { by: 'window-3', to: 'window-3', at: '2026-11-22T01:05:00.000Z' }).refusal.code // 'inquiry.to_self'
 */
export function offerHandOver(
  inquiry: FirstInquiry,
  step: { readonly by: string; readonly to: string; readonly at: Instant },
): Result<FirstInquiry> {
  const open = openOwned(inquiry, step.by)
  if (!open.ok) return open
  if (step.to === inquiry.owner) return refused(reason('inquiry.to_self'))
  if (inquiry.handOvers.some(({ to, answer }) => to === step.to && answer === 'refused'))
    return refused(reason('inquiry.refused_before', { to: step.to }))
  return ok({ ...inquiry, state: 'handed', handOvers: [...inquiry.handOvers, { to: step.to, offeredAt: step.at }] })
}

/**
 * Answers an offered hand-over. Accepting makes the receiver the owner; refusing, with a reason, leaves the responsibility where it was.
 *
 * @example
 * const offered = offerHandOver(openInquiry('window-3', '2026-11-22T01:00:00.000Z'), { by: 'window-3', to: 'window-5', at: '2026-11-22T01:05:00.000Z' })
 * const answered = offered.ok && answerHandOver(offered.value, { by: 'window-5', answer: 'refused', reason: '不归我办', at: '2026-11-22T01:06:00.000Z' })
 * answered && answered.ok && answered.value.owner // 'window-3'
 */
export function answerHandOver(
  inquiry: FirstInquiry,
  step: { readonly by: string; readonly answer: 'accepted' | 'refused'; readonly reason?: string; readonly at: Instant },
): Result<FirstInquiry> {
  if (inquiry.state === 'closed') return refused(reason('inquiry.closed'))
  const waiting = inquiry.handOvers.at(-1)
  if (inquiry.state !== 'handed' || waiting === undefined) return refused(reason('inquiry.not_offered'))
  if (step.by !== waiting.to) return refused(reason('inquiry.not_receiver', { to: waiting.to }))
  const why = step.reason?.trim() ?? ''
  if (step.answer === 'refused' && why === '') return refused(reason('inquiry.refusal_reason', {}, 'reason'))
  const answered: HandOver = { ...waiting, answer: step.answer, answeredAt: step.at, ...(why === '' ? {} : { reason: why }) }
  return ok({
    ...inquiry,
    state: 'owned',
    owner: step.answer === 'accepted' ? step.by : inquiry.owner,
    handOvers: [...inquiry.handOvers.slice(0, -1), answered],
  })
}

/**
 * Takes back a hand-over that nobody answered: by the owner, or by the clock when the time for the answer is over. The owner stays responsible
 * and may offer it to somebody else.
 *
 * @example
 * const offered = offerHandOver(openInquiry('window-3', '2026-11-22T01:00:00.000Z'), { by: 'window-3', to: 'window-5', at: '2026-11-22T01:05:00.000Z' })
 * const back = offered.ok && takeBackHandOver(offered.value, { by: 'window-3', at: '2026-11-22T03:05:00.000Z' })
 * back && back.ok && [back.value.state, back.value.owner] // ['owned', 'window-3']
 */
export function takeBackHandOver(
  inquiry: FirstInquiry,
  step: { readonly by: string; readonly at: Instant; readonly reason?: string },
): Result<FirstInquiry> {
  if (inquiry.state === 'closed') return refused(reason('inquiry.closed'))
  const waiting = inquiry.handOvers.at(-1)
  if (inquiry.state !== 'handed' || waiting === undefined) return refused(reason('inquiry.not_offered'))
  if (step.by !== inquiry.owner) return refused(reason('inquiry.not_owner', { owner: inquiry.owner }))
  const why = step.reason?.trim() ?? ''
  const withdrawn: HandOver = { ...waiting, answer: 'withdrawn', answeredAt: step.at, ...(why === '' ? {} : { reason: why }) }
  return ok({ ...inquiry, state: 'owned', handOvers: [...inquiry.handOvers.slice(0, -1), withdrawn] })
}

/**
 * Closes an inquiry (K1): never while a hand-over waits for its answer; a matter of another unit needs that unit and how to reach it;
 * an urgent one its report.
 *
 * @example
 * const inquiry = openInquiry('window-3', '2026-11-22T01:00:00.000Z')
 * const step = { by: 'window-3', at: '2026-11-22T02:00:00.000Z' }
 * closeInquiry(inquiry, { ...step, disposition: { kind: 'self' } }).value.state // 'closed'
 * closeInquiry(inquiry, { ...step, disposition: { kind: 'explained', unit: '医保局', contact: '' } }).refusal.code // 'inquiry.contact'
 */
export function closeInquiry(
  inquiry: FirstInquiry,
  step: { readonly by: string; readonly at: Instant; readonly disposition: InquiryDisposition },
): Result<FirstInquiry> {
  const open = openOwned(inquiry, step.by)
  if (!open.ok) return open
  const { disposition } = step
  if (disposition.kind === 'handed' && inquiry.owner === inquiry.firstPerson) return refused(reason('inquiry.handed_nowhere'))
  if (disposition.kind === 'explained' && (disposition.unit.trim() === '' || disposition.contact.trim() === '')) {
    return refused(reason('inquiry.contact', {}, 'contact'))
  }
  if (disposition.kind === 'urgent' && (disposition.reportedTo.trim() === '' || disposition.reportedAt > step.at)) {
    return refused(reason('inquiry.report', {}, 'reportedAt'))
  }
  return ok({ ...inquiry, state: 'closed', disposition, closedAt: step.at })
}

function openOwned(inquiry: FirstInquiry, by: string): Result<FirstInquiry> {
  if (inquiry.state === 'closed') return refused(reason('inquiry.closed'))
  if (inquiry.state === 'handed') return refused(reason('inquiry.waiting', { to: inquiry.handOvers.at(-1)?.to ?? '' }))
  return by === inquiry.owner ? ok(inquiry) : refused(reason('inquiry.not_owner', { owner: inquiry.owner }))
}
