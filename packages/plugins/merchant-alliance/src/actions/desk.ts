import { defineAction, integer, ref, text } from '@linli/kit'

/** Whether somebody would get an offer, and why (资格测试). For staff: the reasons are sensitive. */
export const testEligibility = defineAction({
  name: 'merchants.test-eligibility',
  title: '资格测试',
  help: '选一位居民，看他能不能享受这项优惠，以及依据。只供工作人员，不要告诉商户。',
  resource: 'merchants.offers',
  readOnly: true,
  input: { personId: ref('registry.people', { title: '居民', required: true }) },
  example: { eligible: true, reasons: ['具备标签：高龄'] as readonly string[] },
  answer: { eligible: '能享受', reasons: '依据' },
})

/** A resident's own card on the phone, with its rotating code. */
export const myCard = defineAction({
  name: 'merchants.my-card',
  title: '我的爱心卡',
  hidden: true,
  readOnly: true,
  input: {},
  example: { number: 'A1000001', status: 'active', statusTitle: '可用', token: 'LLA1000001.843009', refreshSeconds: 30 } as {
    readonly number: string
    readonly status: string
    readonly statusTitle: string
    readonly token: string | null
    readonly refreshSeconds: number
  },
})

/** Recomputes which residents hold a live card after rules changed (重算发卡). */
export const recount = defineAction({
  name: 'merchants.cards.recount',
  title: '重算发卡名单',
  help: '资格或标签批量变动后使用：为符合的居民发卡，为不再符合的停卡。',
  input: { reason: text({ title: '原因', required: true, max: 100 }) },
  confirm: '将按现行资格重新核对所有居民，确定吗？',
  long: true,
  example: { issued: 12, renewed: 1, expired: 3 },
  answer: { issued: '新发卡（张）', renewed: '恢复（张）', expired: '停用（张）' },
})

/** Computes the merchants' scores of a year (年度评分). */
export const scoreYear = defineAction({
  name: 'merchants.scores.compute',
  title: '计算年度评分',
  help: '按全年核销、让利和投诉计算每家商户的得分。已公布的不再改动。',
  input: { year: integer({ title: '年度', required: true, min: 2000, max: 2200 }) },
  confirm: '重新计算后，还没公布的得分会更新（评语保留）。确定吗？',
  example: { scored: 43, kept: 0 },
  answer: { scored: '已计算（家）', kept: '已公布、不再改动（家）' },
})
