import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'

/** A state of a workflow. */
export interface WorkflowState {
  readonly title: string
  /** Nothing follows: the record is done. */
  readonly final?: boolean
}

/** A named way from some states to one. */
export interface WorkflowStep<State extends string = string> {
  readonly title: string
  readonly from: readonly State[]
  readonly to: State
}

/** Which states a record can be in and which named steps lead from one to another. Everything else is impossible. */
export interface Workflow<State extends string = string, Step extends string = string> {
  readonly initial: State
  readonly states: Readonly<Record<State, WorkflowState>>
  readonly steps: Readonly<Record<Step, WorkflowStep<State>>>
}

const reason = defineReasons({
  'workflow.not_from_here': {
    zh: '现在是「{state}」，不能「{step}」；请刷新后看看当前可办的操作',
    en: 'It is "{state}" now, so "{step}" is not possible; reload to see what is',
  },
  'workflow.unknown_step': { zh: '没有「{step}」这一步', en: 'There is no step "{step}"' },
  'workflow.initial_unknown': { zh: '起始状态 {state} 未定义', en: 'The initial state {state} is not among the states' },
  'workflow.state_unknown': { zh: '步骤 {step} 用到未定义的状态 {state}', en: 'Step {step} uses the state {state}, which is not defined' },
  'workflow.unreachable': { zh: '状态 {state} 无法到达', en: 'State {state} cannot be reached: add a step that leads to it' },
  'workflow.dead_end': {
    zh: '状态 {state} 没有出路，也未标为终点',
    en: 'State {state} has no step out and is not final: add a step or mark it final',
  },
  'workflow.final_has_steps': { zh: '终点状态 {state} 还有后续步骤', en: 'State {state} is final but has steps out' },
})

/**
 * The faults of a definition: unknown states, states that cannot be reached, dead ends. Empty when it is sound.
 *
 * @example
 * checkWorkflow({ initial: 'open', states: { open: { title: '办理中' }, closed: { title: '已办结', final: true } }, steps: { close: { title: '办结', from: ['open'], to: 'closed' } } }) // []
 */
export function checkWorkflow(workflow: Workflow): Refusal[] {
  const faults: Refusal[] = []
  const known = new Set(Object.keys(workflow.states))
  if (!known.has(workflow.initial)) return [reason('workflow.initial_unknown', { state: workflow.initial })]
  const steps = Object.entries(workflow.steps)
  for (const [step, { from, to }] of steps) {
    for (const state of [...from, to]) if (!known.has(state)) faults.push(reason('workflow.state_unknown', { step, state }))
  }
  const reached = reachable(workflow)
  for (const [state, { final }] of Object.entries(workflow.states)) {
    const leaves = steps.some(([, step]) => step.from.includes(state) && step.to !== state)
    if (!reached.has(state)) faults.push(reason('workflow.unreachable', { state }))
    if (!final && !leaves) faults.push(reason('workflow.dead_end', { state }))
    if (final && steps.some(([, step]) => step.from.includes(state))) faults.push(reason('workflow.final_has_steps', { state }))
  }
  return faults
}

/**
 * The state that a step leads to from a state, or why it cannot be taken.
 *
 * @example
 * const flow = { initial: 'open', states: { open: { title: '办理中' }, closed: { title: '已办结', final: true } }, steps: { close: { title: '办结', from: ['open'], to: 'closed' } } }
 * take(flow, 'open', 'close').value // 'closed'
 * take(flow, 'closed', 'close').refusal.code // 'workflow.not_from_here'
 */
export function take<State extends string, Step extends string>(
  workflow: Workflow<State, Step>,
  state: State,
  step: string,
): Result<State> {
  const definition = Object.hasOwn(workflow.steps, step) ? workflow.steps[step as Step] : undefined
  if (!definition) return refused(reason('workflow.unknown_step', { step }))
  if (!definition.from.includes(state)) {
    return refused(reason('workflow.not_from_here', { state: workflow.states[state]?.title ?? state, step: definition.title }))
  }
  return ok(definition.to)
}

/**
 * The steps that leave a state, in the order of the definition.
 *
 * @example
 * const flow = { initial: 'open', states: { open: { title: '办理中' }, closed: { title: '已办结', final: true } }, steps: { close: { title: '办结', from: ['open'], to: 'closed' } } }
 * stepsFrom(flow, 'open') // ['close']
 */
export function stepsFrom<State extends string, Step extends string>(workflow: Workflow<State, Step>, state: string): Step[] {
  const steps = Object.entries(workflow.steps) as [Step, WorkflowStep<State>][]
  return steps.filter(([, step]) => (step.from as readonly string[]).includes(state)).map(([name]) => name)
}

function reachable(workflow: Workflow): Set<string> {
  const reached = new Set([workflow.initial])
  const queue = [workflow.initial]
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const step of Object.values(workflow.steps)) {
      if (step.from.includes(state) && !reached.has(step.to)) {
        reached.add(step.to)
        queue.push(step.to)
      }
    }
  }
  return reached
}
