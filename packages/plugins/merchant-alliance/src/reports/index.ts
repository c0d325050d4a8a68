export { merchantLedger, redemptionLedger } from './ledgers.ts'
export { activity, anomalies, monthlySummary, reachSummary } from './summaries.ts'
