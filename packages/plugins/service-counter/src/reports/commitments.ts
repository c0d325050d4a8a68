import { date, defineReport } from '@linli/kit'
import { commitments } from '../resources/index.ts'

const states = Object.fromEntries(Object.entries(commitments.workflow?.states ?? {}).map(([name, { title }]) => [name, title]))

/** 告知承诺台账. */
export const commitmentLedger = defineReport({
  name: 'counter.commitment-ledger',
  title: '告知承诺台账',
  form: 'ledger',
  definition: '所选日期内签的每一份告知承诺：代替哪项材料、核查期限、核查结果；不实的写明处理和不再适用的期限。不含承诺人姓名。',
  consumer: '街道核查承诺是否属实，对上级报告告知承诺制执行情况',
  params: { from: date({ title: '开始日期', required: true }), to: date({ title: '结束日期', required: true }) },
  columns: {
    title: { title: '承诺', kind: 'text', drill: true },
    item: { title: '事项', kind: 'text' },
    material: { title: '代替的材料', kind: 'text' },
    at: { title: '承诺时间', kind: 'dateTime' },
    verifyBy: { title: '核查期限', kind: 'date' },
    status: { title: '核查结果', kind: 'text', options: states },
    settledAt: { title: '核查时间', kind: 'dateTime' },
    finding: { title: '核查情况', kind: 'text' },
    consequence: { title: '处理', kind: 'text', options: commitments.fields.consequence.options },
    barredUntil: { title: '不再适用，至', kind: 'date' },
  },
  drill: ({ row }) => ({ resource: 'counter.commitments', filter: { id: row.id } }),
})
