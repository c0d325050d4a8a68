import { checkTemplate, withTiming, type DecidingBody, type DeliberationTemplate } from '@linli/core/deliberation'
import { FOUR_AND_TWO, FOUR_DELIBERATIONS } from '@linli/core/presets'
import type { Refusal } from '@linli/core/refusal'
import { type BodyKind, GATES, type Gate, type Way } from './options.ts'

/** What a body's charter says of the days between gates. */
export interface WayDays {
  readonly gapDays: number | null
  readonly totalDays: number | null
}

/**
 * Days between two gates of 四议两公开 where the charter names none. Local guides to the 四议两公开 method ask for 7 or more, others for 20 in all;
 * from web pages, unverified. Both at once cannot be kept, so the whole is not limited until a charter says so.
 */
export const DEFAULT_GAP_DAYS = 7

/**
 * The process of a matter, by the way that it goes and with the days of its charter.
 *
 * @example
 * templateOf('branch', { gapDays: null, totalDays: null }).timing // { minGapDays: 7 }
 * templateOf('residents', { gapDays: 7, totalDays: 20 }).timing // undefined
 */
export function templateOf(way: Way, { gapDays, totalDays }: WayDays): DeliberationTemplate {
  if (way === 'residents') return FOUR_DELIBERATIONS
  return withTiming(FOUR_AND_TWO, { minGapDays: gapDays ?? DEFAULT_GAP_DAYS, ...(totalDays === null ? {} : { maxTotalDays: totalDays }) })
}

/** A charter that names no days. */
export const NO_DAYS: WayDays = { gapDays: null, totalDays: null }

/**
 * Whether days between gates and in all can be kept together.
 *
 * @example
 * checkDays('branch', { gapDays: 7, totalDays: 20 })?.code // 'deliberation.template_timing'
 */
export function checkDays(way: Way, days: WayDays): Refusal | undefined {
  return checkTemplate(templateOf(way, days))
}

const BRANCH_GATES: Readonly<Partial<Record<Gate, string>>> = { propose: '党支部提议', review: '两委商议', resolve: '代表会议决议' }

/**
 * What a gate is called on its way.
 *
 * @example
 * gateTitle('branch', 'review') // '两委商议'
 */
export function gateTitle(way: Way, gate: Gate): string {
  return (way === 'branch' ? BRANCH_GATES[gate] : undefined) ?? GATES[gate]
}

interface Standing {
  readonly way: Way
  readonly gate: Gate
  /** Decided there by a vote. */
  readonly voted: boolean
}

/** The states in which a matter stands at a gate. */
const STANDING: Readonly<Partial<Record<string, Standing>>> = {
  proposed: { way: 'residents', gate: 'propose', voted: false },
  underReview: { way: 'residents', gate: 'review', voted: true },
  inConsultation: { way: 'residents', gate: 'consult', voted: false },
  voting: { way: 'residents', gate: 'resolve', voted: true },
  acting: { way: 'residents', gate: 'resolve', voted: true },
  branchProposing: { way: 'branch', gate: 'propose', voted: false },
  inDiscussion: { way: 'branch', gate: 'review', voted: true },
  inPartyReview: { way: 'branch', gate: 'partyReview', voted: true },
  inRepMeeting: { way: 'branch', gate: 'resolve', voted: true },
}

/**
 * At which gate of which way a state stands; undefined before the first gate, after the last and in a state of both ways.
 *
 * @example
 * standingOf('inPartyReview')?.gate // 'partyReview'
 */
export function standingOf(state: string): Standing | undefined {
  return STANDING[state]
}

/**
 * The gate where a state is decided by a vote.
 *
 * @example
 * votedAt('inConsultation') // undefined
 */
export function votedAt(state: string): Gate | undefined {
  const standing = STANDING[state]
  return standing?.voted ? standing.gate : undefined
}

/** The bodies in core's words. A residents' council decides as the committee does: not what the law leaves to residents or owners. */
export const DECIDING_BODIES: Readonly<Record<BodyKind, DecidingBody>> = {
  council: 'residentsCommittee',
  committee: 'residentsCommittee',
  twoCommittees: 'twoCommittees',
  partyMeeting: 'partyMeeting',
  representatives: 'representativeMeeting',
  residents: 'residentsMeeting',
  owners: 'owners',
  ownersCommittee: 'residentsCommittee',
  supervision: 'residentsCommittee',
}

/**
 * Whether a body may vote at a gate.
 *
 * @example
 * mayDecide('branch', 'resolve', 'council') // false
 */
export function mayDecide(way: Way, gate: Gate, kind: BodyKind): boolean {
  // Those supervise, or speak for owners alone.
  if (kind === 'supervision' || kind === 'ownersCommittee') return false
  return templateOf(way, NO_DAYS).bodies?.[gate]?.includes(DECIDING_BODIES[kind]) ?? true
}

/**
 * The rule by which a gate votes, whatever its body's own rule is.
 *
 * @example
 * gateRule('branch', 'partyReview') // 'SIYI_LIANGGONGKAI_PARTY_REVIEW'
 */
export function gateRule(way: Way, gate: Gate): string | undefined {
  return way === 'branch' ? FOUR_AND_TWO.voteRules?.[gate] : undefined
}

const BODY_RULES: Readonly<Record<BodyKind, readonly string[]>> = {
  council: ['RC_INTERNAL'],
  committee: ['RC_INTERNAL'],
  twoCommittees: ['TWO_COMMITTEE_REVIEW'],
  partyMeeting: ['SIYI_LIANGGONGKAI_PARTY_REVIEW', 'PARTY_RESOLUTION'],
  representatives: ['REP_MEETING_DEFAULT'],
  residents: ['RM_HOUSEHOLDS', 'RM_ADULTS', 'RM_GROUPREPS'],
  owners: ['OWNERS_278_ORDINARY', 'OWNERS_278_SPECIAL'],
  ownersCommittee: ['OWNERS_COMMITTEE_HENAN'],
  supervision: ['RC_INTERNAL'],
}

/**
 * The rules by which a body may decide a gate, its usual one first: what a form or charter names beside them serves its other business, and does
 * not lower what a matter needs (N3).
 *
 * @example
 * rulesOfBody('representatives') // ['REP_MEETING_DEFAULT']
 */
export function rulesOfBody(kind: BodyKind): readonly string[] {
  return BODY_RULES[kind]
}
