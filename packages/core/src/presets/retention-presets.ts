import type { RetentionRule } from '../privacy/index.ts'
import { NATION, type Citation, type RuleSet } from '../ruleset/index.ts'
import { OURS } from './citations.ts'

export type RetentionPreset = RuleSet<RetentionRule>

const YEAR = 12

/**
 * How long each class of records is kept, to give to `planRetention`. PIPL art. 19 asks for the shortest time that the purpose needs and names
 * no figure; all figures here are starting values or recollections, none of them verified, and a street sets its own with its archives office.
 *
 * @example
 * const found = resolveRule(RETENTION_PRESETS, 'RETENTION_COUNSELLING', { place: '411402004', on: '2026-11-22' })
 * found.ok && found.value.rule.params.action // 'delete'
 */
export const RETENTION_PRESETS: readonly RetentionPreset[] = [
  preset('RETENTION_REGISTRY_LEFT', '迁出居民的登记', 'Registry of residents who moved away', 2 * YEAR, '迁出', 'anonymise'),
  preset('RETENTION_REGISTRY_DECEASED', '已故居民的登记', 'Registry of the deceased', 5 * YEAR, '去世', 'anonymise'),
  preset('RETENTION_SERVICE_CASE', '窗口办件', 'Cases of the service counter', 5 * YEAR, '办结', 'anonymise'),
  preset('RETENTION_CASEWORK', '个案服务档案', 'Casework files', 5 * YEAR, '结案', 'anonymise'),
  preset('RETENTION_COUNSELLING', '心理、婚姻家庭咨询记录', 'Counselling notes', 3 * YEAR, '末次咨询', 'delete'),
  preset('RETENTION_DAY_CARE_HEALTH', '日间照料健康记录', 'Health records of day care', 3 * YEAR, '退出服务', 'delete'),
  preset('RETENTION_MERCHANT_CARD', '优惠卡与核销记录', 'Discount cards and redemptions', 1 * YEAR, '停卡', 'anonymise'),
  preset('RETENTION_GRID_EVENT', '网格事件中的个人信息', 'Personal data in grid events', 2 * YEAR, '归档', 'anonymise'),
  preset('RETENTION_VOLUNTEER', '志愿者实名信息', 'Real names of volunteers', 3 * YEAR, '退出', 'anonymise'),
  preset('RETENTION_VISITOR_LOG', '临时来访登记', 'Visitors’ log', 3, '来访', 'delete'),
  preset('RETENTION_REVEAL_LOG', '敏感信息查看日志', 'Log of revealed data', 3 * YEAR, '查看', 'delete', {
    isDuty: true,
    citation: { source: '个人信息保护法', article: '第五十六条', note: '凭记忆：处理情况记录至少保存三年；须核对是否涵盖查看日志' },
  }),
  preset('RETENTION_CONSENT', '同意书及撤回记录', 'Consents and their withdrawals', 3 * YEAR, '撤回或到期', 'delete', {
    isDuty: true,
    citation: { source: '个人信息保护法', article: '第五十六条', note: '凭记忆，按处理情况记录类推，待核对' },
  }),
  preset('RETENTION_ACCOUNTS', '收支凭证', 'Vouchers of receipts and payments', 30 * YEAR, '会计年度终了', 'delete', {
    isDuty: true,
    citation: { source: '会计档案管理办法', note: '凭记忆：会计凭证保管 30 年，待核对' },
  }),
]

function preset(
  code: string,
  zh: string,
  en: string,
  months: number,
  from: string,
  action: RetentionRule['action'],
  duty: { readonly isDuty: boolean; readonly citation: Citation } = { isDuty: false, citation: OURS },
): RetentionPreset {
  const params = { months, from, action, isDuty: duty.isDuty }
  return { code, title: { zh, en }, jurisdiction: NATION, from: '2021-11-01', params, citation: duty.citation, status: 'unverified' }
}
