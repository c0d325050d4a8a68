import { ageOn, parseLocalDate, type LocalDate } from '../date/index.ts'
import { ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { fingerprint } from '../fingerprint/index.ts'
import { reason } from './reasons.ts'
import { countsArea, type VoteBase, type VoteRule } from './rule.ts'
import { reaches } from './threshold.ts'

/** Somebody on a frozen roll. */
export interface BaseMember {
  readonly id: string
  /** Exclusive area in 0.01 m², a whole number. Only owners have one. */
  readonly area?: number
  /** `false` when the rules of the body let this member off (应到 does not count them). @default true */
  readonly due?: boolean
  readonly woman?: boolean
  /** Whether this member is an elected representative rather than there by office. */
  readonly representative?: boolean
}

/** Somebody who may come onto a roll. */
export interface BaseCandidate extends BaseMember {
  readonly bornOn?: LocalDate
  readonly deceasedOn?: LocalDate
  /** Membership of the body, both days included. */
  readonly from?: LocalDate
  readonly to?: LocalDate
  /** `false`: a member without a vote. @default true */
  readonly voting?: boolean
}

/** A roll at one day. It never changes afterwards; {@link tally} refuses one that was changed. */
export interface BaseSnapshot {
  readonly base: VoteBase
  readonly takenOn: LocalDate
  readonly members: readonly BaseMember[]
  /** Detects an accidental change. No protection against somebody who forges it: keep the roll in an append-only table. */
  readonly fingerprint: string
}

export interface FrozenBase {
  readonly snapshot: BaseSnapshot
  /** Who was left out, and why. */
  readonly leftOut: readonly { readonly id: string; readonly refusal: Refusal }[]
}

/**
 * Freezes the roll of a vote at a day: leaves out the dead, those outside their term, minors (`adults18`) and members without a vote.
 * Somebody who dies or leaves *after* the day stays in the number of the roll (a new notice makes a new roll) but cannot vote.
 *
 * @example
 * freezeBase(votePreset('RC_INTERNAL', '2020-01-01').params, [{ id: 'a' }, { id: 'b', deceasedOn: '2020-01-01' }], '2020-03-01').value.snapshot.members.length // 1
 */
export function freezeBase(rule: VoteRule, candidates: readonly BaseCandidate[], takenOn: LocalDate): Result<FrozenBase> {
  if (!parseLocalDate(takenOn).ok) return refused(reason('vote.date', undefined, 'takenOn'))
  if (new Set(candidates.map((candidate) => candidate.id)).size !== candidates.length) return refused(reason('vote.base_duplicate'))
  const members: BaseMember[] = []
  const leftOut: { id: string; refusal: Refusal }[] = []
  for (const candidate of candidates) {
    const refusal = whyNot(rule, candidate, takenOn)
    if (refusal) leftOut.push({ id: candidate.id, refusal })
    else members.push(asMember(candidate))
  }
  if (members.length === 0) return refused(reason('vote.base_empty'))
  if (countsArea(rule) && !members.every((member) => isArea(member.area))) return refused(reason('vote.base_area'))
  const roll = { base: rule.base, takenOn, members }
  return ok({ snapshot: { ...roll, fingerprint: fingerprint(roll) }, leftOut })
}

function whyNot(rule: VoteRule, candidate: BaseCandidate, on: LocalDate): Refusal | undefined {
  const days = [candidate.deceasedOn, candidate.from, candidate.to].filter((day) => day !== undefined)
  if (!days.every((day) => parseLocalDate(day).ok)) return reason('vote.date')
  if (candidate.deceasedOn !== undefined && candidate.deceasedOn <= on) return reason('vote.deceased')
  if ((candidate.from !== undefined && candidate.from > on) || (candidate.to !== undefined && candidate.to < on)) {
    return reason('vote.not_in_term')
  }
  if (candidate.voting === false) return reason('vote.no_vote')
  if (rule.base !== 'adults18') return undefined
  if (candidate.bornOn === undefined || !parseLocalDate(candidate.bornOn).ok) return reason('vote.birth_unknown')
  return ageOn(candidate.bornOn, on) < 18 ? reason('vote.under_age') : undefined
}

function asMember({ id, area, due, woman, representative }: BaseCandidate): BaseMember {
  return {
    id,
    ...(area === undefined ? {} : { area }),
    ...(due === undefined ? {} : { due }),
    ...(woman === undefined ? {} : { woman }),
    ...(representative === undefined ? {} : { representative }),
  }
}

function isArea(area: number | undefined): boolean {
  return area !== undefined && Number.isSafeInteger(area) && area > 0
}

/**
 * Whether a roll is what the rule asks for and is unchanged since it was frozen.
 *
 * @example
 * const rule = votePreset('RC_INTERNAL', '2026-05-20').params
 * const roll = freezeBase(rule, [{ id: 'a' }, { id: 'b' }], '2026-05-19').value.snapshot
 * checkBase(rule, roll) // undefined
 * checkBase(rule, { ...roll, members: roll.members.slice(1) }).code // 'vote.base_changed'
 */
export function checkBase(rule: VoteRule, snapshot: BaseSnapshot): Refusal | undefined {
  const { base, takenOn, members } = snapshot
  if (base !== rule.base) return reason('vote.base_other')
  if (members.length === 0) return reason('vote.base_empty')
  if (fingerprint({ base, takenOn, members }) !== snapshot.fingerprint) return reason('vote.base_changed')
  if (countsArea(rule) && !members.every((member) => isArea(member.area))) return reason('vote.base_area')
  return undefined
}

/** One share that the body has to have, with its figures. */
export interface CompositionCheck {
  readonly what: 'women' | 'representatives'
  readonly count: number
  readonly members: number
  readonly num: number
  readonly den: number
  readonly reached: boolean
}

/**
 * The shares that the rule asks of the body (women, representatives), measured on a roll.
 *
 * @example
 * checkComposition({ womenMin: [1, 3] }, [{ id: 'a', woman: true }, { id: 'b' }, { id: 'c' }])[0].reached // true
 */
export function checkComposition(composition: VoteRule['composition'], members: readonly BaseMember[]): readonly CompositionCheck[] {
  const checks: CompositionCheck[] = []
  const add = (what: CompositionCheck['what'], share: readonly [number, number] | undefined, count: number): void => {
    if (!share) return
    const [num, den] = share
    checks.push({ what, count, members: members.length, num, den, reached: reaches({ op: '>=', num, den }, count, members.length) })
  }
  add('women', composition?.womenMin, members.filter((member) => member.woman).length)
  add('representatives', composition?.representativesMin, members.filter((member) => member.representative).length)
  return checks
}
