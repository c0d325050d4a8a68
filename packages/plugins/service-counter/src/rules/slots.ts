import type { OpeningTimes } from '@linli/core/calendar'

/** A time for which somebody can book. */
export interface SlotTimes {
  readonly from: string
  readonly to: string
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * The times of a working day, each of so many minutes; a rest that is too short for one is left out.
 *
 * @example
 * slotTimes({ workingDay: [{ from: '09:00', to: '10:30' }] }, 60) // [{ from: '09:00', to: '10:00' }]
 */
export function slotTimes({ workingDay }: OpeningTimes, minutes: number): readonly SlotTimes[] {
  return workingDay.flatMap(({ from, to }) => {
    const [start, end] = [minutesOf(from), minutesOf(to)]
    const count = Math.max(0, Math.floor((end - start) / minutes))
    return Array.from({ length: count }, (_, n) => ({ from: timeOf(start + n * minutes), to: timeOf(start + (n + 1) * minutes) }))
  })
}

/** Seats of a slot and who has them. */
export interface SlotSeats {
  readonly seats: number
  /** Kept for those who telephone or come: the online page never gives them away. */
  readonly deskSeats: number
  readonly taken: readonly { readonly seat: number; readonly isOnline: boolean }[]
}

/**
 * How many may still book in some way.
 *
 * @example
 * freeSeats({ seats: 3, deskSeats: 1, taken: [{ seat: 1, isOnline: true }] }, true) // 1
 */
export function freeSeats({ seats, deskSeats, taken }: SlotSeats, online: boolean): number {
  const all = seats - taken.length
  return Math.max(0, online ? Math.min(all, seats - deskSeats - taken.filter(({ isOnline }) => isOnline).length) : all)
}

/** The lowest seat that nobody has; `undefined` where none is left in that way. */
export function nextSeat(slot: SlotSeats, online: boolean): number | undefined {
  if (freeSeats(slot, online) === 0) return undefined
  const held = new Set(slot.taken.map(({ seat }) => seat))
  return Array.from({ length: slot.seats }, (_, n) => n + 1).find((seat) => !held.has(seat))
}
