import type { Row } from '@linli/kit'
import { gridEvents } from '../../resources/index.ts'
import { EVENT_TYPES, HANDLERS } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import type { Fault } from './fault.ts'
import { publicPlace } from './public-place.ts'
import { SERVICE_CODES } from './services.ts'
import type { Answer } from './xml.ts'

type Event = Row<typeof gridEvents>
type Status = Event['status']

/** Open311 knows open and closed alone; the honest state stands in `status_notes`. */
const CLOSED: ReadonlySet<Status> = new Set(['closed', 'confirmed', 'void'])
const STATUSES: ReadonlySet<string> = new Set(['open', 'closed'])
const SPAN = 90 * 86_400_000
const MOST = 1000

/** A moment with its offset, as the W3C note on dates asks. */
const W3C_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/** What `GET requests` may ask for. An empty value means the same as none. */
export interface RequestsQuery {
  readonly service_request_id?: string
  readonly service_code?: string
  readonly start_date?: string
  readonly end_date?: string
  readonly status?: string
}

type Found = { readonly faults: readonly Fault[] } | { readonly answer: readonly Answer[] }

/** Requests as the specification lists them: by ids, which override everything else; else at most 90 days and 1000 rows, newest first. */
export async function findRequests(ctx: Ctx, query: RequestsQuery, communities: readonly string[]): Promise<Found> {
  const ids = listOf(query.service_request_id)
  const found = ids.length > 0 ? { filter: { no: ids.slice(0, MOST), type: SERVICE_CODES } } : filterOf(query, ctx.now)
  if ('faults' in found) return found
  const { rows } = await ctx
    .rows(gridEvents)
    .list({ filter: { ...found.filter, communityId: communities }, sort: ['createdAt', 'desc'], limit: MOST, total: 'none' })
  return { answer: rows.map(requestAnswer) }
}

function filterOf(query: RequestsQuery, now: string): { faults: readonly Fault[] } | { filter: object } {
  const states = listOf(query.status)
  const faults: Fault[] = [
    ...(['start_date', 'end_date'] as const)
      .filter((name) => query[name] && momentOf(query[name]) === undefined)
      .map((name): Fault => ({ code: 400, description: `${name} is no date of the form 2010-01-01T00:00:00Z` })),
    ...(states.every((state) => STATUSES.has(state)) ? [] : [{ code: 400 as const, description: 'status is neither open nor closed' }]),
  ]
  if (faults.length > 0) return { faults }
  const codes = listOf(query.service_code)
  const { start, end } = rangeOf(momentOf(query.start_date), momentOf(query.end_date), Date.parse(now))
  return {
    filter: {
      createdAt_gte: new Date(start).toISOString(),
      createdAt_lte: new Date(end).toISOString(),
      status: (Object.keys(gridEvents.workflow?.states ?? {}) as Status[]).filter(
        (state) => states.length === 0 || states.includes(CLOSED.has(state) ? 'closed' : 'open'),
      ),
      type: codes.length === 0 ? SERVICE_CODES : SERVICE_CODES.filter((code) => codes.includes(code)),
    },
  }
}

/** Never more than 90 days: the newest of a longer range, those after a start alone, those before an end alone. */
function rangeOf(start: number | undefined, end: number | undefined, now: number): { start: number; end: number } {
  if (start !== undefined && end === undefined) return { start, end: Math.min(now, start + SPAN) }
  const last = end ?? now
  return { start: Math.max(start ?? last - SPAN, last - SPAN), end: last }
}

/** An event as Open311 shows it: what, where, how far, by when; nobody's name, words or picture, and no home's number. */
export function requestAnswer(event: Event): Answer {
  const { no, status, type, handler, place, spot, createdAt, statusSince, updatedAt, finishDue } = event
  const title = gridEvents.workflow?.states[status].title ?? status
  const isClosed = CLOSED.has(status)
  return {
    service_request_id: no,
    status: isClosed ? 'closed' : 'open',
    status_notes: status === 'joined' ? `${title}，随主事件一起办理` : title,
    service_name: EVENT_TYPES[type],
    service_code: type,
    description: null,
    agency_responsible: handler ? HANDLERS[handler] : null,
    service_notice: null,
    requested_datetime: createdAt,
    updated_datetime: isClosed ? statusSince : updatedAt,
    expected_datetime: finishDue,
    address: place ? publicPlace(place) : null,
    address_id: null,
    zipcode: null,
    lat: spot?.lat ?? null,
    long: spot?.lng ?? null,
    media_url: null,
  }
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
}

function momentOf(text: string | undefined): number | undefined {
  const time = text && W3C_DATE.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
