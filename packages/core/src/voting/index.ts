export { checkBallot } from './ballot.ts'
export { checkBase, checkComposition, freezeBase } from './base.ts'
export type { BaseCandidate, BaseMember, BaseSnapshot, CompositionCheck, FrozenBase } from './base.ts'
export { checkDemand } from './demand.ts'
export type { DemandCheck, DemandRule } from './demand.ts'
export { elect } from './election.ts'
export type { CandidateVotes, ElectionFigures, ElectionResult } from './election.ts'
export type { VoteAmount, FullFigures, VoteFigures } from './figures.ts'
export type { VoteAttendance, BallotChoice, RollDeparture, NamedBallot, VoteProxy, Recusal, VoteRecord } from './record.ts'
export { checkVoteRule, countsArea } from './rule.ts'
export type { CompositionRule, PassRule, QuorumRule, VoteBase, VoteMeasure, VoteRule } from './rule.ts'
export {
  castSecretBallot,
  closeSecretVote,
  openSecretVote,
  reconfigureSecretVote,
  SECRET_ROLL_MINIMUM,
  secretRoll,
  tallySecret,
} from './secret.ts'
export type { RollLine, SecretBallot, SecretOpening, SecretPresence, SecretVote } from './secret.ts'
export { checkNotice, checkQuorum, tally, tallyFigures } from './tally.ts'
export { amountNeeded, reaches, thresholdText } from './threshold.ts'
export type { VoteThreshold } from './threshold.ts'
export type { QuorumCheck, RejectedBallot, ShareCheck, Verdict, VoteOutcome } from './verdict.ts'
