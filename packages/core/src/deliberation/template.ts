import { type Refusal } from '../refusal/index.ts'
import { type DeliberationGuardName } from './guard-name.ts'
import { reason } from './reasons.ts'

export interface DeliberationTitle {
  readonly zh: string
  readonly en: string
}

/** `smallMatter` ends at the consultation; `emergency` acts first and is ratified afterwards. Both only where the charter lists the topic. */
export type DeliberationLane = 'ordinary' | 'smallMatter' | 'emergency'

/** The gates of both templates; each template uses its own four. */
export type GateName = 'propose' | 'review' | 'consult' | 'resolve' | 'partyReview'

/** Who decides a gate. */
export type DecidingBody = 'residentsMeeting' | 'representativeMeeting' | 'residentsCommittee' | 'twoCommittees' | 'partyMeeting' | 'owners'

export interface DeliberationState {
  readonly name: string
  readonly title: DeliberationTitle
  readonly final?: boolean
}

export interface DeliberationStep {
  readonly name: string
  readonly title: DeliberationTitle
  readonly from: readonly string[]
  readonly to: string
  /** The gate that this step passes. */
  readonly gate?: GateName
  /** Makes the step a way back that opens this gate and the later ones again; it may be taken `maxLoops` times. */
  readonly reopens?: GateName
  /** A reason in writing is required. */
  readonly reasonRequired?: boolean
  /** Lanes in which the step exists. @default all of them */
  readonly lanes?: readonly DeliberationLane[]
  /** Checked in this order; the first refusal is the answer. */
  readonly guards?: readonly DeliberationGuardName[]
}

/** Days between gates, where a local guide sets them. */
export interface DeliberationTiming {
  /** Calendar days at least from one gate to the next. @default 0 */
  readonly minGapDays?: number
  /** Calendar days at most from the first gate to the last. @default no limit */
  readonly maxTotalDays?: number
}

/** A deliberation process as data: the kit's workflow can be made of it, and a street can fork it under its own code. */
export interface DeliberationTemplate {
  readonly code: string
  readonly version: number
  readonly title: DeliberationTitle
  readonly initial: string
  readonly states: readonly DeliberationState[]
  readonly steps: readonly DeliberationStep[]
  readonly gates: readonly GateName[]
  /** The bodies that may decide a gate, where the way names them. */
  readonly bodies?: Readonly<Partial<Record<GateName, readonly DecidingBody[]>>>
  /** The code of the vote rule of a gate, where the way names it. @default the deciding body's */
  readonly voteRules?: Readonly<Partial<Record<GateName, string>>>
  readonly maxLoops: number
  readonly timing?: DeliberationTiming
  readonly citation: string
  readonly status: 'verified' | 'unverified'
}

/**
 * What is wrong with a template, or nothing: unknown states, a state nobody can reach, one with no way out, a timing that cannot be kept.
 *
 * @example
 * checkTemplate(FOUR_DELIBERATIONS) // undefined
 * checkTemplate({ ...FOUR_DELIBERATIONS, initial: 'nowhere' }).code // 'deliberation.template_state'
 */
export function checkTemplate(template: DeliberationTemplate): Refusal | undefined {
  const states = new Map(template.states.map((state) => [state.name, state]))
  const unknown = [template.initial, ...template.steps.flatMap((step) => [...step.from, step.to])].find((name) => !states.has(name))
  if (unknown !== undefined) return reason('deliberation.template_state', { state: unknown })
  const reached = new Set([template.initial])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const step of template.steps) if (step.from.some((name) => reached.has(name))) reached.add(step.to)
  }
  for (const state of template.states) {
    if (!reached.has(state.name)) return reason('deliberation.template_unreachable', { state: state.name })
    const leaves = template.steps.some((step) => step.from.includes(state.name))
    if (!leaves && !state.final) return reason('deliberation.template_dead_end', { state: state.name })
  }
  return checkTiming(template)
}

/**
 * A template with a street's own days between gates and in all; ask `checkTemplate` whether they can be kept.
 *
 * @example
 * withTiming(FOUR_AND_TWO, { minGapDays: 7 }).timing // { minGapDays: 7 }
 * checkTemplate(withTiming(FOUR_AND_TWO, { minGapDays: 7, maxTotalDays: 20 })).code // 'deliberation.template_timing'
 */
export function withTiming(template: DeliberationTemplate, timing: DeliberationTiming): DeliberationTemplate {
  return { ...template, timing }
}

function checkTiming({ timing, gates }: DeliberationTemplate): Refusal | undefined {
  const { minGapDays = 0, maxTotalDays } = timing ?? {}
  if (maxTotalDays === undefined) return undefined
  const least = minGapDays * (gates.length - 1)
  return least > maxTotalDays ? reason('deliberation.template_timing', { least, max: maxTotalDays }) : undefined
}
