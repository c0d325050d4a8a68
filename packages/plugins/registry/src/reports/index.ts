export { homesLedger, householdsLedger, organisationsLedger, peopleLedger } from './ledgers.ts'
export { freshness, tagStatistics } from './summaries.ts'
