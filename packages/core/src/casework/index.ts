export { CASEWORK_RULES, CASE_STAGES, checkCaseStep, followUpDays } from './case-stage.ts'
export type { CaseRecord, CaseStage, CaseworkParams } from './case-stage.ts'
export { accountableAt, checkHandover, relayAlarms, relayHolds } from './relay.ts'
export type { RelayHold, RelayLeg, RelayStart } from './relay.ts'
