import { createWorkCalendar, definePromise, startClock, type WorkCalendar } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import type { StepPromise } from '@linli/kit'
import { StoreError } from './store-error.ts'

/** Counts promises by a calendar. */
export function makeClock(calendar: WorkCalendar): (promise: StepPromise, from: string) => string | null {
  return ({ n, unit }, from) => {
    const promise = definePromise({ code: 'step', unit, amount: n })
    const clock = promise.ok ? startClock(promise.value, { subject: 'row', at: from }, { calendar }) : promise
    return clock.ok ? clock.value.dueAt : null
  }
}

/** The years that core knows. */
export function nationalCalendar(): WorkCalendar {
  const made = createWorkCalendar(nationalNotices)
  if (!made.ok) throw new StoreError('calendar.broken', made.refusal)
  return made.value
}
