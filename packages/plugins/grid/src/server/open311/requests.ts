import { addDays, dayOf } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { gridEvents } from '../../resources/index.ts'
import { EVENT_TYPES, HANDLERS } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import type { Answer } from './xml.ts'

type Event = Row<typeof gridEvents>
type Status = Event['status']

/** Open311 knows open and closed alone; the honest state stands in `status_notes`. */
const CLOSED: ReadonlySet<Status> = new Set(['closed', 'confirmed', 'void'])
const SPAN_DAYS = 90
const MOST = 1000

/** What `GET requests` may ask for. */
export interface RequestsQuery {
  readonly service_request_id?: string
  readonly service_code?: string
  readonly start_date?: string
  readonly end_date?: string
  readonly status?: string
}

/** Requests as the specification lists them: by ids, else at most 90 days and 1000 rows, newest first. */
export async function findRequests(ctx: Ctx, query: RequestsQuery, communities: readonly string[]): Promise<readonly Answer[]> {
  const ids = listOf(query.service_request_id)
  const codes = listOf(query.service_code).filter((code): code is Event['type'] => Object.hasOwn(EVENT_TYPES, code))
  const end = moment(query.end_date) ?? ctx.now
  const earliest = `${addDays(dayOf(end), -SPAN_DAYS)}T00:00:00.000Z`
  const asked = moment(query.start_date) ?? earliest
  const start = asked < earliest ? earliest : asked
  const wanted = listOf(query.status)
  const states = (Object.keys(gridEvents.workflow?.states ?? {}) as Status[]).filter(
    (state) => wanted.length === 0 || wanted.includes(CLOSED.has(state) ? 'closed' : 'open'),
  )
  const filter =
    ids.length > 0
      ? { no: ids.slice(0, MOST) }
      : { createdAt_gte: start, createdAt_lte: end, status: states, ...(codes.length > 0 ? { type: codes } : {}) }
  const { rows } = await ctx
    .rows(gridEvents)
    .list({ filter: { ...filter, communityId: communities }, sort: ['createdAt', 'desc'], limit: MOST, total: 'none' })
  return rows.map(requestAnswer)
}

/** An event as Open311 shows it: what, where, how far, by when; nobody's name, words or picture. */
export function requestAnswer(event: Event): Answer {
  const { no, status, type, handler, place, spot, createdAt, statusSince, finishDue } = event
  const title = gridEvents.workflow?.states[status].title ?? status
  return {
    service_request_id: no,
    status: CLOSED.has(status) ? 'closed' : 'open',
    status_notes: title,
    service_name: EVENT_TYPES[type],
    service_code: type,
    description: null,
    agency_responsible: handler ? HANDLERS[handler] : null,
    service_notice: null,
    requested_datetime: createdAt,
    updated_datetime: statusSince,
    expected_datetime: finishDue,
    address: place,
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

function moment(text: string | undefined): string | undefined {
  const time = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
