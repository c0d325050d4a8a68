export { homesLedger, householdsLedger, peopleLedger } from './ledgers.ts'
export { freshness, tagStatistics } from './summaries.ts'
