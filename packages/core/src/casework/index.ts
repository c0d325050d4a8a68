export { CASEWORK_SOURCE, CASE_STAGES, checkCaseStep, followUpDays } from './case-stage.ts'
export type { CaseRecord, CaseStage } from './case-stage.ts'
export { accountableAt, checkHandover, relayAlarms, relayHolds } from './relay.ts'
export type { RelayHold, RelayLeg, RelayStart } from './relay.ts'
