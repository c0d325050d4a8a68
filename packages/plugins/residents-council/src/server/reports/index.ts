export { queryCouncilLedger, queryMatterLedger, queryPublicationLedger } from './ledgers.ts'
export { queryMeasures, queryParticipation } from './summaries.ts'
export { queryAnnual, queryHalfYear } from './tables.ts'
