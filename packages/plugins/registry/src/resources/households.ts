import { boolean, choice, date, defineResource, integer, ref, text } from '@linli/kit'
import { DIFFICULTY_OPTIONS, HOUSEHOLD_CATEGORY_OPTIONS, RELATION_OPTIONS } from '../rules/options.ts'

/** Those who keep house together in one home. */
export const households = defineResource({
  name: 'registry.households',
  title: '户',
  scope: 'grid',
  display: 'name',
  fields: {
    name: text({ title: '户名', max: 80, readOnly: true, search: true, pinyin: true, privacy: 'P1', help: '随户主姓名。' }),
    unitId: ref('registry.units', { title: '房屋', required: true }),
    headPersonId: ref('registry.people', { title: '户主' }),
    number: text({ title: '户号', max: 40, search: true, privacy: 'P1' }),
    category: choice({
      title: '户别',
      required: true,
      default: 'family',
      options: HOUSEHOLD_CATEGORY_OPTIONS,
    }),
    difficulty: choice({ title: '困难类型', readOnly: true, privacy: 'P3', options: DIFFICULTY_OPTIONS }),
    memberCount: integer({ title: '人数', min: 0, readOnly: true, default: 0 }),
    estateId: ref('registry.units', { title: '所在小区', readOnly: true }),
    address: text({ title: '地址', max: 200, readOnly: true, privacy: 'P1', search: true }),
    endedAt: date({ title: '注销日期' }),
  },
  list: {
    columns: ['name', 'address', 'memberCount', 'category', 'number', 'communityId'],
    filters: ['communityId', 'gridId', 'estateId', 'category'],
  },
  writable: { import: false },
  empty: '还没有户。导入居民台账会一并建户，也可以点「新增」。',
})

/** Who belongs to a household, and since when. */
export const householdMembers = defineResource({
  name: 'registry.household-members',
  title: '户内成员',
  scope: 'grid',
  display: 'personId',
  fields: {
    householdId: ref('registry.households', { title: '户', required: true, immutable: true }),
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    relation: choice({ title: '与户主关系', required: true, options: RELATION_OPTIONS }),
    livesHere: boolean({ title: '实际居住', required: true, default: true, help: '在外工作、上学、住养老机构的选“否”。' }),
    from: date({ title: '加入日期' }),
    to: date({ title: '离开日期' }),
  },
  list: {
    columns: ['personId', 'householdId', 'relation', 'livesHere', 'from', 'to'],
  },
  writable: { import: false },
  menu: false,
})
