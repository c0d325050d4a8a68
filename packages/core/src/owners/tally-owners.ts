import { type Instant } from '../date/index.ts'
import { defineReasons, ok, type Refusal, type Result } from '../refusal/index.ts'
import {
  tally,
  type BallotChoice,
  type NamedBallot,
  type VoteProxy,
  type Recusal,
  type Verdict,
  type VoteRecord,
  type VoteRule,
} from '../voting/index.ts'
import { type OwnerHead, type OwnersRoll } from './roll.ts'

/** A ballot as it comes in: for a unit, by one of its owners, or by the holder of a written proxy. */
export interface OwnerBallot {
  readonly unitId: string
  readonly ownerId: string
  readonly choice: BallotChoice
  readonly at: Instant
  /** The proxy holder, when it was not the owner. */
  readonly castBy?: string
}

/** A written proxy of an owner for all units of that head. */
export interface OwnerProxy {
  readonly ownerId: string
  readonly holderId: string
  readonly written: boolean
}

export interface OwnersVote extends Pick<VoteRecord, 'noticedOn' | 'openedAt' | 'closedAt'> {
  readonly roll: OwnersRoll
  readonly ballots: readonly OwnerBallot[]
  readonly proxies?: readonly OwnerProxy[]
  /** By owner; every head this owner is part of is recused. */
  readonly recusals?: readonly Recusal[]
}

export interface OwnersVerdict extends Verdict {
  /** Ballots that did not reach the count, each with its reason. */
  readonly setAside: readonly { readonly ballot: OwnerBallot; readonly refusal: Refusal }[]
}

const reason = defineReasons({
  'owners.unknown_unit': { zh: '房号 {unit} 不在名册里', en: 'Unit {unit} is not on the roll' },
  'owners.not_owner': { zh: '投票人不是房号 {unit} 的业主', en: 'The voter does not own unit {unit}' },
  'owners.disagree': {
    zh: '同一户的业主意见不一致，请推选一人投票',
    en: 'The owners who share this vote disagree; they choose one to vote',
  },
})

/**
 * Counts an owners' vote by heads and by area. Several ballots of one head count once when they agree;
 * when they disagree none counts until the owners choose one of them (which is our reading, unverified).
 *
 * @returns the verdict; refused for the same reasons as `tally`
 *
 * @example
 * const rule = votePreset('OWNERS_278_ORDINARY', '2026-05-20').params
 * const units = ['1', '2', '3'].map((id) => ({ id, area: 10000, ownerIds: [`o${id}`] }))
 * const roll = freezeOwners(rule, units, '2026-05-01').value
 * const ballots = ['1', '2'].map((id) => ({ unitId: id, ownerId: `o${id}`, choice: 'for', at: '2026-05-20T02:00:00.000Z' }))
 * const vote = { roll, noticedOn: '2026-05-01', openedAt: '2026-05-16T00:00:00.000Z', closedAt: '2026-05-30T00:00:00.000Z', ballots }
 * tallyOwners(rule, vote).value.outcome // 'passed'
 * tallyOwners(rule, { ...vote, ballots: ballots.slice(1) }).value.outcome // 'inquorate'
 */
export function tallyOwners(rule: VoteRule, vote: OwnersVote): Result<OwnersVerdict> {
  const { roll, noticedOn, openedAt, closedAt } = vote
  const { ballots, setAside } = mergeBallots(vote)
  const result = tally(rule, {
    snapshot: roll.snapshot,
    noticedOn,
    openedAt,
    closedAt,
    ballots,
    proxies: proxiesOf(vote),
    recusals: roll.heads.flatMap((head) =>
      (vote.recusals ?? [])
        .filter((recusal) => head.ownerIds.includes(recusal.memberId))
        .map(({ reason: why }) => ({ memberId: head.id, reason: why })),
    ),
  })
  return result.ok ? ok({ ...result.value, setAside }) : result
}

function proxiesOf({ roll, proxies = [] }: OwnersVote): readonly VoteProxy[] {
  return proxies.flatMap(({ ownerId, holderId, written }) =>
    roll.heads.filter((head) => head.ownerIds.includes(ownerId)).map((head) => ({ principalId: head.id, holderId, written })),
  )
}

interface Merged {
  readonly ballots: readonly NamedBallot[]
  readonly setAside: OwnersVerdict['setAside']
}

function mergeBallots({ roll, ballots, openedAt, closedAt }: OwnersVote): Merged {
  const headOf = new Map(roll.heads.flatMap((head) => head.unitIds.map((unitId) => [unitId, head] as const)))
  const setAside: { ballot: OwnerBallot; refusal: Refusal }[] = []
  const perHead = new Map<OwnerHead, OwnerBallot[]>()
  const merged: NamedBallot[] = []
  for (const ballot of ballots) {
    const head = headOf.get(ballot.unitId)
    if (!head) setAside.push({ ballot, refusal: reason('owners.unknown_unit', { unit: ballot.unitId }) })
    else if (!head.ownerIds.includes(ballot.ownerId))
      setAside.push({ ballot, refusal: reason('owners.not_owner', { unit: ballot.unitId }) })
    // A ballot out of time must not spoil the head's other ballots: the count refuses it by itself.
    else if (!isWithin(ballot.at, openedAt, closedAt)) merged.push(asNamed(head, ballot))
    else perHead.set(head, [...(perHead.get(head) ?? []), ballot])
  }
  for (const [head, own] of perHead) {
    const [first, ...others] = own
    if (!first) continue
    if (others.every((ballot) => ballot.choice === first.choice)) merged.push(asNamed(head, first))
    else setAside.push(...own.map((ballot) => ({ ballot, refusal: reason('owners.disagree') })))
  }
  return { ballots: merged, setAside }
}

function isWithin(at: Instant, from: Instant, to: Instant): boolean {
  return Date.parse(at) >= Date.parse(from) && Date.parse(at) <= Date.parse(to)
}

function asNamed(head: OwnerHead, { choice, at, ownerId, castBy }: OwnerBallot): NamedBallot {
  const holder = castBy === undefined || castBy === ownerId ? undefined : castBy
  return { voterId: head.id, choice, at, ...(holder === undefined ? {} : { castBy: holder }) }
}
