import { type Refusal } from '../refusal/index.ts'
import { reason } from './reasons.ts'
import { isThreshold, type VoteThreshold } from './threshold.ts'

/** Whose votes count. `votingMembers` leaves out members without a vote (probationary party members, observers). */
export type VoteBase = 'adults18' | 'householdReps' | 'groupReps' | 'representatives' | 'members' | 'votingMembers' | 'owners'

export type VoteMeasure = 'heads' | 'area'

export interface QuorumRule extends VoteThreshold {
  readonly on: readonly VoteMeasure[]
  /** Of whom: those due to come (应到), or every member of the roll. */
  readonly of: 'due' | 'allMembers'
  /** Who counts: those at the meeting, or those who cast a ballot (书面征求意见). Never those merely entitled. */
  readonly by: 'present' | 'participants'
  /** When those present are counted. Of no effect for `participants`. */
  readonly measuredAt: 'open' | 'voteClose'
}

export interface PassRule extends VoteThreshold {
  readonly on: readonly VoteMeasure[]
  /** Of whom the votes in favour have to be the share. */
  readonly of: 'present' | 'due' | 'allMembers' | 'participants'
}

/** Shares that the body itself has to have; a shortfall is reported with the verdict and does not change it. */
export interface CompositionRule {
  readonly womenMin?: readonly [num: number, den: number]
  readonly representativesMin?: readonly [num: number, den: number]
}

/** Everything that decides how one kind of vote is taken and counted. Plain data: it can be stored, shown and edited. */
export interface VoteRule {
  readonly base: VoteBase
  /** The day whose roll counts: that of the notice, or that of the opening. */
  readonly snapshotAt: 'notice' | 'open'
  readonly quorum: QuorumRule
  readonly pass: PassRule
  /** Whether an abstention stays in the number of which the share is taken. */
  readonly abstain: 'countsInBase' | 'excluded'
  /** The same for an invalid ballot; `excluded` also means it is no participation. */
  readonly invalid: 'countsInBase' | 'excluded'
  /** Proxies one person may hold; 0 forbids proxies. */
  readonly proxyMax: number
  /** Who may hold a proxy. @default 'member' */
  readonly proxyBy?: 'member' | 'anyone'
  /** Whether somebody recused still counts in the roll and among those present. */
  readonly recusal: 'leavesBase' | 'staysInBase'
  /** What happens when a “more than” threshold is hit exactly. */
  readonly tie: 'fails' | 'chair' | 'revote'
  readonly secret: boolean
  readonly composition?: CompositionRule
  /** Whole days between notice and opening. */
  readonly noticeMinDays: number
  /** Days for which the resolution has to stay published. */
  readonly publishDays: number
  /** Days within which the resolution has to be published, where the source says so. */
  readonly publishWithinDays?: number
}

/**
 * Says what is wrong with a rule that somebody wrote, or nothing.
 *
 * @example
 * checkVoteRule(votePreset('RC_INTERNAL', '2020-01-01').params) // undefined
 */
export function checkVoteRule(rule: VoteRule): Refusal | undefined {
  const unknown = unknownWord(rule)
  if (unknown !== undefined) return reason('vote.rule_word', { what: unknown }, unknown)
  if (!isThreshold(rule.quorum)) return reason('vote.rule_threshold', { what: '法定人数' }, 'quorum')
  if (!isThreshold(rule.pass)) return reason('vote.rule_threshold', { what: '通过' }, 'pass')
  if (!rule.quorum.on.includes('heads')) return reason('vote.rule_measure', { what: '法定人数' }, 'quorum')
  if (!rule.pass.on.includes('heads')) return reason('vote.rule_measure', { what: '通过' }, 'pass')
  const wholeBase = rule.pass.of === 'due' || rule.pass.of === 'allMembers'
  if (wholeBase && (rule.abstain === 'excluded' || rule.invalid === 'excluded'))
    return reason('vote.rule_contradiction', undefined, 'abstain')
  if (rule.secret && countsArea(rule)) return reason('vote.rule_secret_area', undefined, 'secret')
  if (rule.secret && rule.tie === 'chair') return reason('vote.rule_secret_chair', undefined, 'tie')
  for (const what of ['proxyMax', 'noticeMinDays', 'publishDays'] as const) {
    if (!Number.isSafeInteger(rule[what]) || rule[what] < 0) return reason('vote.rule_number', { what }, what)
  }
  for (const share of [rule.composition?.womenMin, rule.composition?.representativesMin]) {
    if (share && !isThreshold({ op: '>=', num: share[0], den: share[1] })) {
      return reason('vote.rule_threshold', { what: '组成' }, 'composition')
    }
  }
  return undefined
}

/**
 * Whether a rule needs the area of each member of the roll.
 *
 * @example
 * countsArea(votePreset('OWNERS_278_ORDINARY', '2026-05-20').params) // true
 * countsArea(votePreset('RC_INTERNAL', '2026-05-20').params) // false
 */
export function countsArea(rule: VoteRule): boolean {
  return rule.quorum.on.includes('area') || rule.pass.on.includes('area')
}

const MEASURES: readonly string[] = ['heads', 'area'] satisfies readonly VoteMeasure[]

/** The part of a rule that says a word which no rule can say: rules are data, and somebody may have typed them. */
function unknownWord({ quorum, pass, abstain, invalid, recusal, tie, snapshotAt }: VoteRule): string | undefined {
  const is = (word: string, ...known: readonly string[]): boolean => known.includes(word)
  const isKnown: Readonly<Record<string, boolean>> = {
    quorum:
      is(quorum.of, 'due', 'allMembers') &&
      is(quorum.by, 'present', 'participants') &&
      is(quorum.measuredAt, 'open', 'voteClose') &&
      quorum.on.every((measure) => MEASURES.includes(measure)),
    pass: is(pass.of, 'present', 'due', 'allMembers', 'participants') && pass.on.every((measure) => MEASURES.includes(measure)),
    abstain: is(abstain, 'countsInBase', 'excluded'),
    invalid: is(invalid, 'countsInBase', 'excluded'),
    recusal: is(recusal, 'leavesBase', 'staysInBase'),
    tie: is(tie, 'fails', 'chair', 'revote'),
    snapshotAt: is(snapshotAt, 'notice', 'open'),
  }
  return Object.keys(isKnown).find((part) => !isKnown[part])
}
