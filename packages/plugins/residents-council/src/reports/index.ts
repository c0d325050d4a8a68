export { councilLedger, matterLedger, publicationLedger } from './ledgers.ts'
export { annualTable, halfYearTable, measures, participation } from './summaries.ts'
