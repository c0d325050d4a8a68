import { ok, refused, type Result } from '../refusal/index.ts'
import { reason } from './reasons.ts'
import { checkVoteRule, type VoteRule } from './rule.ts'
import { checkQuorum } from './tally.ts'
import { amountNeeded, reaches, thresholdText } from './threshold.ts'
import { type QuorumCheck } from './verdict.ts'

export interface CandidateVotes {
  readonly id: string
  readonly votes: number
}

/** The counted figures of an election. */
export interface ElectionFigures {
  readonly seats: number
  readonly due: number
  readonly present: number
  /** Ballots taken from the box; more than those present make the election void. */
  readonly ballots: number
  readonly candidates: readonly CandidateVotes[]
}

export interface ElectionResult {
  readonly outcome: 'complete' | 'runoff' | 'seatsOpen' | 'inquorate'
  /** By votes, most first. */
  readonly elected: readonly CandidateVotes[]
  /** Tied for the last seats: voted on again. */
  readonly runoff: readonly CandidateVotes[]
  readonly seatsOpen: number
  /** Votes a candidate needs. */
  readonly needed: number
  readonly quorum: QuorumCheck
  readonly zh: string
  readonly en: string
}

/**
 * Counts an election: a candidate needs the rule's share; of those who have it, the ones with most votes get the seats;
 * equal votes for the last seat go to a second vote, never to the order of the list.
 * Source: 中国共产党基层组织选举工作条例 (2020); the majority of those present is unverified.
 *
 * @example
 * elect(votePreset('PARTY_ELECTION_2020', '2024-01-01').params, { seats: 1, due: 10, present: 8, ballots: 8, candidates: [{ id: 'a', votes: 5 }, { id: 'b', votes: 3 }] }).value.elected // [{ id: 'a', votes: 5 }]
 */
export function elect(rule: VoteRule, figures: ElectionFigures): Result<ElectionResult> {
  const { seats, due, present, ballots, candidates } = figures
  const wrong = checkVoteRule(rule)
  if (wrong) return refused(wrong)
  if (!Number.isSafeInteger(seats) || seats < 1) return refused(reason('vote.seats', undefined, 'seats'))
  for (const [what, value] of [
    ['应到人数', due],
    ['到会人数', present],
    ['选票', ballots],
    ...candidates.map(({ votes }) => ['得票', votes] as const),
  ] as const) {
    if (!Number.isSafeInteger(value) || value < 0) return refused(reason('vote.figure', { what }))
  }
  if (due === 0) return refused(reason('vote.base_empty'))
  if (present > due) return refused(reason('vote.more_than_base', { what: '到会人数' }))
  if (ballots > present || candidates.some(({ votes }) => votes > ballots)) return refused(reason('vote.more_ballots_than_present'))
  if (new Set(candidates.map(({ id }) => id)).size !== candidates.length) return refused(reason('vote.candidates'))
  const counted = rule.quorum.by === 'present' ? present : ballots
  return ok(seat(rule, figures, checkQuorum(rule, { heads: due }, { heads: counted })))
}

function seat(rule: VoteRule, { seats, due, present, ballots, candidates }: ElectionFigures, quorum: QuorumCheck): ElectionResult {
  const base = { present, due, allMembers: due, participants: ballots }[rule.pass.of]
  const needed = amountNeeded(rule.pass, base)
  const none = { elected: [], runoff: [], seatsOpen: seats, needed, quorum }
  if (!quorum.reached) {
    return {
      outcome: 'inquorate',
      ...none,
      zh: `${quorum.zh}结论：未达到法定人数，选举无效。`,
      en: `${quorum.en} Result: no quorum, the election is void.`,
    }
  }
  const able = candidates.filter(({ votes }) => reaches(rule.pass, votes, base)).sort((a, b) => b.votes - a.votes)
  const first = able[seats]
  const edge = first === undefined ? -1 : first.votes
  const tied = able[seats - 1]?.votes === edge
  const elected = tied ? able.filter(({ votes }) => votes > edge) : able.slice(0, seats)
  const runoff = tied ? able.filter(({ votes }) => votes === edge) : []
  const seatsOpen = seats - elected.length
  const outcome = runoff.length > 0 ? 'runoff' : seatsOpen > 0 ? 'seatsOpen' : 'complete'
  const text = thresholdText(rule.pass)
  const zh = `得票须${text.zh}（至少 ${needed} 票）；应选 ${seats} 人，选出 ${elected.length} 人`
  const en = `${needed} votes needed (${text.en}); ${seats} seats, ${elected.length} elected`
  const next = {
    complete: { zh: '', en: '' },
    runoff: { zh: `，${runoff.length} 人得票相等，须再次投票`, en: `, ${runoff.length} tied: vote again` },
    seatsOpen: { zh: `，缺 ${seatsOpen} 人`, en: `, ${seatsOpen} seats open` },
  }[outcome]
  return { outcome, elected, runoff, seatsOpen, needed, quorum, zh: `${quorum.zh}${zh}${next.zh}。`, en: `${quorum.en} ${en}${next.en}.` }
}
