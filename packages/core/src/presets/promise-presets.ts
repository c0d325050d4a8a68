import type { OpeningTimes, PauseReason, ServicePromiseInput } from '../calendar/index.ts'
import type { Citation, RuleSet, RuleStatus } from '../ruleset/index.ts'
import { OURS } from './citations.ts'

/** Opening times to start from: ours, each street sets its own. */
export const OFFICE_HOURS: OpeningTimes = {
  workingDay: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
}

/** Reasons for which the law lets a permit's time stand still, and the wait for the applicant, which stops only our own promise. */
export const PAUSE_REASONS = {
  hearing: { code: 'hearing', zh: '依法听证', en: 'Hearing', stopsCap: true },
  appraisal: { code: 'appraisal', zh: '检验、检测、鉴定或专家评审', en: 'Inspection, appraisal or expert review', stopsCap: true },
  supplement: { code: 'supplement', zh: '等待申请人补正材料', en: "Waiting for the applicant's supplement", stopsCap: false },
  unreachable: { code: 'unreachable', zh: '三次联系不上当事人', en: 'Client unreachable after three attempts', stopsCap: false },
  leave: { code: 'leave', zh: '已确认请假', en: 'Confirmed leave', stopsCap: false },
} as const satisfies Readonly<Record<string, PauseReason>>

const PERMIT_LAW = '行政许可法'
const ANYANG = '安阳市政务服务地方规定'
const PETITIONS = '信访工作条例（2022）'

/**
 * The default promises of `domain.md` §4.20 as rule sets; give the params to `definePromise`, together with the street's opening times.
 * `unverified` ones are local examples or our own starting values and say so.
 *
 * @example
 * const found = resolveRule(PROMISE_PRESETS, 'PROMISE_RESERVED_ITEM', { place: '411402004', on: '2026-11-22' })
 * const promise = found.ok && definePromise(found.value.rule.params)
 * promise && promise.ok && promise.value.cap?.extension // 10
 */
export const PROMISE_PRESETS: readonly RuleSet<ServicePromiseInput>[] = [
  preset('PROMISE_FIRST_INQUIRY_HANDOVER', '首问移交接收', 'Hand-over of a first inquiry accepted', OURS, 'unverified', {
    unit: 'workingHours',
    amount: 2,
    opening: OFFICE_HOURS,
  }),
  preset(
    'PROMISE_ONE_TIME_NOTICE',
    '一次性告知',
    'One-time notice of what is missing',
    { source: PERMIT_LAW, article: '第三十二条', note: '当场或五日内告知，逾期不告知自收到之日起即为受理；期限按工作日计算（第八十二条）' },
    'verified',
    { unit: 'workingDays', amount: 5, cap: { amount: 5, citation: `${PERMIT_LAW} 32` } },
    '2004-07-01',
  ),
  preset(
    'PROMISE_ONLINE_PRECHECK',
    '网上申请预审',
    'Pre-check of an online application',
    { source: ANYANG, article: '第四十二条', note: '地方示例' },
    'unverified',
    { unit: 'workingDays', amount: 1 },
  ),
  preset('PROMISE_ON_THE_SPOT', '即办件', 'Decided on the spot', { source: '办件类型惯例', note: '当日办结，不得过夜' }, 'unverified', {
    unit: 'workingDays',
    amount: 1,
    start: 'at-once',
  }),
  preset(
    'PROMISE_RESERVED_ITEM',
    '承诺件',
    'Decided within the promised days',
    { source: PERMIT_LAW, article: '第四十二条、第四十五条', note: '二十日，经负责人批准可延长十日；听证、检验、鉴定、专家评审时间不计入' },
    'verified',
    {
      unit: 'workingDays',
      amount: 20,
      supplementRestarts: true,
      extension: { amount: 10 },
      pauseReasons: [PAUSE_REASONS.hearing, PAUSE_REASONS.appraisal, PAUSE_REASONS.supplement],
      cap: { amount: 20, extension: 10, citation: `${PERMIT_LAW} 42` },
    },
    '2004-07-01',
  ),
  preset(
    'PROMISE_DELIVERY',
    '送达决定',
    'Decision delivered',
    { source: PERMIT_LAW, article: '第四十四条' },
    'verified',
    { unit: 'workingDays', amount: 10, cap: { amount: 10, citation: `${PERMIT_LAW} 44` } },
    '2004-07-01',
  ),
  preset(
    'PROMISE_BAD_RATING_CONTACT',
    '实名差评联系',
    'Contact after a bad rating with a name',
    { source: ANYANG, article: '第五十二条', note: '地方示例' },
    'unverified',
    { unit: 'workingDays', amount: 1 },
  ),
  preset(
    'PROMISE_BAD_RATING_FIX',
    '差评整改',
    'Bad rating put right',
    { source: '四川省政务服务“好差评”做法', note: '外省示例：15 个工作日，回访率 100%' },
    'unverified',
    { unit: 'workingDays', amount: 15, pauseReasons: [PAUSE_REASONS.unreachable] },
  ),
  preset(
    'PROMISE_HOTLINE_ORDER',
    '12345 工单',
    'Hotline order',
    { source: '安阳市 12345 热线做法', note: '地方示例：5 个工作日，经负责人批准可延长 5 个工作日' },
    'unverified',
    { unit: 'workingDays', amount: 5, extension: { amount: 5 } },
  ),
  preset(
    'PROMISE_PETITION_INFORM',
    '信访告知',
    'Petition: told whether it is taken up',
    { source: PETITIONS, note: '十五日内' },
    'verified',
    { unit: 'calendarDays', amount: 15, cap: { amount: 15, citation: PETITIONS } },
    '2022-05-01',
  ),
  preset(
    'PROMISE_PETITION_FINISH',
    '信访办结',
    'Petition: finished',
    { source: PETITIONS, note: '六十日，经批准可延长不超过三十日' },
    'verified',
    {
      unit: 'calendarDays',
      amount: 60,
      extension: { amount: 30 },
      pauseReasons: [PAUSE_REASONS.hearing],
      cap: { amount: 60, extension: 30, citation: PETITIONS },
    },
    '2022-05-01',
  ),
  preset(
    'PROMISE_PETITION_REVIEW',
    '信访复查、复核',
    'Petition: review',
    { source: PETITIONS, note: '三十日' },
    'verified',
    { unit: 'calendarDays', amount: 30, pauseReasons: [PAUSE_REASONS.hearing], cap: { amount: 30, citation: PETITIONS } },
    '2022-05-01',
  ),
  preset('PROMISE_MIND_FIRST_REPLY', '心理服务首次回复', 'Psychological service: first reply', OURS, 'unverified', {
    unit: 'hours',
    amount: 24,
  }),
  preset('PROMISE_MIND_CRISIS', '心理危机响应', 'Psychological crisis acknowledged', OURS, 'unverified', { unit: 'hours', amount: 0.25 }),
  preset('PROMISE_RELAY_LEG', '爱心接力接单', 'Leg of a caring relay accepted', OURS, 'unverified', { unit: 'hours', amount: 24 }),
  preset('PROMISE_RELAY_LEG_URGENT', '爱心接力紧急接单', 'Urgent leg of a caring relay accepted', OURS, 'unverified', {
    unit: 'hours',
    amount: 4,
  }),
  preset(
    'PROMISE_VIOLENCE_REPORT',
    '家暴强制报告',
    'Domestic violence against a person of limited capacity reported to the police',
    { source: '反家庭暴力法', article: '第十四条', note: '法律写“及时”；2 小时告警为邻里默认值' },
    'unverified',
    { unit: 'hours', amount: 2 },
    '2016-03-01',
  ),
  preset('PROMISE_COUNCIL_PUBLICITY', '决议公示', 'Resolution published', OURS, 'unverified', { unit: 'calendarDays', amount: 7 }),
  preset('PROMISE_COUNCIL_OBJECTION', '公示异议答复', 'Objection answered', OURS, 'unverified', { unit: 'workingDays', amount: 5 }),
]

/** Times of day by which an unexplained absence from day care is followed up; ours to start from. */
export interface AbsenceFollowUp {
  readonly contactBy: string
  readonly visitBy: string
}

/** The follow-up of an unexplained day-care absence; a confirmed leave excuses it. */
export const ABSENCE_FOLLOW_UP: RuleSet<AbsenceFollowUp> = {
  code: 'DAY_CARE_ABSENCE',
  title: { zh: '日间照料无故缺席', en: 'Unexplained absence from day care' },
  jurisdiction: 'CN',
  from: '2020-01-01',
  params: { contactBy: '11:00', visitBy: '16:00' },
  citation: OURS,
  status: 'unverified',
}

function preset(
  code: string,
  zh: string,
  en: string,
  citation: Citation,
  status: RuleStatus,
  params: Omit<ServicePromiseInput, 'code'>,
  from = '2020-01-01',
): RuleSet<ServicePromiseInput> {
  return { code, title: { zh, en }, jurisdiction: 'CN', from, params: { code, ...params }, citation, status }
}
