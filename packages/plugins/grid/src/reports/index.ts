export { collected, collectedBySubject, collection } from './collected.ts'
export { coverageFaults, eventLedger, fieldUse, hotSpotReport, patrolLog } from './ledgers.ts'
export { cellSummary, indicators } from './summaries.ts'
export { keyVisitLedger, visitLedger } from './visits.ts'
