import { defineReasons } from '../refusal/index.ts'

export const reason = defineReasons({
  'statistics.count': { zh: '统计数应为不小于 0 的整数', en: 'A count is a whole number, 0 or more' },
  'statistics.part': { zh: '分子大于分母', en: 'The part is larger than the whole' },
  'statistics.versions': { zh: '口径版本不同，不能比较', en: 'Figures of different versions are not compared' },
  'statistics.not_comparable': { zh: '缺数或不适用，不能比较', en: 'A figure is missing or not applicable' },
  'statistics.weight': { zh: '权重应为不小于 0 的整数', en: 'A weight is a whole number, 0 or more' },
  'statistics.progress': { zh: '进度应在 0 和 1 之间', en: 'Progress lies between 0 and 1' },
})
