import { defineReasons } from '@linli/core/refusal'
import { address, choice, creditCode, date, defineResource, phone, ref, text } from '@linli/kit'

const reason = defineReasons({
  'affiliation.ends_before_start': { zh: '离任日期早于任职日期', en: 'The affiliation cannot end before it starts' },
})

/** Enterprises, shops, associations, schools and offices in the street. */
export const organisations = defineResource({
  name: 'registry.organisations',
  title: '单位',
  scope: 'grid',
  display: 'name',
  fields: {
    name: text({ title: '单位名称', required: true, max: 120, search: true, pinyin: true }),
    creditCode: creditCode({ title: '统一社会信用代码', unique: true }),
    kind: choice({
      title: '类别',
      required: true,
      options: {
        enterprise: '企业',
        individual: '个体工商户',
        social: '社会组织',
        office: '机关事业单位',
        school: '学校',
        committee: '居委会',
        property: '物业企业',
        filed: '备案团体',
        other: '其他',
      },
    }),
    unitId: ref('registry.units', { title: '所在房屋' }),
    address: address({ title: '地址', search: true, privacy: 'P0' }),
    contactName: text({ title: '联系人', max: 60, privacy: 'P1' }),
    contactPhone: phone({ title: '联系电话' }),
    closedAt: date({ title: '注销日期' }),
  },
  list: {
    columns: ['name', 'kind', 'creditCode', 'address', 'contactName', 'communityId'],
    filters: ['kind', 'communityId', 'gridId'],
  },
  empty: '还没有单位。点「新增」登记，统一社会信用代码会自动校验。',
})

/** Who holds what office in an organisation. */
export const affiliations = defineResource({
  name: 'registry.affiliations',
  title: '任职关系',
  scope: 'grid',
  display: 'personId',
  fields: {
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    organisationId: ref('registry.organisations', { title: '单位', required: true, immutable: true }),
    role: text({ title: '职务', required: true, max: 60 }),
    from: date({ title: '任职日期' }),
    to: date({ title: '离任日期' }),
  },
  list: {
    columns: ['personId', 'organisationId', 'role', 'from', 'to'],
  },
  writable: { import: false },
  menu: false,
  check: ({ from, to }) => (from && to && to < from ? [reason('affiliation.ends_before_start', undefined, 'to')] : []),
})
