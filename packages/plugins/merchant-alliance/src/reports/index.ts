export { merchantLedger, redemptionLedger, scoreReport } from './ledgers.ts'
export { activity, anomalies, monthlySummary, reachSummary } from './summaries.ts'
