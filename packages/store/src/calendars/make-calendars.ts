import { createWorkCalendar, type WorkCalendar } from '@linli/core/calendar'
import { noticesOf, type EnteredYear } from '@linli/kit/platform'
import type { Connection, Queryable } from '../connection/connect.ts'
import { sessionOf } from '../context/session.ts'
import { tellStreetChanged } from '../modules/make-modules.ts'
import type { Parts } from '../parts.ts'
import { StoreError } from '../store-error.ts'
import type { Calendars } from './calendars.ts'
import { recompute, settle } from './recompute.ts'

/** How stale another process may be should the notice of a change get lost. */
const AGE_LIMIT = 30_000

/** The calendars of this process, shared by every request. */
export interface CalendarCache {
  of(streetId: string): Promise<WorkCalendar>
  forget(streetId: string): void
}

export function makeCalendarCache({ direct, kind }: Connection, given: WorkCalendar): CalendarCache {
  const known = new Map<string, { readonly calendar: Promise<WorkCalendar>; readonly readAt: number }>()
  return {
    of: (streetId) => {
      const entry = known.get(streetId)
      if (entry && (kind === 'embedded' || Date.now() - entry.readAt < AGE_LIMIT)) return entry.calendar
      const calendar = readCalendar(direct, streetId, given)
      const fresh = { calendar, readAt: Date.now() }
      known.set(streetId, fresh)
      calendar.catch(() => {
        if (known.get(streetId) === fresh) known.delete(streetId)
      })
      return calendar
    },
    forget: (streetId) => {
      known.delete(streetId)
    },
  }
}

export function makeCalendars(parts: Parts, cache: CalendarCache, given: WorkCalendar): Calendars {
  return {
    given,
    of: (streetId) => cache.of(streetId),
    changed: async (ctx) => {
      const session = sessionOf(ctx)
      await tellStreetChanged(session)
      session.afterCommit.push(() => cache.forget(ctx.street.code))
    },
    recompute: (as, change, options) => recompute(parts, as, change, options),
    settle: (ctx) => settle(parts, ctx),
  }
}

async function readCalendar(db: Queryable, streetId: string, given: WorkCalendar): Promise<WorkCalendar> {
  const { rows } = await db.query('select year, days, source, complete, status from platform_calendar_years where street_id = $1', [
    streetId,
  ])
  const entered = noticesOf(rows as unknown as EnteredYear[]).filter(({ year }) => !given.isKnown(year))
  if (entered.length === 0) return given
  const made = createWorkCalendar([...given.notices, ...entered])
  if (!made.ok) throw new StoreError('calendar.broken', made.refusal)
  return made.value
}
