import { parseLocalDate, type Instant, type LocalDate } from '../date/index.ts'
import { type Refusal } from '../refusal/index.ts'
import { type BaseSnapshot } from './base.ts'
import { reason } from './reasons.ts'

export type BallotChoice = 'for' | 'against' | 'abstain' | 'invalid'

/** A ballot with its voter's name. `castBy` is the proxy holder, when it was not the voter. */
export interface NamedBallot {
  readonly voterId: string
  readonly choice: BallotChoice
  readonly at: Instant
  readonly castBy?: string
}

/** One stay at the meeting. Several stays of one member are several rows; without `out` the member stayed. */
export interface VoteAttendance {
  readonly memberId: string
  readonly mode: 'inPerson' | 'online'
  readonly in: Instant
  readonly out?: Instant
}

/** A written proxy. Where a holder has more than the rule allows, the first ones in the list stand. */
export interface VoteProxy {
  readonly principalId: string
  readonly holderId: string
  readonly written: boolean
}

export interface Recusal {
  readonly memberId: string
  readonly reason: string
}

/** Somebody who died or left after the roll was frozen. */
export interface RollDeparture {
  readonly memberId: string
  readonly on: LocalDate
  readonly why: 'deceased' | 'left'
}

/** All that is known of one vote, as it was recorded. */
export interface VoteRecord {
  readonly snapshot: BaseSnapshot
  readonly noticedOn?: LocalDate
  readonly openedAt: Instant
  readonly closedAt: Instant
  /** Needed where the rule counts those present. */
  readonly attendance?: readonly VoteAttendance[]
  readonly proxies?: readonly VoteProxy[]
  readonly recusals?: readonly Recusal[]
  readonly departures?: readonly RollDeparture[]
  /** Who breaks a tie, where the rule lets the chair do so. */
  readonly chairId?: string
  readonly ballots: readonly NamedBallot[]
}

/** Whether every time in a record can be read and the vote closes after it opens. */
export function checkTimes(record: VoteRecord): Refusal | undefined {
  const stays = record.attendance ?? []
  const instants = [
    record.openedAt,
    record.closedAt,
    ...stays.flatMap((stay) => (stay.out === undefined ? [stay.in] : [stay.in, stay.out])),
  ]
  if (instants.some((instant) => Number.isNaN(Date.parse(instant)))) return reason('vote.date')
  const days = [
    ...(record.departures ?? []).map((departure) => departure.on),
    ...(record.noticedOn === undefined ? [] : [record.noticedOn]),
  ]
  if (days.some((day) => !parseLocalDate(day).ok)) return reason('vote.date')
  return Date.parse(record.closedAt) < Date.parse(record.openedAt) ? reason('vote.closes_before_open') : undefined
}
