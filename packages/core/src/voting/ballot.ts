import { dayOf } from '../date/index.ts'
import { type Refusal } from '../refusal/index.ts'
import { presenceOf } from './presence.ts'
import { reason } from './reasons.ts'
import { type BallotChoice, type NamedBallot, type VoteRecord } from './record.ts'
import { type VoteRule } from './rule.ts'

const CHOICES: readonly BallotChoice[] = ['for', 'against', 'abstain', 'invalid']

/** Decides ballot by ballot; remembers who has voted. */
export type BallotGate = (ballot: NamedBallot) => Refusal | undefined

/** A gate that lets each voter through once, in the order in which ballots are shown to it. */
export function ballotGate(rule: VoteRule, record: VoteRecord): BallotGate {
  const roll = new Set(record.snapshot.members.map((member) => member.id))
  const recused = new Set((record.recusals ?? []).map((recusal) => recusal.memberId))
  const left = new Map((record.departures ?? []).map((departure) => [departure.memberId, departure.on]))
  const presence = presenceOf(rule, record)
  const voted = new Set<string>()

  const refusalOf = ({ voterId, choice, at, castBy }: NamedBallot): Refusal | undefined => {
    if (!CHOICES.includes(choice)) return reason('vote.choice')
    if (Number.isNaN(Date.parse(at))) return reason('vote.date')
    if (!roll.has(voterId)) return reason('vote.not_eligible')
    if (Date.parse(at) < Date.parse(record.openedAt)) return reason('vote.too_early')
    if (Date.parse(at) > Date.parse(record.closedAt)) return reason('vote.closed')
    if (recused.has(voterId)) return reason('vote.recused')
    const leftOn = left.get(voterId)
    if (leftOn !== undefined && leftOn <= dayOf(at)) return reason('vote.left')
    if (castBy !== undefined && castBy !== voterId) {
      const refusal = presence.proxyRefusal(voterId, castBy)
      if (refusal) return refusal
    }
    if (rule.quorum.by === 'present' && !presence.isPresent(voterId, at)) return reason('vote.not_present')
    return voted.has(voterId) ? reason('vote.already_voted') : undefined
  }

  return (ballot) => {
    const refusal = refusalOf(ballot)
    if (!refusal) voted.add(ballot.voterId)
    return refusal
  }
}

/**
 * Whether one more named ballot may be cast, given those in the record. Call it inside the transaction that locks the vote:
 * a check before the lock lets two requests through at once.
 *
 * @example
 * const rule = votePreset('RC_INTERNAL', '2026-05-20').params
 * const snapshot = freezeBase(rule, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], '2026-05-19').value.snapshot
 * const [openedAt, closedAt] = ['2026-05-20T01:00:00.000Z', '2026-05-20T02:00:00.000Z']
 * const attendance = ['a', 'b'].map((memberId) => ({ memberId, mode: 'inPerson', in: openedAt }))
 * const ballot = (voterId, choice) => ({ voterId, choice, at: '2026-05-20T01:30:00.000Z' })
 * const record = { snapshot, noticedOn: '2026-05-19', openedAt, closedAt, attendance, ballots: [ballot('a', 'for'), ballot('b', 'for')] }
 * checkBallot(rule, record, ballot('a', 'against')).code // 'vote.already_voted'
 * checkBallot(rule, record, ballot('c', 'for')).code // 'vote.not_present'
 */
export function checkBallot(rule: VoteRule, record: VoteRecord, ballot: NamedBallot): Refusal | undefined {
  const gate = ballotGate(rule, record)
  for (const earlier of record.ballots) gate(earlier)
  return gate(ballot)
}
