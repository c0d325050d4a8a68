import { expect, test } from 'vitest'
import { checkWorkflow, stepsFrom, take, type Workflow } from '../../src/workflow/index.ts'

const merchant = {
  initial: 'applied',
  states: { applied: { title: '已申请' }, active: { title: '正常' }, left: { title: '已退出', final: true } },
  steps: {
    accept: { title: '通过', from: ['applied'], to: 'active' },
    renew: { title: '续签', from: ['active'], to: 'active' },
    leave: { title: '退出', from: ['applied', 'active'], to: 'left' },
  },
} as const satisfies Workflow
const codes = (workflow: Workflow): string[] => checkWorkflow(workflow).map(({ code }) => code)

test('a sound definition has no faults', () => expect(codes(merchant)).toEqual([]))

test('a state that nothing leads to is found', () => {
  expect(codes({ ...merchant, states: { ...merchant.states, paused: { title: '暂停', final: true } } })).toEqual(['workflow.unreachable'])
})

test('a state without a way out is found, also when its only step leads back to itself', () => {
  const steps = { accept: merchant.steps.accept, renew: merchant.steps.renew, leave: { ...merchant.steps.leave, from: ['applied'] } }
  expect(codes({ ...merchant, steps })).toEqual(['workflow.dead_end'])
})

test('a step out of a final state is found', () => {
  expect(codes({ ...merchant, steps: { ...merchant.steps, back: { title: '回来', from: ['left'], to: 'active' } } })).toEqual([
    'workflow.final_has_steps',
  ])
})

test('an unknown state is named', () => {
  expect(codes({ ...merchant, initial: 'new' })).toEqual(['workflow.initial_unknown'])
  expect(
    checkWorkflow({ ...merchant, steps: { ...merchant.steps, pause: { title: '暂停', from: ['active'], to: 'paused' } } })[0]?.data,
  ).toEqual({ step: 'pause', state: 'paused' })
})

test('a step is taken only from its states', () => {
  expect(take(merchant, 'applied', 'accept')).toEqual({ ok: true, value: 'active' })
  expect(take(merchant, 'left', 'accept')).toMatchObject({
    ok: false,
    refusal: { code: 'workflow.not_from_here', data: { state: '已退出', step: '通过' } },
  })
  expect(take(merchant, 'applied', 'constructor')).toMatchObject({ ok: false, refusal: { code: 'workflow.unknown_step' } })
  expect(stepsFrom(merchant, 'active')).toEqual(['renew', 'leave'])
})
