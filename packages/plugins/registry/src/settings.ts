import { boolean, choice, integer } from '@linli/kit'
import { SOURCE_OPTIONS } from './rules/source-trust.ts'

/** What a street may tune in the registry. */
export const settings = {
  freshDays: integer({ title: '信息保鲜天数', required: true, default: 180, min: 1, max: 3650, help: '最近核实在这些天以内的算新鲜。' }),
  elderFrom: integer({ title: '老年人年龄', required: true, default: 60, min: 50, max: 80, help: '老年人权益保障法第二条：60 周岁。' }),
  agedFrom: integer({ title: '高龄年龄', required: true, default: 80, min: 60, max: 100 }),
  ledgerSource: choice({
    title: '居民台账的来源',
    required: true,
    default: 'counter',
    options: SOURCE_OPTIONS,
    help: '社区自己的台账选“窗口核验证件”；公安、民政等部门的数据选“官方数据导入”，之后以它为准。',
  }),
  reliefDays: integer({
    title: '救助批准后困难标签的天数',
    required: true,
    default: 365,
    min: 1,
    max: 3660,
    help: '窗口批准救助后，申请人自动有“困难”标签；到期自动结束，复核后再认定。',
  }),
  tagsFromLedger: boolean({ title: '采纳台账的类别列', required: true, default: true, help: '“低保、残疾、退役”等类别导入为标签。' }),
} as const
