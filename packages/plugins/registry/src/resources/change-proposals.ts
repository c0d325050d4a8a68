import { choice, date, defineResource, idNumber, phone, ref, text } from '@linli/kit'
import { SOURCE_OPTIONS } from '../rules/source-trust.ts'

/** The facts of a person that sources compete about. */
export const PROPOSABLE_FIELDS = {
  name: '姓名',
  idType: '证件类型',
  idNumber: '身份证号',
  otherDocument: '其他证件号码',
  sex: '性别',
  birthDate: '出生日期',
  phone: '电话',
  ethnicity: '民族',
  maritalStatus: '婚姻状况',
  childrenLiving: '健在子女数',
  note: '备注',
} as const

export type ProposableField = keyof typeof PROPOSABLE_FIELDS

/** A change by a source less trusted than the record: it waits here instead of overwriting. */
export const changeProposals = defineResource({
  name: 'registry.change-proposals',
  title: '信息更正建议',
  scope: 'grid',
  display: 'field',
  fields: {
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    field: choice({ title: '项目', required: true, immutable: true, options: PROPOSABLE_FIELDS }),
    oldValue: text({ title: '现有值', max: 500, immutable: true, privacy: 'P1', help: '证件号码和电话不显示。' }),
    newValue: text({ title: '建议值', max: 500, immutable: true, privacy: 'P1' }),
    newIdNumber: idNumber({ title: '建议的身份证号', immutable: true }),
    newPhone: phone({ title: '建议的电话', immutable: true }),
    source: choice({ title: '来源', required: true, immutable: true, options: SOURCE_OPTIONS }),
    recordedSource: choice({ title: '现有值的来源', immutable: true, options: SOURCE_OPTIONS }),
    proposedAt: date({ title: '提出日期', required: true, immutable: true }),
    seenOn: date({ title: '与本人核对日期', immutable: true, help: '网格员上门与本人核对的那天；更正决定后，最近核实按这一天算。' }),
    decisionNote: text({ title: '处理说明', max: 200, readOnly: true }),
  },
  list: {
    columns: ['personId', 'field', 'oldValue', 'newValue', 'source', 'status', 'proposedAt'],
    filters: ['status', 'field', 'communityId', 'gridId'],
  },
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待核实', tone: 'waiting' },
      accepted: { title: '已采纳', final: true, tone: 'good' },
      rejected: { title: '未采纳', final: true },
    },
    steps: {
      accept: {
        title: '采纳',
        from: ['open'],
        to: 'accepted',
        todo: true,
        input: { decisionNote: text({ title: '处理说明', max: 200 }) },
      },
      reject: {
        title: '不采纳',
        from: ['open'],
        to: 'rejected',
        todo: true,
        input: { decisionNote: text({ title: '原因', required: true, max: 200 }) },
      },
    },
  },
  writable: { create: false, update: false, import: false },
  empty: '没有待核实的更正。网格采集或本人自报与已核验的信息不同时，会在这里等您决定。',
})
