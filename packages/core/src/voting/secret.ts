import { type Instant, type LocalDate } from '../date/index.ts'
import { ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { checkBase, checkComposition, type BaseSnapshot } from './base.ts'
import { type VoteAmount } from './figures.ts'
import { reason } from './reasons.ts'
import { type BallotChoice, type Recusal } from './record.ts'
import { checkVoteRule, type VoteRule } from './rule.ts'
import { checkDays, judge } from './tally.ts'
import { type Verdict } from './verdict.ts'

/** A line of the roll: whether this person has voted. It carries no time and no ballot. */
export interface RollLine {
  readonly memberId: string
  readonly submitted: boolean
}

/** A ballot in the box: a random token and a choice. It carries no time and no person. */
export interface SecretBallot {
  readonly token: string
  readonly choice: BallotChoice
}

/** A secret vote: roll and box are kept apart, and nothing orders one like the other. */
export interface SecretVote {
  readonly rule: VoteRule
  readonly snapshot: BaseSnapshot
  readonly opening: SecretOpening
  /** Everybody on the frozen roll but those recused. */
  readonly roll: readonly RollLine[]
  /** Sorted by token, so that the order of voting is lost. */
  readonly box: readonly SecretBallot[]
  readonly closed: boolean
}

/** How a secret vote was called. */
export interface SecretOpening {
  readonly openedAt: Instant
  readonly noticedOn?: LocalDate
  readonly recusals?: readonly Recusal[]
}

/** Members present, counted by hand or from the sign-in sheet; without those recused where the rule takes them out of the base. */
export interface SecretPresence {
  readonly present: number
  /** @default present */
  readonly presentForQuorum?: number
  /** Members due; everybody on the roll unless said otherwise. */
  readonly due?: number
}

/**
 * Opens a secret vote on a frozen roll; refused when the notice was too short or the roll is of another day.
 *
 * @example
 * const rule = votePreset('PARTY_ELECTION_2020', '2026-05-20').params
 * const roll = freezeBase(rule, [{ id: 'm-1' }, { id: 'm-2' }, { id: 'm-3' }], '2026-05-20').value.snapshot
 * const vote = openSecretVote(rule, roll, { openedAt: '2026-05-20T01:00:00.000Z' }).value
 * vote.roll.map((line) => line.submitted) // [false, false, false]
 * openSecretVote(rule, roll, { openedAt: '2026-05-21T01:00:00.000Z' }).refusal.code // 'vote.base_day'
 */
export function openSecretVote(rule: VoteRule, snapshot: BaseSnapshot, opening: SecretOpening): Result<SecretVote> {
  if (!rule.secret) return refused(reason('vote.secret_rule'))
  if (Number.isNaN(Date.parse(opening.openedAt))) return refused(reason('vote.date', undefined, 'openedAt'))
  const wrong = checkVoteRule(rule) ?? checkBase(rule, snapshot) ?? checkDays(rule, { ...opening, snapshot })
  if (wrong) return refused(wrong)
  const recused = new Set((opening.recusals ?? []).map((recusal) => recusal.memberId))
  const roll = snapshot.members.filter((member) => !recused.has(member.id)).map((member) => ({ memberId: member.id, submitted: false }))
  return ok({ rule, snapshot, opening, roll, box: [], closed: false })
}

/**
 * Changes the rule of a secret vote; refused from the first ballot on. Secrecy itself can never be taken away.
 *
 * @example
 * const rule = votePreset('PARTY_ELECTION_2020', '2026-05-20').params
 * const roll = freezeBase(rule, [{ id: 'm-1' }, { id: 'm-2' }, { id: 'm-3' }], '2026-05-20').value.snapshot
 * const vote = openSecretVote(rule, roll, { openedAt: '2026-05-20T01:00:00.000Z' }).value
 * const cast = castSecretBallot(vote, 'm-1', { token: '7f3a9c2e5b8d1046', choice: 'for' }).value
 * reconfigureSecretVote(cast, { ...rule, tie: 'fails' }).refusal.code // 'vote.secret_frozen'
 */
export function reconfigureSecretVote(vote: SecretVote, rule: VoteRule): Result<SecretVote> {
  if (vote.closed || vote.box.length > 0) return refused(reason('vote.secret_frozen'))
  return openSecretVote(rule, vote.snapshot, vote.opening)
}

/**
 * Casts a secret ballot: flips the voter's one-way flag and drops the ballot into the box. There is no way to change or take back a ballot.
 * `token` is random text made for this ballot (16 characters or more), given to the voter as the receipt and kept nowhere else.
 * Run it inside the transaction that locks the voter's line of the roll.
 *
 * @example
 * const rule = votePreset('PARTY_ELECTION_2020', '2026-05-20').params
 * const roll = freezeBase(rule, [{ id: 'm-1' }, { id: 'm-2' }, { id: 'm-3' }], '2026-05-20').value.snapshot
 * const vote = openSecretVote(rule, roll, { openedAt: '2026-05-20T01:00:00.000Z' }).value
 * const cast = castSecretBallot(vote, 'm-1', { token: '7f3a9c2e5b8d1046', choice: 'for' }).value
 * castSecretBallot(cast, 'm-1', { token: '0b1c2d3e4f5a6978', choice: 'against' }).refusal.code // 'vote.already_voted'
 */
export function castSecretBallot(vote: SecretVote, memberId: string, ballot: SecretBallot): Result<SecretVote> {
  const line = vote.roll.find((entry) => entry.memberId === memberId)
  if (!line) return refused(reason(vote.snapshot.members.some((member) => member.id === memberId) ? 'vote.recused' : 'vote.not_eligible'))
  if (vote.closed) return refused(reason('vote.closed'))
  if (line.submitted) return refused(reason('vote.already_voted'))
  const wrong = checkSecretBallot(vote, memberId, ballot)
  if (wrong) return refused(wrong)
  const { token, choice } = ballot
  const roll = vote.roll.map((entry) => (entry === line ? { memberId, submitted: true } : entry))
  const box = [...vote.box, Object.freeze({ token, choice })].sort((a, b) => (a.token < b.token ? -1 : 1))
  return ok({ ...vote, roll, box })
}

function checkSecretBallot(vote: SecretVote, memberId: string, { token, choice }: SecretBallot): Refusal | undefined {
  if (!['for', 'against', 'abstain', 'invalid'].includes(choice)) return reason('vote.choice')
  if (token.length < 16 || token.includes(memberId)) return reason('vote.secret_token')
  return vote.box.some((ballot) => ballot.token === token) ? reason('vote.secret_token_used') : undefined
}

/** Ballots needed before it is shown who has voted: with one or two the time alone would tell. */
export const SECRET_ROLL_MINIMUM = 3

/**
 * Who has voted, once there are {@link SECRET_ROLL_MINIMUM} ballots.
 *
 * @example
 * const rule = votePreset('PARTY_ELECTION_2020', '2026-05-20').params
 * const roll = freezeBase(rule, [{ id: 'm-1' }, { id: 'm-2' }, { id: 'm-3' }], '2026-05-20').value.snapshot
 * const vote = openSecretVote(rule, roll, { openedAt: '2026-05-20T01:00:00.000Z' }).value
 * const cast = castSecretBallot(vote, 'm-1', { token: '7f3a9c2e5b8d1046', choice: 'for' }).value
 * secretRoll(cast).refusal.code // 'vote.secret_few'
 * secretRoll(cast, 1).value[0] // { memberId: 'm-1', submitted: true }
 */
export function secretRoll(vote: SecretVote, minimum: number = SECRET_ROLL_MINIMUM): Result<readonly RollLine[]> {
  return vote.box.length < minimum ? refused(reason('vote.secret_few', { min: minimum })) : ok(vote.roll)
}

/**
 * Closes the box for good.
 *
 * @example
 * const rule = votePreset('PARTY_ELECTION_2020', '2026-05-20').params
 * const roll = freezeBase(rule, [{ id: 'm-1' }, { id: 'm-2' }, { id: 'm-3' }], '2026-05-20').value.snapshot
 * const vote = openSecretVote(rule, roll, { openedAt: '2026-05-20T01:00:00.000Z' }).value
 * castSecretBallot(closeSecretVote(vote), 'm-1', { token: '7f3a9c2e5b8d1046', choice: 'for' }).refusal.code // 'vote.closed'
 */
export function closeSecretVote(vote: SecretVote): SecretVote {
  return { ...vote, closed: true }
}

/**
 * Counts a closed secret vote. Refused while it is open, and when the box and the roll disagree.
 *
 * @example
 * const rule = votePreset('PARTY_ELECTION_2020', '2026-05-20').params
 * const roll = freezeBase(rule, [{ id: 'm-1' }, { id: 'm-2' }, { id: 'm-3' }], '2026-05-20').value.snapshot
 * const vote = openSecretVote(rule, roll, { openedAt: '2026-05-20T01:00:00.000Z' }).value
 * const cast = ['m-1', 'm-2', 'm-3'].reduce((open, id, index) => castSecretBallot(open, id, { token: `7f3a9c2e5b8d104${index}`, choice: 'for' }).value, vote)
 * tallySecret(closeSecretVote(cast), { present: 3 }).value.outcome // 'passed'
 * tallySecret(cast, { present: 3 }).refusal.code // 'vote.secret_open'
 */
export function tallySecret(vote: SecretVote, presence: SecretPresence): Result<Verdict> {
  if (!vote.closed) return refused(reason('vote.secret_open'))
  const changed = checkBase(vote.rule, vote.snapshot)
  if (changed) return refused(changed)
  const flags = vote.roll.filter((entry) => entry.submitted).length
  if (flags !== vote.box.length) return refused(reason('vote.secret_mismatch', { ballots: vote.box.length, flags }))
  const count = (choice: BallotChoice): VoteAmount => ({ heads: vote.box.filter((ballot) => ballot.choice === choice).length })
  const { members } = vote.snapshot
  const base = vote.rule.recusal === 'leavesBase' ? vote.roll.length : members.length
  const figures = {
    allMembers: { heads: base },
    due: { heads: presence.due ?? base },
    present: { heads: presence.present },
    presentForQuorum: { heads: presence.presentForQuorum ?? presence.present },
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
    invalid: count('invalid'),
  }
  const composition = checkComposition(vote.rule.composition, members)
  return judge(vote.rule, figures, { composition, recused: members.length - vote.roll.length, rejectedBallots: [] })
}
