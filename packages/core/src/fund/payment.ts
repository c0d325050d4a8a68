import { addMonths, parseLocalDate, type LocalDate } from '../date/index.ts'
import { formatFen, type Fen } from '../money/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import { NATION, type RuleSet } from '../ruleset/index.ts'

/** So many different approvers are needed up to and including an amount. */
export interface ApprovalTier {
  readonly upToFen: Fen
  readonly approvers: number
}

/** How many approve which amount. */
export interface ApprovalParams {
  readonly tiers: readonly ApprovalTier[]
}

/** One approver up to 5,000 yuan, two above. A proposal of this project that every street replaces by its own. */
export const APPROVAL_RULES: RuleSet<ApprovalParams> = {
  code: 'FUND_APPROVAL',
  title: { zh: '付款审批权限', en: 'Approval of payments' },
  jurisdiction: NATION,
  from: '2026-01-01',
  params: {
    tiers: [
      { upToFen: 500_000, approvers: 1 },
      { upToFen: Number.MAX_SAFE_INTEGER, approvers: 2 },
    ],
  },
  citation: { source: '邻里默认值', note: '须由街道按本地财务制度设定金额与审批人数' },
  status: 'unverified',
}

/** A payment that is to be made. */
export interface PaymentRequest {
  readonly fen: Fen
  readonly draftedBy: string
  readonly approvedBy: readonly string[]
  /** The authorised matter or the contract that it rests on. */
  readonly basisId?: string
  readonly invoiceNo?: string
  readonly payeeId?: string
  /** Relatives of the donor and of those who draft and approve. */
  readonly relatedIds?: readonly string[]
}

const reason = defineReasons({
  'fund.approver_is_drafter': { zh: '经办人不能审批自己经办的付款', en: 'Nobody approves a payment that they drafted' },
  'fund.approvals_missing': {
    zh: '{amount} 元须 {need} 人审批，现有 {have} 人',
    en: '{amount} yuan need {need} approvers; there are {have}',
  },
  'fund.no_basis': { zh: '付款须有已批准的事项或合同', en: 'A payment rests on an authorised matter or a contract' },
  'fund.no_invoice': { zh: '请填写发票号', en: 'Enter the invoice number' },
  'fund.related_payee': {
    zh: '收款人与捐赠人或经办、审批人有亲属关系，已标记备查',
    en: 'The payee is related to the donor or to those who decide; flagged for review',
  },
  'fund.levy_no_resolution': {
    zh: '向居民筹集资金须经居民会议讨论决定',
    en: 'Collecting from residents needs a resolution of the residents’ meeting',
  },
  'fund.levy_no_consent': { zh: '须经出资的居民或单位同意', en: 'Those who pay must consent' },
  'fund.not_disclosed': { zh: '本期收支还没有公示，不能结账', en: 'The period is not published and cannot be closed' },
})

/**
 * What forbids a payment and what is only flagged. The drafter never approves; the number of different approvers follows the amount; a matter or contract and an invoice are needed.
 *
 * @example
 * checkPayment({ fen: 600000, draftedBy: 'a', approvedBy: ['a', 'b'], basisId: 'm', invoiceNo: '1' }).against.map((each) => each.code) // ['fund.approver_is_drafter', 'fund.approvals_missing']
 */
export function checkPayment(
  payment: PaymentRequest,
  rules: RuleSet<ApprovalParams> = APPROVAL_RULES,
): { readonly against: readonly Refusal[]; readonly flags: readonly Refusal[] } {
  const { tiers } = rules.params
  const approvers = new Set(payment.approvedBy.filter((each) => each !== payment.draftedBy))
  const need =
    tiers.toSorted((a, b) => a.upToFen - b.upToFen).find((tier) => payment.fen <= tier.upToFen)?.approvers ??
    Math.max(1, ...tiers.map((tier) => tier.approvers))
  const against: Refusal[] = []
  if (payment.approvedBy.includes(payment.draftedBy)) against.push(reason('fund.approver_is_drafter', undefined, 'approvedBy'))
  if (approvers.size < need)
    against.push(reason('fund.approvals_missing', { amount: formatFen(payment.fen), need, have: approvers.size }, 'approvedBy'))
  if ((payment.basisId ?? '').trim() === '') against.push(reason('fund.no_basis', undefined, 'basisId'))
  if ((payment.invoiceNo ?? '').trim() === '') against.push(reason('fund.no_invoice', undefined, 'invoiceNo'))
  const related = payment.payeeId !== undefined && (payment.relatedIds ?? []).includes(payment.payeeId)
  return { against, flags: related ? [reason('fund.related_payee', undefined, 'payeeId')] : [] }
}

/**
 * Whether money may be collected: from residents only with a resolution of the residents' meeting and their consent, from units with theirs.
 * Source: 河南省实施《城市居民委员会组织法》办法 art. 18 (verified in a public copy; superseded parts unverified).
 *
 * @example
 * checkLevy({ from: 'residents', consented: true }).map((each) => each.code) // ['fund.levy_no_resolution']
 */
export function checkLevy(levy: {
  readonly from: 'residents' | 'units'
  readonly resolutionId?: string
  readonly consented: boolean
}): readonly Refusal[] {
  return [
    ...(levy.from === 'residents' && (levy.resolutionId ?? '').trim() === ''
      ? [reason('fund.levy_no_resolution', undefined, 'resolutionId')]
      : []),
    ...(levy.consented ? [] : [reason('fund.levy_no_consent', undefined, 'consented')]),
  ]
}

/**
 * Whether a period may be closed: only when its income and spending were published by its end of closing.
 *
 * @example
 * checkPeriodClose({})?.code // 'fund.not_disclosed'
 */
export function checkPeriodClose(period: { readonly disclosedOn?: LocalDate }): Refusal | undefined {
  return period.disclosedOn === undefined ? reason('fund.not_disclosed') : undefined
}

/**
 * The days by which money given for a project is published: every 3 months while it runs longer than 6 months, and in full within 3 months after its end.
 * None for a day that does not exist. Source: 慈善法 (2023) art. 79, written for fundraising by qualified organisations; used here as the standard for directed gifts.
 *
 * @example
 * disclosureDays('2026-01-15', '2026-09-30') // ['2026-04-15', '2026-07-15', '2026-12-30']
 */
export function disclosureDays(startedOn: LocalDate, endsOn: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = []
  if (!parseLocalDate(startedOn).ok || !parseLocalDate(endsOn).ok) return days
  if (endsOn > addMonths(startedOn, 6)) {
    for (let months = 3; ; months += 3) {
      const day = addMonths(startedOn, months)
      if (day === '' || day > endsOn) break
      days.push(day)
    }
  }
  return [...days, addMonths(endsOn, 3)]
}
