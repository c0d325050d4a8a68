import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/** A 12345 order: plain JSON, never changed in place. */
export interface HotlineOrder {
  readonly state: 'received' | 'accepted' | 'returned' | 'handled' | 'replied' | 'revisited' | 'closed'
  /** Assigned by a ruling after a dispute: it can no longer be returned. */
  readonly ruled: boolean
  readonly returnCount: number
}

export type HotlineStep = 'accept' | 'return' | 'assign-by-ruling' | 'handle' | 'reply' | 'revisit' | 'close' | 'reopen'

const reason = defineReasons({
  'hotline.ruled': { zh: '经裁定交办的工单不能再退回', en: 'An order assigned by a ruling cannot be returned' },
  'hotline.returned_once': { zh: '工单只能退回一次', en: 'An order is returned once at most' },
  'hotline.return_reason': { zh: '退回工单要写明理由和应由谁办', en: 'A return says why, and whose matter it is' },
  'hotline.not_from_here': { zh: '工单现在是“{state}”，不能这样做', en: 'The order is “{state}”; this step is not possible' },
})

/** Every reason for which a step of an order can be refused. */
export type HotlineReason = Parameters<typeof reason>[0]

const RETURNS_ALLOWED = 1

const STEPS: Readonly<Record<HotlineStep, { readonly from: readonly HotlineOrder['state'][]; readonly to: HotlineOrder['state'] }>> = {
  accept: { from: ['received'], to: 'accepted' },
  return: { from: ['received', 'accepted'], to: 'returned' },
  'assign-by-ruling': { from: ['returned', 'received'], to: 'received' },
  handle: { from: ['accepted'], to: 'handled' },
  reply: { from: ['handled'], to: 'replied' },
  revisit: { from: ['replied'], to: 'revisited' },
  close: { from: ['revisited'], to: 'closed' },
  reopen: { from: ['revisited', 'closed'], to: 'accepted' },
}

/**
 * Takes a hotline order one step on (K10): returned at most once, formally, and never after a ruling assigned it.
 * Source: hotline practice of prefecture cities (Anyang, Weifang): unverified and local.
 *
 * @example
 * const order = { state: 'received' as const, ruled: true, returnCount: 0 }
 * const returned = stepHotlineOrder(order, 'return', '不属于本街道')
 * returned.ok || returned.refusal.code // 'hotline.ruled'
 */
export function stepHotlineOrder(order: HotlineOrder, step: HotlineStep, why = ''): Result<HotlineOrder> {
  const { from, to } = Object.hasOwn(STEPS, step) ? STEPS[step] : { from: [], to: order.state }
  if (!from.includes(order.state)) return refused(reason('hotline.not_from_here', { state: order.state }))
  if (step === 'assign-by-ruling') return ok({ ...order, state: to, ruled: true })
  if (step !== 'return') return ok({ ...order, state: to })
  if (order.ruled) return refused(reason('hotline.ruled'))
  if (order.returnCount >= RETURNS_ALLOWED) return refused(reason('hotline.returned_once'))
  return why.trim() === ''
    ? refused(reason('hotline.return_reason', {}, 'reason'))
    : ok({ ...order, state: to, returnCount: order.returnCount + 1 })
}
