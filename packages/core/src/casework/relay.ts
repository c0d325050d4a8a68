import type { Instant } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { RuleSet } from '../ruleset/index.ts'
import { CASEWORK_RULES, type CaseworkParams } from './case-stage.ts'

/** The beginning of a case: who took it, and when. */
export interface RelayStart {
  readonly personId: string
  readonly at: Instant
}

/** One leg of the relay: offered from one to another. It takes effect when it is accepted, not before. */
export interface RelayLeg {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly proposedAt: Instant
  readonly acceptedAt?: Instant
  readonly declinedAt?: Instant
  readonly reason: string
}

/** Who answered for the case from a moment (inclusive) to another (exclusive); without `to` she still does. */
export interface RelayHold {
  readonly personId: string
  readonly from: Instant
  readonly to?: Instant
}

/**
 * Who answered for a case, without gaps and without overlaps, from its start until it was closed.
 * A leg that was declined, is pending, or was accepted when `from` no longer held the case, changes nothing.
 *
 * @example
 * const leg = { id: '1', from: 'a', to: 'b', proposedAt: '2026-11-02T00:00:00.000Z', acceptedAt: '2026-11-03T00:00:00.000Z', reason: '休假' }
 * relayHolds({ personId: 'a', at: '2026-11-01T00:00:00.000Z' }, [leg]).map((hold) => hold.personId) // ['a', 'b']
 */
export function relayHolds(start: RelayStart, legs: readonly RelayLeg[], closedAt?: Instant): readonly RelayHold[] {
  const accepted = legs
    .filter((leg) => leg.acceptedAt !== undefined && leg.declinedAt === undefined && leg.acceptedAt >= start.at)
    .filter((leg) => closedAt === undefined || (leg.acceptedAt ?? '') < closedAt)
    .toSorted((a, b) => order(a.acceptedAt ?? '', b.acceptedAt ?? '') || order(a.id, b.id))
  const holds: RelayHold[] = []
  let current: RelayStart = start
  for (const leg of accepted) {
    if (leg.from !== current.personId || leg.to === current.personId) continue
    const at = leg.acceptedAt ?? current.at
    if (at !== current.at) holds.push({ personId: current.personId, from: current.at, to: at })
    current = { personId: leg.to, at }
  }
  holds.push(
    closedAt === undefined
      ? { personId: current.personId, from: current.at }
      : { personId: current.personId, from: current.at, to: closedAt },
  )
  return holds
}

/**
 * Who answers for a case at a moment. Undefined only before it began and from its closing on.
 *
 * @example
 * accountableAt({ personId: 'a', at: '2026-11-01T00:00:00.000Z' }, [{ id: '1', from: 'a', to: 'b', proposedAt: '2026-11-02T00:00:00.000Z', reason: '休假' }], '2026-11-05T00:00:00.000Z') // 'a'
 */
export function accountableAt(start: RelayStart, legs: readonly RelayLeg[], at: Instant, closedAt?: Instant): string | undefined {
  return relayHolds(start, legs, closedAt).find((hold) => hold.from <= at && (hold.to === undefined || at < hold.to))?.personId
}

const reason = defineReasons({
  'relay.not_holder': { zh: '只有现在的负责人才能交接', en: 'Only the one who answers now can hand over' },
  'relay.to_self': { zh: '不能交接给自己', en: 'Nobody hands over to themselves' },
  'relay.no_reason': { zh: '请写明交接原因和注意事项', en: 'Give the reason and what to heed' },
  'relay.already_offered': { zh: '已经向他人提出交接，尚未答复', en: 'A hand-over is pending already' },
  'relay.closed': { zh: '已经结案，不再交接', en: 'The case is closed' },
  'relay.unanswered': {
    zh: '交接提出已超过 {hours} 小时未答复，仍由原负责人负责',
    en: 'The hand-over is unanswered for over {hours} hours; the one before still answers',
  },
})

/**
 * Whether a hand-over may be offered; undefined when it may.
 *
 * @example
 * const start = { personId: 'a', at: '2026-11-01T00:00:00.000Z' }
 * checkHandover({ start, legs: [], from: 'b', to: 'c', why: '休假', at: '2026-11-02T00:00:00.000Z' })?.code // 'relay.not_holder'
 */
export function checkHandover(request: {
  readonly start: RelayStart
  readonly legs: readonly RelayLeg[]
  readonly from: string
  readonly to: string
  readonly why: string
  readonly at: Instant
  readonly closedAt?: Instant
}): Refusal | undefined {
  const holder = accountableAt(request.start, request.legs, request.at, request.closedAt)
  if (request.closedAt !== undefined && request.at >= request.closedAt) return reason('relay.closed')
  if (holder !== request.from) return reason('relay.not_holder', undefined, 'from')
  if (request.to === request.from) return reason('relay.to_self', undefined, 'to')
  if (request.why.trim() === '') return reason('relay.no_reason', undefined, 'reason')
  if (request.legs.some(isPending)) return reason('relay.already_offered')
  return undefined
}

/**
 * The pending hand-overs that nobody answered in time: 24 hours, 4 when urgent (a proposal of this project).
 *
 * @example
 * relayAlarms([{ id: '1', from: 'a', to: 'b', proposedAt: '2026-11-01T00:00:00.000Z', reason: '休假' }], '2026-11-02T00:00:01.000Z').map((alarm) => alarm.legId) // ['1']
 */
export function relayAlarms(
  legs: readonly RelayLeg[],
  now: Instant,
  urgent = false,
  rules: RuleSet<CaseworkParams> = CASEWORK_RULES,
): readonly { readonly legId: string; readonly refusal: Refusal }[] {
  const hours = urgent ? rules.params.urgentAcceptHours : rules.params.acceptHours
  return legs
    .filter((leg) => isPending(leg) && Date.parse(now) - Date.parse(leg.proposedAt) > hours * 3_600_000)
    .map((leg) => ({ legId: leg.id, refusal: reason('relay.unanswered', { hours }) }))
}

function isPending(leg: RelayLeg): boolean {
  return leg.acceptedAt === undefined && leg.declinedAt === undefined
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
