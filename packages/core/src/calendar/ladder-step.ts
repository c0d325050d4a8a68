import { defineReasons, type Refusal } from '../refusal/index.ts'

/** The rungs: a light for the handler, an urge, supervision, an interview with the one responsible, accountability. */
export type LadderLevel = 'light' | 'urge' | 'supervise' | 'interview' | 'accountability'

/** When a rung is reached: at a share of the time, or a time after the due moment. */
export type LadderMoment =
  | { readonly kind: 'elapsed'; readonly num: number; readonly den: number }
  | { readonly kind: 'overdue'; readonly workingDays: number }
  | { readonly kind: 'overdue'; readonly hours: number }

export interface LadderStep {
  readonly level: LadderLevel
  readonly at: LadderMoment
  /** The role that has the duty to act on this rung. */
  readonly holder: string
}

/**
 * The ladder when a promise names none: light at 70 % with the handler, urge at the due moment with the head of the unit,
 * supervision after 1, an interview after 3 and accountability after 5 working days.
 * The rungs are those of supervision practice; the times and duty holders are ours to start from, and each street sets its own.
 */
export const DEFAULT_LADDER: readonly LadderStep[] = [
  { level: 'light', at: { kind: 'elapsed', num: 7, den: 10 }, holder: 'handler' },
  { level: 'urge', at: { kind: 'overdue', hours: 0 }, holder: 'unit-head' },
  { level: 'supervise', at: { kind: 'overdue', workingDays: 1 }, holder: 'supervision-office' },
  { level: 'interview', at: { kind: 'overdue', workingDays: 3 }, holder: 'street-leader' },
  { level: 'accountability', at: { kind: 'overdue', workingDays: 5 }, holder: 'discipline-committee' },
]

const ORDER: readonly LadderLevel[] = ['light', 'urge', 'supervise', 'interview', 'accountability']

const reason = defineReasons({
  'ladder.order': {
    zh: '督办阶梯应按 亮灯、催办、督办、约谈、问责 的顺序，每级一次',
    en: 'The ladder goes from light to accountability, each rung once',
  },
  'ladder.moment': { zh: '督办阶梯的时间不对：{level}', en: 'The time of a rung of the ladder is wrong: {level}' },
  'ladder.holder': { zh: '督办阶梯每一级都要写明责任人：{level}', en: 'Each rung of the ladder names who must act: {level}' },
})

/** Every reason for which a ladder can be refused. */
export type LadderReason = Parameters<typeof reason>[0]

/** Refuses rungs out of order, without a duty holder, or at a time that is none. */
export function refuseLadder(ladder: readonly LadderStep[]): Refusal | undefined {
  let previous = -1
  for (const { level, at, holder } of ladder) {
    if (ORDER.indexOf(level) <= previous) return reason('ladder.order', {}, 'ladder')
    if (holder.trim() === '') return reason('ladder.holder', { level }, 'ladder')
    if (!isMoment(at)) return reason('ladder.moment', { level }, 'ladder')
    previous = ORDER.indexOf(level)
  }
  return undefined
}

function isMoment(at: LadderMoment): boolean {
  if (at.kind === 'elapsed') return Number.isInteger(at.num) && Number.isInteger(at.den) && at.num > 0 && at.num <= at.den
  return 'workingDays' in at ? Number.isInteger(at.workingDays) && at.workingDays >= 0 : at.hours >= 0
}
