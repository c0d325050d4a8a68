import { createWorkCalendar, definePromise, startClock, type WorkCalendar } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import type { Instant } from '@linli/core/date'
import type { StepPromise } from '@linli/kit'
import { StoreError } from './store-error.ts'

/** When something promised is due, and whether that may still move because a year's notice of holidays is not known yet. */
export interface Due {
  readonly dueAt: Instant
  readonly dueProvisional: boolean
}

/** When a promise that begins at a moment is due by a calendar; nothing where it lies beyond the years that calendars know. */
export function dueBy(calendar: WorkCalendar, { n, unit }: StepPromise, from: Instant): Due | undefined {
  const promise = definePromise({ code: 'step', unit, amount: n })
  const clock = promise.ok ? startClock(promise.value, { subject: 'row', at: from }, { calendar }) : promise
  return clock.ok ? { dueAt: clock.value.dueAt, dueProvisional: clock.value.provisional } : undefined
}

/** The years that core knows. */
export function nationalCalendar(): WorkCalendar {
  const made = createWorkCalendar(nationalNotices)
  if (!made.ok) throw new StoreError('calendar.broken', made.refusal)
  return made.value
}
