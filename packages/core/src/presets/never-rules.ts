import { type DeliberationTitle } from '../deliberation/index.ts'

/** What a deliberation must never do, and the reason codes by which it is refused. */
export interface NeverRule extends DeliberationTitle {
  readonly code: string
  readonly refusedAs: readonly string[]
}

/** N1–N12. A screen or an auditor can show which rule a refusal stands for. */
export const NEVER_RULES: readonly NeverRule[] = [
  {
    code: 'N1',
    zh: '不得跳过任何一议，除非章程列明',
    en: 'Skip a gate without a lane of the charter',
    refusedAs: ['deliberation.skipped', 'deliberation.gate_missing', 'deliberation.wrong_lane', 'deliberation.lane_not_listed'],
  },
  { code: 'N2', zh: '不得没有牵头党组织', en: 'Go on without a leading party organisation', refusedAs: ['deliberation.no_party_lead'] },
  {
    code: 'N3',
    zh: '不得通知不足、法定人数不够、无权者投票、超额代理或过时投票',
    en: 'Vote with short notice, no quorum, ineligible voters, too many proxies, or after the close',
    refusedAs: [
      'vote.notice_short',
      'vote.notice_missing',
      'deliberation.not_passed',
      'vote.not_eligible',
      'vote.proxy_limit',
      'vote.closed',
    ],
  },
  { code: 'N4', zh: '已回避者不得表决', en: 'Let somebody recused vote', refusedAs: ['deliberation.conflict_voted', 'vote.recused'] },
  {
    code: 'N5',
    zh: '无记名选票不得与人关联',
    en: 'Link a secret ballot to a person',
    refusedAs: ['vote.named_rule', 'vote.secret_token', 'vote.secret_frozen'],
  },
  {
    code: 'N6',
    zh: '通知之后不得改动名册',
    en: 'Change the roll between notice and count',
    refusedAs: ['vote.base_changed', 'vote.base_day'],
  },
  {
    code: 'N7',
    zh: '生效之前不得实施（应急除外）',
    en: 'Execute before it is effective',
    refusedAs: ['deliberation.not_effective', 'deliberation.skipped'],
  },
  { code: 'N8', zh: '未经批准不得用钱', en: 'Spend without authorisation', refusedAs: ['deliberation.no_funds'] },
  {
    code: 'N9',
    zh: '结果未公示、提议人未反馈不得办结',
    en: 'Close without a published result and feedback',
    refusedAs: ['deliberation.result_not_published', 'deliberation.no_feedback'],
  },
  { code: 'N10', zh: '按户计的附议不得一户多计', en: 'Count supporters of a household twice', refusedAs: ['deliberation.few_supporters'] },
  {
    code: 'N11',
    zh: '依法归居民（业主）决定的事项不得由居委会单独决定',
    en: 'Decide in the committee what the law leaves to residents or owners',
    refusedAs: ['deliberation.wrong_body', 'deliberation.needs_owners', 'deliberation.gate_body'],
  },
  { code: 'N12', zh: '已公布的提议不得改动', en: 'Edit a published proposal', refusedAs: ['deliberation.text_changed'] },
]
