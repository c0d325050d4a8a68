import { createHash } from 'node:crypto'
import { parsePhone } from '@linli/core/identifier'
import { gridEvents } from '../../resources/index.ts'
import { EVENT_LEVELS, EVENT_TYPES, type EventLevel, type EventType } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import { placeOf } from '../events/place.ts'
import type { Answer } from './xml.ts'

/** Why a report is not taken, in Open311's words. */
export interface Fault {
  readonly code: number
  readonly description: string
}

type Given = Readonly<Record<string, string | undefined>>

const LONGEST_TITLE = 40

/** Takes a report of another system. The same report within a day, sent again, is the same event. */
export async function receiveRequest(
  ctx: Ctx,
  given: Given,
  sender: string,
  communities: readonly string[],
): Promise<{ readonly faults: readonly Fault[] } | { readonly answer: Answer }> {
  const { service_code: code = '', description = '', address_string: address = '', first_name: first = '', last_name: last = '' } = given
  const spot = pointOf(given)
  const faults: Fault[] = []
  if (!code) faults.push({ code: 400, description: 'service_code was not provided' })
  else if (!Object.hasOwn(EVENT_TYPES, code)) faults.push({ code: 404, description: 'service_code was not found' })
  if (!spot && !address && !given.address_id) faults.push({ code: 400, description: 'lat and long, or address_string, was not provided' })
  if (!description.trim()) faults.push({ code: 400, description: 'description was not provided' })
  if (faults.length > 0) return { faults }

  const found = spot ? await placeOf(ctx, { spot }) : undefined
  const communityId = found?.communityId ?? (communities.length === 1 ? communities[0] : undefined)
  if (!communityId || !communities.includes(communityId))
    return { faults: [{ code: 400, description: 'the place lies in no community of this jurisdiction; give its code as jurisdiction_id' }] }

  const offlineId = fingerprint([sender, ctx.today, code, description, address, given.lat, given.long, given.account_id, given.device_id])
  const rows = ctx.rows(gridEvents)
  const known = await rows.first({ offlineId })
  const event =
    known ??
    (await rows.create({
      offlineId,
      type: code as EventType,
      level: levelOf(given),
      title: oneLine(description).slice(0, LONGEST_TITLE),
      description: description.slice(0, 2000),
      place: oneLine(address).slice(0, 120) || null,
      spot: spot ?? null,
      foundBy: 'system',
      reporter: oneLine(`${last}${first}`).slice(0, 30) || null,
      reporterPhone: phoneOf(given.phone),
      communityId,
      gridId: found?.gridId ?? null,
    }))
  return { answer: [{ service_request_id: event.no, service_notice: '已收到，社区将核实后办理。', account_id: given.account_id ?? null }] }
}

function pointOf({ lat, long }: Given): { lat: number; lng: number } | undefined {
  const point = { lat: Number(lat), lng: Number(long) }
  const isPoint = Boolean(lat?.trim()) && Boolean(long?.trim()) && Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180
  return isPoint ? point : undefined
}

function levelOf(given: Given): EventLevel {
  const level = given['attribute[level]'] ?? 'normal'
  return Object.hasOwn(EVENT_LEVELS, level) ? (level as EventLevel) : 'normal'
}

function phoneOf(text: string | undefined): string | null {
  const phone = text ? parsePhone(text) : undefined
  return phone?.ok ? phone.value.digits : null
}

function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
}

function fingerprint(parts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
