import { parseIdNumber } from '@linli/core/identifier'
import { defineReasons } from '@linli/core/refusal'
import { choice, date, defineResource, idNumber, integer, phone, ref, tags, text } from '@linli/kit'
import { RESIDENCE_OPTIONS, SEX_OPTIONS } from '../rules/options.ts'
import { SOURCE_OPTIONS } from '../rules/source-trust.ts'
import { OPEN_TAG_OPTIONS } from '../rules/tag-options.ts'

const reason = defineReasons({
  'person.died_before_birth': { zh: '去世日期早于出生日期', en: 'The date of death is before the birth date' },
  'person.document_missing': { zh: '其他证件请填写证件号码', en: 'Give the number of the other document' },
})

/** The people who live in the street, are registered in it, or are known to it. */
export const people = defineResource({
  name: 'registry.people',
  title: '居民',
  scope: 'grid',
  display: 'name',
  subject: true,
  fields: {
    name: text({ title: '姓名', required: true, max: 60, search: true, pinyin: true, privacy: 'P1' }),
    idType: choice({
      title: '证件类型',
      required: true,
      default: 'resident',
      options: { resident: '居民身份证', permit: '港澳台居民居住证', other: '其他证件', none: '无证件' },
    }),
    idNumber: idNumber({ title: '身份证号', unique: true, search: true }),
    otherDocument: text({ title: '其他证件号码', max: 40, privacy: 'P2', help: '护照、外国人永久居留身份证等。' }),
    sex: choice({ title: '性别', options: SEX_OPTIONS, privacy: 'P1' }),
    birthDate: date({ title: '出生日期', indexed: true, privacy: 'P1', help: '填了身份证号会自动带出。' }),
    phone: phone({ title: '电话', search: true }),
    ethnicity: text({ title: '民族', max: 20, privacy: 'P1' }),
    maritalStatus: choice({
      title: '婚姻状况',
      privacy: 'P1',
      options: { single: '未婚', married: '已婚', widowed: '丧偶', divorced: '离婚' },
    }),
    childrenLiving: integer({ title: '健在子女数', min: 0, max: 30, privacy: 'P1', help: '不清楚就不填；不填不等于没有。' }),
    residenceKind: choice({
      title: '居住情况',
      readOnly: true,
      options: RESIDENCE_OPTIONS,
    }),
    homeId: ref('registry.units', { title: '现住房屋', readOnly: true }),
    estateId: ref('registry.units', { title: '所在小区', readOnly: true }),
    address: text({ title: '现住址', max: 200, readOnly: true, privacy: 'P1', search: true }),
    openTags: tags({ title: '标签', options: OPEN_TAG_OPTIONS, readOnly: true }),
    deceasedAt: date({ title: '去世日期', readOnly: true, privacy: 'P1' }),
    source: choice({ title: '信息来源', options: SOURCE_OPTIONS, readOnly: true }),
    sourceTrust: integer({ title: '来源可信度', readOnly: true, min: 1, max: 4 }),
    verifiedAt: date({ title: '最近核实', readOnly: true }),
    mergedInto: ref('registry.people', { title: '已并入', readOnly: true }),
    note: text({ title: '备注', max: 500, privacy: 'P1' }),
  },
  list: {
    columns: ['name', 'sex', 'birthDate', 'phone', 'address', 'residenceKind', 'openTags', 'communityId', 'verifiedAt'],
    filters: ['communityId', 'gridId', 'estateId', 'openTags', 'residenceKind'],
  },
  writable: { import: false },
  empty: '还没有居民。点「导入」选择社区的居民台账，或点「新增」登记一位。',
  derive: (values) => {
    if (!values.idNumber || values.idNumber.includes('*')) return {}
    const parsed = parseIdNumber(values.idNumber, { allowTestArea: true })
    return parsed.ok ? { birthDate: parsed.value.birthDate, sex: parsed.value.sex } : {}
  },
  check: ({ birthDate, deceasedAt, idType, otherDocument }) => [
    ...(birthDate && deceasedAt && deceasedAt < birthDate ? [reason('person.died_before_birth', undefined, 'deceasedAt')] : []),
    ...(idType === 'other' && otherDocument === null ? [reason('person.document_missing', undefined, 'otherDocument')] : []),
  ],
})
