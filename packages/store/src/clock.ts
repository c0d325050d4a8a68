import { createWorkCalendar, definePromise, startClock, type WorkCalendar } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import type { StepPromise } from '@linli/kit'
import { StoreError } from './store-error.ts'

/** Counts promises by a calendar: the given one, else the years that core knows. */
export function makeClock(given: WorkCalendar | undefined): (promise: StepPromise, from: string) => string | null {
  const calendar = given ?? nationalCalendar()
  return ({ n, unit }, from) => {
    const promise = definePromise({ code: 'step', unit, amount: n })
    const clock = promise.ok ? startClock(promise.value, { subject: 'row', at: from }, { calendar }) : promise
    return clock.ok ? clock.value.dueAt : null
  }
}

function nationalCalendar(): WorkCalendar {
  const made = createWorkCalendar(nationalNotices)
  if (!made.ok) throw new StoreError('calendar.broken', made.refusal)
  return made.value
}
