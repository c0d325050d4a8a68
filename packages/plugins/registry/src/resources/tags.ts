import { choice, date, defineResource, file, longText, ref, text } from '@linli/kit'
import { DIFFICULTY_OPTIONS } from '../rules/options.ts'
import { TAG_LABEL_OPTIONS, TAG_OPTIONS, tagLabel } from '../rules/tag-options.ts'

const life = {
  initial: 'active',
  states: { active: { title: '有效', tone: 'good' }, ended: { title: '已结束', final: true } },
  steps: {
    end: {
      title: '结束标签',
      from: ['active'],
      to: 'ended',
      input: {
        to: date({ title: '结束日期', help: '不填为今天。' }),
        endReason: text({ title: '结束原因', required: true, max: 200 }),
      },
    },
  },
} as const

/**
 * A tag that somebody carries for a time, with its basis. `tag` is P3; `label` is what a list shows: the tag itself where it is harmless,
 * "protected" where it tells of health, poverty or bereavement (PIPL art. 28). It holds while `status` is `active` and the day lies in `from`–`to`.
 */
export const personTags = defineResource({
  name: 'registry.person-tags',
  title: '人员标签',
  scope: 'grid',
  display: 'label',
  fields: {
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    tag: choice({ title: '标签', required: true, immutable: true, privacy: 'P3', indexed: true, options: TAG_OPTIONS }),
    label: choice({ title: '显示为', readOnly: true, options: TAG_LABEL_OPTIONS }),
    basis: choice({ title: '来由', required: true, options: { rule: '规则推算', manual: '凭材料认定', import: '台账导入' } }),
    ruleVersion: text({ title: '规则版本', max: 20 }),
    basisText: longText({ title: '依据', max: 500, privacy: 'P3' }),
    openBasis: text({ title: '依据（可公开部分）', max: 500, privacy: 'P1' }),
    evidence: file({ title: '证明材料', privacy: 'P3' }),
    from: date({ title: '开始日期', required: true }),
    to: date({ title: '结束日期', help: '含当日；不填为长期。' }),
    endReason: text({ title: '结束原因', max: 200, readOnly: true, privacy: 'P1' }),
    householdTagId: ref('registry.household-tags', { title: '来自户的认定' }),
  },
  list: {
    columns: ['personId', 'label', 'status', 'basis', 'openBasis', 'from', 'to'],
    filters: ['status', 'label', 'basis', 'communityId', 'gridId'],
  },
  workflow: life,
  writable: { create: false, update: false, import: false },
  empty: '还没有标签。高龄、空巢、独居、孤寡由规则推算；困难、残疾等在居民页「凭材料加标签」。',
  derive: ({ tag }) => (tag ? { label: tagLabel(tag) } : {}),
})

/** A household's recognition as one in difficulty, with its evidence; its members carry the tag with it. */
export const householdTags = defineResource({
  name: 'registry.household-tags',
  title: '困难家庭认定',
  scope: 'grid',
  display: 'householdId',
  fields: {
    householdId: ref('registry.households', { title: '户', required: true, immutable: true }),
    tag: choice({ title: '认定', required: true, immutable: true, privacy: 'P3', options: { hardship: '困难家庭' }, default: 'hardship' }),
    difficulty: choice({ title: '困难类型', required: true, privacy: 'P3', options: DIFFICULTY_OPTIONS }),
    basisText: longText({ title: '认定依据', required: true, max: 500, privacy: 'P3' }),
    evidence: file({ title: '证明材料', privacy: 'P3' }),
    from: date({ title: '开始日期', required: true }),
    to: date({ title: '结束日期', help: '含当日；到期自动结束。' }),
    endReason: text({ title: '结束原因', max: 200, readOnly: true, privacy: 'P1' }),
  },
  list: {
    columns: ['householdId', 'status', 'from', 'to', 'communityId'],
    filters: ['status', 'communityId', 'gridId'],
  },
  workflow: {
    ...life,
    steps: { end: { ...life.steps.end, title: '结束认定', confirm: '结束后，这一户所有人的困难标签同时结束，爱心卡随即停用。' } },
  },
  writable: { create: false, update: false, import: false },
  empty: '还没有困难家庭。在「户」的页面点「认定困难」。',
})
