import { daysBetween, type LocalDate } from '../date/index.ts'

/** An opinion for next month's work (下月工作意见), raised at a meeting. */
export interface MeetingOpinion {
  readonly id: string
  readonly raisedOn: LocalDate
  readonly text: string
  readonly answer?: { readonly on: LocalDate; readonly text: string }
}

export interface CarriedOpinion {
  readonly opinion: MeetingOpinion
  /** Meetings held since it was raised, this one not counted: 0 is new since the last meeting, 1 has been passed on once. */
  readonly carriedOver: number
  readonly ageDays: number
}

/** The first two items of a monthly agenda. */
export interface OpinionAgenda {
  /** Answered since the last meeting: reported on. */
  readonly answered: readonly MeetingOpinion[]
  /** Still open, oldest first: on the agenda again without anybody having to ask. */
  readonly open: readonly CarriedOpinion[]
}

/**
 * What the meeting of a day has to take up of earlier opinions. Nothing falls off the agenda before it is answered.
 *
 * @param heldOn days of earlier meetings of the same body, in any order
 * @example
 * carryOver([{ id: '1', raisedOn: '2026-01-15', text: '路灯' }], ['2026-01-15', '2026-02-15'], '2026-03-15').open[0].carriedOver // 1
 */
export function carryOver(opinions: readonly MeetingOpinion[], heldOn: readonly LocalDate[], on: LocalDate): OpinionAgenda {
  const earlier = heldOn.filter((day) => day < on).toSorted()
  const last = earlier.at(-1)
  const known = opinions.filter((opinion) => opinion.raisedOn <= on)
  const isAnswered = (opinion: MeetingOpinion): boolean => opinion.answer !== undefined && opinion.answer.on <= on
  return {
    answered: known.filter((opinion) => isAnswered(opinion) && (last === undefined || (opinion.answer?.on ?? '') >= last)),
    open: known
      .filter((opinion) => !isAnswered(opinion))
      .map((opinion) => ({
        opinion,
        carriedOver: earlier.filter((day) => day > opinion.raisedOn).length,
        ageDays: daysBetween(opinion.raisedOn, on),
      }))
      .toSorted((a, b) => b.ageDays - a.ageDays || (a.opinion.id < b.opinion.id ? -1 : 1)),
  }
}
