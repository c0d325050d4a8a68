import { date, defineReport, type Drill } from '@linli/kit'
import { hotlineRows } from './hotline.ts'
import type { MeasureCode } from '../rules/measures.ts'

/** Every measure of the counter with its two parts and what they are. */
export const measuresReport = defineReport({
  name: 'counter.measures',
  title: '服务指标一览',
  form: 'summary',
  definition: '所选日期内的各项指标，每项都列出分子、分母和口径，点数字看是哪些件。分母为零的不出结果。',
  consumer: '街道党工委月度督查，社区年度考评',
  params: { from: date({ title: '开始日期', required: true }), to: date({ title: '结束日期', required: true }) },
  columns: {
    measure: { title: '指标', kind: 'text' },
    result: { title: '结果', kind: 'text' },
    numeratorTitle: { title: '分子是', kind: 'text' },
    numerator: { title: '分子', kind: 'integer', drill: true },
    denominatorTitle: { title: '分母是', kind: 'text' },
    denominator: { title: '分母', kind: 'integer', drill: true },
    note: { title: '口径', kind: 'text' },
  },
  drill: ({ row, column, params }) => drillOf(String(row.code) as MeasureCode, column, params.from, params.to),
})

type Filter = Readonly<Record<string, unknown>>

/** The rows behind a part, where the part counts rows; a sum of days has none. */
function drillOf(code: MeasureCode, column: string, from: string, to: string): Drill | undefined {
  if (column !== 'numerator' && column !== 'denominator') return undefined
  const within = (field: string): Filter => ({
    [`${field}_gte`]: `${from}T00:00:00.000+08:00`,
    [`${field}_lte`]: `${to}T23:59:59.999+08:00`,
  })
  const days: Filter = { day_gte: from, day_lte: to }
  const cases = (filter: Filter): Drill => ({ resource: 'counter.applications', filter })
  const decided: Filter = { ...within('decidedAt'), isOnTime: ['yes', 'no'] }
  const received = within('submittedAt')
  const frozen: Filter = { ...within('createdAt'), frozenAt_empty: false }
  const ratings = (filter: Filter): Drill => ({ resource: 'counter.ratings', filter: { ...frozen, ...filter } })
  const tickets = (filter: Filter): Drill => ({ resource: 'counter.tickets', filter: { ...days, ...filter } })
  const orders = (part: string): Drill | undefined => hotlineRows(part, { from, to })
  const parts: Readonly<Record<MeasureCode, readonly [numerator: Drill | undefined, denominator: Drill | undefined]>> = {
    onTime: [cases({ ...decided, isOnTime: 'yes' }), undefined],
    stillLate: [cases({ status: 'in_review', overdueTold: true, promisedOn_gte: from, promisedOn_lte: to }), undefined],
    promiseToLegal: [undefined, undefined],
    elapsedToPromise: [undefined, undefined],
    meanElapsed: [undefined, cases(decided)],
    firstVisit: [cases({ ...decided, visits_lte: 1 }), cases(decided)],
    visits: [undefined, cases(decided)],
    materials: [undefined, cases(decided)],
    notices: [undefined, cases(received)],
    returns: [undefined, cases(received)],
    wait: [undefined, tickets({ waitedMin_empty: false })],
    serve: [undefined, tickets({ servedMin_empty: false })],
    satisfied: [ratings({ grade: ['3', '4', '5'] }), ratings({})],
    badFixed: [ratings({ isNamed: true, grade: ['1', '2'], status: 'closed' }), ratings({ isNamed: true, grade: ['1', '2'] })],
    hotlineResponded: [orders('responded'), orders('asked')],
    hotlineSolved: [orders('solved'), orders('revisited')],
    hotlineSatisfied: [orders('satisfied'), orders('revisited')],
    breaches: [{ resource: 'counter.breaches', filter: { ...within('createdAt'), sourceKind: 'application' } }, cases(received)],
    elderProxy: [cases({ ...received, isElder: true, agentName_empty: false }), cases({ ...received, isElder: true })],
  }
  return parts[code][column === 'numerator' ? 0 : 1]
}
