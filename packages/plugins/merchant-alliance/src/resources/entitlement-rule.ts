import { date, defineResource, integer, money, tags, text } from '@linli/kit'
import { audienceText, checkEntitlementRule } from '@linli/core/eligibility'
import { TAG_OPTIONS } from '@linli/plugin-registry'
import { entitlementOf } from '../rules/entitlement.ts'

/** Who may use the caring cards' offers (领用资格). */
export const entitlementRules = defineResource({
  name: 'merchants.entitlement-rules',
  title: '享受资格',
  scope: 'street',
  display: 'name',
  fields: {
    name: text({ title: '名称', required: true, max: 40 }),
    anyTags: tags({ title: '有下列任一标签', options: TAG_OPTIONS, help: '不选表示不限' }),
    allTags: tags({ title: '同时具备下列标签', options: TAG_OPTIONS }),
    incomeAtMost: money({ title: '月收入不超过', help: '填写后需有收入证明' }),
    incomeFreshDays: integer({ title: '收入证明有效天数', min: 1, max: 3660 }),
    from: date({ title: '生效日期', required: true }),
    to: date({ title: '截止日期' }),
  },
  list: { columns: ['name', 'from', 'to'], sort: ['name', 'asc'] },
  empty: '还没有享受资格。先新增一条，例如「困难家庭」，再发布优惠。',
  summary: (values) => `适用于：${audienceText(entitlementOf(values))}`,
  check: (values) => checkEntitlementRule(entitlementOf(values)),
})
