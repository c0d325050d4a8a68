import { dayOf, daysBetween, parseLocalDate, type LocalDate } from '../date/index.ts'
import { ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { checkBase, checkComposition, type BaseMember, type CompositionCheck } from './base.ts'
import { ballotGate } from './ballot.ts'
import { amountOn, checkFigures, completeFigures, type VoteAmount, type FullFigures, type VoteFigures } from './figures.ts'
import { presenceOf } from './presence.ts'
import { reason } from './reasons.ts'
import { checkTimes, type BallotChoice, type NamedBallot, type VoteRecord } from './record.ts'
import { checkVoteRule, type VoteMeasure, type VoteRule } from './rule.ts'
import { compositionSentence, outcomeSentence, passSentence, quorumSentence } from './sentence.ts'
import { amountNeeded, reaches, type VoteThreshold } from './threshold.ts'
import { type QuorumCheck, type RejectedBallot, type ShareCheck, type Verdict, type VoteOutcome } from './verdict.ts'

/**
 * Measures the quorum: those who came (or voted) against those due, in heads and where the rule says so in area.
 * `counted` is never the number of those entitled; comparing that with a share of itself is always true.
 *
 * @example
 * checkQuorum(votePreset('REP_MEETING_DEFAULT', '2026-05-01').params, { heads: 9 }, { heads: 6 }).reached // true
 * checkQuorum(votePreset('REP_MEETING_DEFAULT', '2026-05-01').params, { heads: 9 }, { heads: 5 }).reached // false
 */
export function checkQuorum(rule: VoteRule, base: VoteAmount, counted: VoteAmount): QuorumCheck {
  const { quorum } = rule
  const shares = quorum.on.map((on) => share(quorum, on, amountOn(counted, on), amountOn(base, on)))
  return {
    reached: shares.every((check) => check.reached),
    by: quorum.by,
    of: quorum.of,
    measuredAt: quorum.measuredAt,
    shares,
    ...quorumSentence(quorum, shares),
  }
}

/**
 * Counts a vote from its figures.
 *
 * @returns the verdict, or a refusal when the rule or the figures cannot be (`vote.more_ballots_than_present`, `vote.figure`, …)
 * @example
 * tallyFigures(votePreset('RM_HOUSEHOLDS', '2020-01-01').params, { allMembers: { heads: 100 }, present: { heads: 60 }, for: { heads: 31 }, against: { heads: 29 }, abstain: { heads: 0 }, invalid: { heads: 0 } }).value.outcome // 'passed'
 * tallyFigures(votePreset('RM_HOUSEHOLDS', '2020-01-01').params, { allMembers: { heads: 100 }, present: { heads: 50 }, for: { heads: 50 }, against: { heads: 0 }, abstain: { heads: 0 }, invalid: { heads: 0 } }).value.outcome // 'inquorate'
 */
export function tallyFigures(rule: VoteRule, figures: VoteFigures): Result<Verdict> {
  return judge(rule, figures, { composition: [], recused: 0, rejectedBallots: [] })
}

/**
 * Counts a vote from its record: the frozen roll, attendance, proxies, recusals and named ballots.
 * A ballot of somebody not on the roll, recused, late, absent or voting again is never counted; it is listed with its reason.
 *
 * @returns the verdict, or a refusal when the vote as a whole cannot be counted: the roll was changed or is of another day,
 * the notice was too short, the attendance is missing, the rule contradicts itself
 *
 * @example
 * const rule = votePreset('RC_INTERNAL', '2026-05-20').params
 * const snapshot = freezeBase(rule, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], '2026-05-19').value.snapshot
 * const [openedAt, closedAt] = ['2026-05-20T01:00:00.000Z', '2026-05-20T02:00:00.000Z']
 * const attendance = ['a', 'b'].map((memberId) => ({ memberId, mode: 'inPerson', in: openedAt }))
 * const ballot = (voterId, choice) => ({ voterId, choice, at: '2026-05-20T01:30:00.000Z' })
 * const record = { snapshot, noticedOn: '2026-05-19', openedAt, closedAt, attendance, ballots: [ballot('a', 'for'), ballot('b', 'for')] }
 * tally(rule, record).value.outcome // 'passed'
 * tally(rule, { ...record, ballots: [ballot('a', 'for'), ballot('b', 'against')] }).value.outcome // 'rejected'
 * tally(rule, { ...record, attendance: attendance.slice(1) }).value.outcome // 'inquorate'
 */
export function tally(rule: VoteRule, record: VoteRecord): Result<Verdict> {
  if (rule.secret) return refused(reason('vote.named_rule'))
  const wrong = checkVoteRule(rule) ?? checkTimes(record) ?? checkBase(rule, record.snapshot) ?? checkDays(rule, record)
  if (wrong) return refused(wrong)
  if (rule.quorum.by === 'present' && record.attendance === undefined) return refused(reason('vote.attendance_missing'))

  const gate = ballotGate(rule, record)
  const accepted: NamedBallot[] = []
  const rejectedBallots: RejectedBallot[] = []
  for (const ballot of record.ballots) {
    const refusal = gate(ballot)
    if (refusal) rejectedBallots.push({ ballot, refusal })
    else accepted.push(ballot)
  }
  const composition = checkComposition(rule.composition, record.snapshot.members)
  const recusedIds = new Set((record.recusals ?? []).map((recusal) => recusal.memberId))
  const recused = record.snapshot.members.filter((member) => recusedIds.has(member.id)).length
  return judge(rule, figuresOf(rule, record, accepted, recusedIds), { composition, recused, rejectedBallots })
}

/**
 * Whether the notice was early enough. Whole days between the day of the notice and the day of the vote.
 *
 * @example
 * const rule = votePreset('RM_ADULTS', '2026-05-20').params
 * checkNotice(rule, '2026-05-17', '2026-05-20') // undefined
 * checkNotice(rule, '2026-05-18', '2026-05-20').code // 'vote.notice_short'
 */
export function checkNotice(rule: VoteRule, noticedOn: LocalDate | undefined, votedOn: LocalDate): Refusal | undefined {
  if (rule.noticeMinDays === 0) return undefined
  if (noticedOn === undefined) return reason('vote.notice_missing', { days: rule.noticeMinDays })
  if (!parseLocalDate(noticedOn).ok || !parseLocalDate(votedOn).ok) return reason('vote.date', undefined, 'noticedOn')
  const given = daysBetween(noticedOn, votedOn)
  return given < rule.noticeMinDays ? reason('vote.notice_short', { given, days: rule.noticeMinDays }) : undefined
}

/** The notice and the roll's day against the rule. */
export function checkDays(rule: VoteRule, record: Pick<VoteRecord, 'noticedOn' | 'openedAt' | 'snapshot'>): Refusal | undefined {
  const openedOn = dayOf(record.openedAt)
  const notice = checkNotice(rule, record.noticedOn, openedOn)
  if (notice) return notice
  const expected = rule.snapshotAt === 'open' ? openedOn : (record.noticedOn ?? openedOn)
  const actual = record.snapshot.takenOn
  return actual === expected ? undefined : reason('vote.base_day', { expected, actual })
}

function figuresOf(rule: VoteRule, record: VoteRecord, accepted: readonly NamedBallot[], recused: ReadonlySet<string>): VoteFigures {
  const { members } = record.snapshot
  const based = rule.recusal === 'leavesBase' ? members.filter((member) => !recused.has(member.id)) : members
  const choices = new Map(accepted.map((ballot) => [ballot.voterId, ballot.choice]))
  const chose = (choice: BallotChoice): VoteAmount =>
    amountOf(
      rule,
      based.filter((member) => choices.get(member.id) === choice),
    )
  const { isPresent } = presenceOf(rule, record)
  const tookPart = (member: BaseMember): boolean => choices.has(member.id) || isPresent(member.id, record.closedAt)
  const counts = {
    allMembers: amountOf(rule, based),
    // Somebody let off who comes all the same is due like everybody else.
    due: amountOf(
      rule,
      based.filter((member) => member.due !== false || tookPart(member)),
    ),
    for: chose('for'),
    against: chose('against'),
    abstain: chose('abstain'),
    invalid: chose('invalid'),
    chairFor: record.chairId !== undefined && choices.get(record.chairId) === 'for',
  }
  if (rule.quorum.by === 'participants') return counts
  const measuredAt = rule.quorum.measuredAt === 'open' ? record.openedAt : record.closedAt
  const atMeasure = based.filter((member) => isPresent(member.id, measuredAt))
  // Somebody who voted and then left stays among those present, or the votes could outnumber them.
  const atVote = based.filter(tookPart)
  return { ...counts, present: amountOf(rule, atVote), presentForQuorum: amountOf(rule, atMeasure) }
}

function amountOf(rule: VoteRule, members: readonly BaseMember[]): VoteAmount {
  const area = rule.quorum.on.includes('area') || rule.pass.on.includes('area')
  if (!area) return { heads: members.length }
  return { heads: members.length, area: members.reduce((sum, member) => sum + (member.area ?? 0), 0) }
}

/** What is said of a vote beside its figures. */
export interface VoteRemarks {
  readonly composition: readonly CompositionCheck[]
  readonly recused: number
  readonly rejectedBallots: readonly RejectedBallot[]
}

/** The verdict on complete figures: the common end of all ways to count. */
export function judge(rule: VoteRule, figures: VoteFigures, remarks: VoteRemarks): Result<Verdict> {
  const wrong = checkVoteRule(rule) ?? checkFigures(rule, figures)
  if (wrong) return refused(wrong)
  const full = completeFigures(rule, figures)
  const quorum = checkQuorum(rule, full[rule.quorum.of], rule.quorum.by === 'present' ? full.presentForQuorum : full.participants)
  const pass = rule.pass.on.map((on) => share(rule.pass, on, amountOn(full.for, on), passBase(rule, full, on)))
  const { outcome, decidedBy } = decide(rule, full, quorum, pass)
  const counted = passSentence(rule.pass, full, pass)
  const result = outcomeSentence(outcome, decidedBy)
  const note = compositionSentence(remarks.composition)
  return ok({
    outcome,
    passed: outcome === 'passed',
    decidedBy,
    figures: full,
    quorum,
    passOf: rule.pass.of,
    pass,
    ...remarks,
    zh: `${quorum.zh}${counted.zh}${result.zh}${note.zh}`,
    en: [quorum.en, counted.en, result.en, note.en].filter((text) => text !== '').join(' '),
  })
}

function decide(
  rule: VoteRule,
  figures: FullFigures,
  quorum: QuorumCheck,
  pass: readonly ShareCheck[],
): { readonly outcome: VoteOutcome; readonly decidedBy: 'count' | 'chair' } {
  if (!quorum.reached) return { outcome: 'inquorate', decidedBy: 'count' }
  if (pass.every((check) => check.reached)) return { outcome: 'passed', decidedBy: 'count' }
  const onEdge = pass.every((check) => reaches({ ...check, op: '>=' }, check.part, check.whole))
  if (!onEdge || rule.tie === 'fails') return { outcome: 'rejected', decidedBy: 'count' }
  if (rule.tie === 'revote') return { outcome: 'tied', decidedBy: 'count' }
  return figures.chairFor ? { outcome: 'passed', decidedBy: 'chair' } : { outcome: 'rejected', decidedBy: 'count' }
}

/** The number of which the share is taken. `participants` already lacks invalid ballots where the rule excludes them. */
function passBase(rule: VoteRule, figures: FullFigures, on: VoteMeasure): number {
  const { of } = rule.pass
  let base = amountOn(figures[of], on)
  if (of === 'present' && rule.invalid === 'excluded') base -= amountOn(figures.invalid, on)
  if ((of === 'present' || of === 'participants') && rule.abstain === 'excluded') base -= amountOn(figures.abstain, on)
  return base
}

function share(threshold: VoteThreshold, on: VoteMeasure, part: number, whole: number): ShareCheck {
  const { op, num, den } = threshold
  return { on, part, whole, op, num, den, needed: amountNeeded(threshold, whole), reached: reaches(threshold, part, whole) }
}
