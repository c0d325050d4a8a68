import { choice, defineReport, ref } from '@linli/kit'
import { organisations } from '../resources/index.ts'
import { HOUSEHOLD_CATEGORY_OPTIONS, RESIDENCE_OPTIONS, SEX_OPTIONS, UNIT_USE_OPTIONS } from '../rules/options.ts'
import { OPEN_TAG_OPTIONS } from '../rules/tag-options.ts'

const estateId = ref('registry.units', { title: '小区' })
const residenceKind = choice({ title: '居住情况', options: RESIDENCE_OPTIONS })

/** 人员台账. */
export const peopleLedger = defineReport({
  name: 'registry.people-ledger',
  title: '人员台账',
  form: 'ledger',
  definition: '在册居民，一人一行；不含已去世和已合并的记录。电话和证件号码不列全。',
  consumer: '社区开展走访、统计和核对，街道抽查；一标三实人员信息的出处。',
  params: { estateId, residenceKind, tag: choice({ title: '标签', options: OPEN_TAG_OPTIONS }) },
  columns: {
    name: { title: '姓名', kind: 'text' },
    sex: { title: '性别', kind: 'text', options: SEX_OPTIONS },
    birthDate: { title: '出生日期', kind: 'date' },
    age: { title: '周岁', kind: 'integer' },
    phone: { title: '电话', kind: 'text' },
    address: { title: '现住址', kind: 'text' },
    residenceKind: { title: '居住情况', kind: 'text', options: RESIDENCE_OPTIONS },
    tags: { title: '标签', kind: 'text' },
    community: { title: '社区', kind: 'text' },
    gridId: { title: '网格', kind: 'text' },
    verifiedAt: { title: '最近核实', kind: 'date' },
  },
})

/** 户台账. */
export const householdsLedger = defineReport({
  name: 'registry.households-ledger',
  title: '户台账',
  form: 'ledger',
  definition: '在册的户，一户一行；人数为现有成员。不含已注销的户。',
  consumer: '社区核对户籍与居住，组织居民会议户代表。',
  params: { estateId, category: choice({ title: '户别', options: HOUSEHOLD_CATEGORY_OPTIONS }) },
  columns: {
    head: { title: '户主', kind: 'text' },
    number: { title: '户号', kind: 'text' },
    category: { title: '户别', kind: 'text', options: HOUSEHOLD_CATEGORY_OPTIONS },
    address: { title: '地址', kind: 'text' },
    members: { title: '人数', kind: 'integer', total: true, drill: true },
    community: { title: '社区', kind: 'text' },
    gridId: { title: '网格', kind: 'text' },
  },
  drill: ({ row }) => ({ resource: 'registry.household-members', filter: { householdId: row.id, to_empty: true } }),
})

/** 房屋台账. */
export const homesLedger = defineReport({
  name: 'registry.homes-ledger',
  title: '房屋台账',
  form: 'ledger',
  definition: '每个房间一行，列出户数和现住人数；没有人住的列 0。',
  consumer: '社区掌握空置和出租，网格划分；业主表决核对面积。',
  params: { estateId },
  columns: {
    address: { title: '地址', kind: 'text' },
    use: { title: '用途', kind: 'text', options: UNIT_USE_OPTIONS },
    area: { title: '面积（平方米）', kind: 'text' },
    households: { title: '户数', kind: 'integer', total: true, drill: true },
    people: { title: '现住人数', kind: 'integer', total: true, drill: true },
    community: { title: '社区', kind: 'text' },
    gridId: { title: '网格', kind: 'text' },
  },
  drill: ({ row, column }) =>
    column === 'households'
      ? { resource: 'registry.households', filter: { unitId: row.id, endedAt_empty: true } }
      : { resource: 'registry.people', filter: { homeId: row.id, deceasedAt_empty: true, mergedInto_empty: true } },
})

const organisationKinds = organisations.fields.kind.options ?? {}

/** 单位台账. */
export const organisationsLedger = defineReport({
  name: 'registry.organisations-ledger',
  title: '单位台账',
  form: 'ledger',
  definition: '没有注销的单位，一个单位一行。联系电话不列全。',
  consumer: '社区走访单位、安全检查，街道抽查；一标三实单位信息的出处。',
  params: { kind: choice({ title: '类别', options: organisationKinds }) },
  columns: {
    name: { title: '单位名称', kind: 'text' },
    kind: { title: '类别', kind: 'text', options: organisationKinds },
    creditCode: { title: '统一社会信用代码', kind: 'text' },
    address: { title: '地址', kind: 'text' },
    contactName: { title: '联系人', kind: 'text' },
    contactPhone: { title: '联系电话', kind: 'text' },
    affiliated: { title: '登记的任职', kind: 'integer', total: true, drill: true },
    community: { title: '社区', kind: 'text' },
    gridId: { title: '网格', kind: 'text' },
  },
  drill: ({ row }) => ({ resource: 'registry.affiliations', filter: { organisationId: row.id, to_empty: true } }),
})
