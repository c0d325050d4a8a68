export { advanceMatter, stepOptions } from './advance.ts'
export type { MatterStepInput, MatterStepOption } from './advance.ts'
export type { DeliberationGuardName } from './guard-name.ts'
export { DELIBERATION_GUARDS, decisionVerdict } from './guards.ts'
export type { DeliberationGuard, DeliberationGuardContext } from './guards.ts'
export { linksOf } from './links.ts'
export type { PartyLinks } from './links.ts'
export { DEFAULT_CHARTER } from './matter.ts'
export type {
  Charter,
  GateDecision,
  DecisionVote,
  ProposerFeedback,
  MatterHistoryEntry,
  MatterLink,
  Matter,
  Objection,
  Proposal,
  ProposalVersion,
  Stakeholder,
  Supporter,
} from './matter.ts'
export { openMatter } from './open-matter.ts'
export type { NewMatter } from './open-matter.ts'
export { passedGates } from './passed-gates.ts'
export { checkPublishedText, reviseProposal } from './proposal.ts'
export { countSupporters } from './supporters.ts'
export { checkTemplate, withTiming } from './template.ts'
export type {
  DecidingBody,
  DeliberationState,
  DeliberationStep,
  DeliberationTemplate,
  DeliberationTiming,
  GateName,
  DeliberationLane,
  DeliberationTitle,
} from './template.ts'
