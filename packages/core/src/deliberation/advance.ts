import { type Instant } from '../date/index.ts'
import { ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { DELIBERATION_GUARDS } from './guards.ts'
import { type Charter, type MatterHistoryEntry, type MatterLink, type Matter } from './matter.ts'
import { reason } from './reasons.ts'
import { type DeliberationStep, type DeliberationTemplate } from './template.ts'

/** Who takes a step, when, why, and to whom the matter goes with it. */
export interface MatterStepInput {
  readonly at: Instant
  readonly by: string
  readonly reason?: string
  /** Recorded as a link: who handed the matter to whom. */
  readonly handOver?: { readonly from: string; readonly to: string }
}

/** A step that leads on from here, with the reason why it may not be taken now. */
export interface MatterStepOption {
  readonly step: DeliberationStep
  readonly refusal?: Refusal
}

/**
 * Takes a step: checks the state, the lane, the number of ways back and the step's guards, and answers with the matter moved on and its history longer by one.
 * The matter passed in is never changed.
 *
 * @returns the new matter, or the refusal with the code of the first thing that stands in the way
 *
 * @example
 * const proposal = { versions: [{ no: 1, text: '加装路灯', at: '2026-05-01T01:00:00.000Z', by: 'a' }], proposers: ['a'], supporters: [] }
 * const matter = openMatter(FOUR_DELIBERATIONS, { id: '1', topic: '停车', proposal })
 * const step = { at: '2026-05-02T01:00:00.000Z', by: 'secretary' }
 * advanceMatter(FOUR_DELIBERATIONS, matter, 'publish', step).refusal.code // 'deliberation.unknown_step'
 * advanceMatter(FOUR_DELIBERATIONS, matter, 'execute', step).refusal.code // 'deliberation.skipped'
 */
export function advanceMatter(
  template: DeliberationTemplate,
  matter: Matter,
  stepName: string,
  input: MatterStepInput,
  charter: Charter,
): Result<Matter> {
  const step = template.steps.find((candidate) => candidate.name === stepName)
  if (!step) return refused(reason('deliberation.unknown_step', { step: stepName }))
  const refusal = checkStep(template, matter, step, input, charter)
  if (refusal) return refused(refusal)
  const entry: MatterHistoryEntry = {
    step: step.name,
    from: matter.state,
    to: step.to,
    at: input.at,
    by: input.by,
    ...(step.gate === undefined ? {} : { gate: step.gate }),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  }
  return ok({ ...matter, state: step.to, history: [...matter.history, entry], links: [...matter.links, ...linksOf(step, input)] })
}

/**
 * The steps that lead on from a matter's state in its lane, each with its refusal if it has one: what a screen shows as buttons.
 *
 * @example
 * const proposal = { versions: [{ no: 1, text: '加装路灯', at: '2026-05-01T01:00:00.000Z', by: 'a' }], proposers: ['a'], supporters: [] }
 * const matter = openMatter(FOUR_DELIBERATIONS, { id: '1', topic: '停车', proposal })
 * const step = { at: '2026-05-02T01:00:00.000Z', by: 'secretary' }
 * stepOptions(FOUR_DELIBERATIONS, matter, step).length > 0 // true
 * stepOptions(FOUR_DELIBERATIONS, matter, step).some((option) => option.step.name === 'execute') // false
 */
export function stepOptions(
  template: DeliberationTemplate,
  matter: Matter,
  input: MatterStepInput,
  charter: Charter,
): readonly MatterStepOption[] {
  return template.steps
    .filter((step) => step.from.includes(matter.state) && isInLane(step, matter))
    .map((step) => {
      const refusal = checkStep(template, matter, step, input, charter)
      return refusal ? { step, refusal } : { step }
    })
}

function checkStep(
  template: DeliberationTemplate,
  matter: Matter,
  step: DeliberationStep,
  input: MatterStepInput,
  charter: Charter,
): Refusal | undefined {
  if (matter.template !== template.code || matter.templateVersion !== template.version) return reason('deliberation.template_other')
  if (!step.from.includes(matter.state)) return reason('deliberation.skipped', { state: matter.state, step: step.name })
  if (!isInLane(step, matter)) return reason('deliberation.wrong_lane', { step: step.name })
  const last = matter.history.at(-1)
  const at = Date.parse(input.at)
  if (Number.isNaN(at) || (last && at < Date.parse(last.at))) return reason('deliberation.time')
  if (step.reasonRequired && !input.reason?.trim()) return reason('deliberation.reason_missing', undefined, 'reason')
  const taken = matter.history.filter((entry) => entry.step === step.name).length
  if (step.reopens && taken >= template.maxLoops) return reason('deliberation.loops_exhausted', { max: template.maxLoops })
  const context = { template, charter, at: input.at, ...(step.gate === undefined ? {} : { gate: step.gate }) }
  for (const guard of step.guards ?? []) {
    if (!Object.hasOwn(DELIBERATION_GUARDS, guard)) return reason('deliberation.template_guard', { guard })
    const refusal = DELIBERATION_GUARDS[guard](matter, context)
    if (refusal) return refusal
  }
  return undefined
}

function isInLane(step: DeliberationStep, matter: Matter): boolean {
  return step.lanes === undefined || step.lanes.includes(matter.lane)
}

function linksOf(step: DeliberationStep, { handOver, by, at, reason: why }: MatterStepInput): readonly MatterLink[] {
  return handOver ? [{ ...handOver, by, at, why: why ?? step.title.zh }] : []
}
