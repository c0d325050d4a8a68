export { queryAnomalies } from './anomalies.ts'
export { queryMerchantLedger, queryRedemptionLedger } from './ledgers.ts'
export { queryReach } from './reach.ts'
export { queryActivity, queryMonthlySummary } from './summaries.ts'
