import { type Refusal } from '../refusal/index.ts'
import { type CompositionCheck } from './base.ts'
import { type FullFigures } from './figures.ts'
import { type PassRule, type QuorumRule, type VoteMeasure } from './rule.ts'
import { type NamedBallot } from './record.ts'

/** One share measured against its threshold, with every figure used. Area in 0.01 m². */
export interface ShareCheck {
  readonly on: VoteMeasure
  readonly part: number
  readonly whole: number
  readonly op: '>' | '>='
  readonly num: number
  readonly den: number
  /** The smallest part that would have reached it. */
  readonly needed: number
  readonly reached: boolean
}

export interface QuorumCheck {
  readonly reached: boolean
  readonly by: QuorumRule['by']
  readonly of: QuorumRule['of']
  readonly measuredAt: QuorumRule['measuredAt']
  readonly shares: readonly ShareCheck[]
  readonly zh: string
  readonly en: string
}

/** `tied` is a “more than” threshold hit exactly where the rule wants a new vote. */
export type VoteOutcome = 'passed' | 'rejected' | 'tied' | 'inquorate'

export interface RejectedBallot {
  readonly ballot: NamedBallot
  readonly refusal: Refusal
}

/** The result of a vote with every figure it rests on and the sentence that explains it. */
export interface Verdict {
  readonly outcome: VoteOutcome
  readonly passed: boolean
  readonly decidedBy: 'count' | 'chair'
  readonly figures: FullFigures
  readonly quorum: QuorumCheck
  readonly passOf: PassRule['of']
  readonly pass: readonly ShareCheck[]
  readonly composition: readonly CompositionCheck[]
  /** Members of the roll who were recused. */
  readonly recused: number
  /** Ballots that were not counted, each with its reason. */
  readonly rejectedBallots: readonly RejectedBallot[]
  readonly zh: string
  readonly en: string
}
