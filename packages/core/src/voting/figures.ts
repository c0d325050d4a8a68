import { type Refusal } from '../refusal/index.ts'
import { reason } from './reasons.ts'
import { countsArea, type VoteMeasure, type VoteRule } from './rule.ts'

/** So many heads, and with owners so much area (0.01 m²). */
export interface VoteAmount {
  readonly heads: number
  readonly area?: number
}

/** The counted figures of a vote, for those who count elsewhere (paper ballots, a sheet). Recused members are already dealt with. */
export interface VoteFigures {
  /** Everybody on the roll. */
  readonly allMembers: VoteAmount
  /** Those due to come. @default allMembers */
  readonly due?: VoteAmount
  /** Those present when the vote was taken. Not needed where the rule counts participants. */
  readonly present?: VoteAmount
  /** Those present when the quorum was measured. @default present */
  readonly presentForQuorum?: VoteAmount
  readonly for: VoteAmount
  readonly against: VoteAmount
  readonly abstain: VoteAmount
  readonly invalid: VoteAmount
  /** Whether the chair voted in favour; of use where the chair breaks ties. */
  readonly chairFor?: boolean
}

/** Figures with nothing left open. */
export type FullFigures = Required<Omit<VoteFigures, 'chairFor'>> & { readonly participants: VoteAmount; readonly chairFor: boolean }

const NAMES = {
  allMembers: '名册人数',
  due: '应到人数',
  present: '到会人数',
  presentForQuorum: '到会人数',
  for: '赞成',
  against: '反对',
  abstain: '弃权',
  invalid: '无效票',
} as const

export function addAmounts(...amounts: readonly VoteAmount[]): VoteAmount {
  const heads = amounts.reduce((sum, amount) => sum + amount.heads, 0)
  if (amounts.every((amount) => amount.area === undefined)) return { heads }
  return { heads, area: amounts.reduce((sum, amount) => sum + (amount.area ?? 0), 0) }
}

export function amountOn(amount: VoteAmount, measure: VoteMeasure): number {
  return measure === 'heads' ? amount.heads : (amount.area ?? 0)
}

/** Fills in what follows from the rest. */
export function completeFigures(rule: VoteRule, figures: VoteFigures): FullFigures {
  const counted =
    rule.invalid === 'excluded'
      ? [figures.for, figures.against, figures.abstain]
      : [figures.for, figures.against, figures.abstain, figures.invalid]
  const participants = addAmounts(...counted)
  const present = figures.present ?? addAmounts(figures.for, figures.against, figures.abstain, figures.invalid)
  return {
    ...figures,
    due: figures.due ?? figures.allMembers,
    present,
    presentForQuorum: figures.presentForQuorum ?? present,
    participants,
    chairFor: figures.chairFor ?? false,
  }
}

/** What makes figures impossible: fractions of a person, more ballots than people, a missing area. */
export function checkFigures(rule: VoteRule, figures: VoteFigures): Refusal | undefined {
  const area = countsArea(rule)
  for (const [key, what] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
    const amount = figures[key]
    if (amount === undefined) continue
    if (!isCount(amount.heads) || (amount.area !== undefined && !isCount(amount.area))) return reason('vote.figure', { what }, key)
    if (area && amount.area === undefined) return reason('vote.area_missing', { what }, key)
  }
  if (figures.allMembers.heads === 0) return reason('vote.base_empty', undefined, 'allMembers')
  if (rule.quorum.by === 'present' && figures.present === undefined) return reason('vote.attendance_missing', undefined, 'present')
  return checkNesting(figures)
}

function checkNesting(figures: VoteFigures): Refusal | undefined {
  const cast = addAmounts(figures.for, figures.against, figures.abstain, figures.invalid)
  for (const measure of ['heads', 'area'] as const) {
    const all = amountOn(figures.allMembers, measure)
    for (const key of ['due', 'present', 'presentForQuorum'] as const) {
      const amount = figures[key]
      if (amount && amountOn(amount, measure) > all) return reason('vote.more_than_base', { what: NAMES[key] }, key)
    }
    if (amountOn(cast, measure) > all) return reason('vote.more_than_base', { what: '选票' })
    if (figures.present && amountOn(cast, measure) > amountOn(figures.present, measure)) return reason('vote.more_ballots_than_present')
  }
  return undefined
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
