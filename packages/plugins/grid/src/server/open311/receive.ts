import { createHash } from 'node:crypto'
import { parsePhone } from '@linli/core/identifier'
import { units } from '@linli/plugin-registry'
import { gridEvents } from '../../resources/index.ts'
import { EVENT_LEVELS, type EventLevel } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import { placeOf } from '../events/place.ts'
import type { Fault } from './fault.ts'
import { serviceOf } from './services.ts'
import type { Answer } from './xml.ts'

/** What was posted. An empty value means the same as none. */
export type Given = Readonly<Record<string, string | undefined>>

const LONGEST_TITLE = 40
const LONGEST_TEXT = 4000
const LONGEST_LINK = 500

/** Takes a report of another system. The same report within a day, sent again, is the same event. */
export async function receiveRequest(
  ctx: Ctx,
  given: Given,
  sender: string,
  communities: readonly string[],
): Promise<{ readonly faults: readonly Fault[] } | { readonly answer: Answer }> {
  const { service_code: code = '', description = '', address_string: address = '', first_name: first = '', last_name: last = '' } = given
  const service = serviceOf(code)
  const spot = pointOf(given)
  const level = levelOf(given)
  const unit = given.address_id ? await ctx.rows(units).first({ code: given.address_id, communityId: communities }) : undefined
  const faults: Fault[] = []
  if (!code) faults.push({ code: 400, description: 'service_code was not provided' })
  else if (!service) faults.push({ code: 404, description: 'service_code was not found' })
  if (given.address_id && !unit) faults.push({ code: 400, description: 'address_id was not found' })
  else if (!spot && !address && !unit)
    faults.push({ code: 400, description: 'lat and long, address_string or address_id was not provided' })
  if (!level) faults.push({ code: 400, description: 'attribute[level] is none of its values' })
  if (!service || !level || faults.length > 0) return { faults }

  const found = await placeOf(ctx, { spot, unitId: unit?.id })
  const communityId = found?.communityId ?? (communities.length === 1 ? communities[0] : undefined)
  if (!communityId || !communities.includes(communityId))
    return { faults: [{ code: 400, description: 'the place lies in no community of this jurisdiction; give its code as jurisdiction_id' }] }

  const offlineId = fingerprint([
    sender,
    ctx.today,
    code,
    description,
    address,
    given.address_id,
    given.lat,
    given.long,
    given.account_id,
    given.device_id,
  ])
  const rows = ctx.rows(gridEvents)
  const event =
    (await rows.first({ offlineId })) ??
    (await rows.create({
      offlineId,
      type: service.code,
      level,
      title: (oneLine(description) || `${service.name} ${oneLine(address)}`.trim()).slice(0, LONGEST_TITLE),
      description: textOf(description, given.media_url),
      place: oneLine(address).slice(0, 120) || (unit?.fullName ?? null),
      unitId: unit?.id ?? null,
      spot: spot ?? null,
      foundBy: 'system',
      reporter: oneLine(`${last}${first}`).slice(0, 30) || null,
      reporterPhone: phoneOf(given.phone),
      communityId,
      gridId: found?.gridId ?? null,
    }))
  return { answer: [{ service_request_id: event.no, service_notice: '已收到，社区将核实后办理。', account_id: given.account_id || null }] }
}

function pointOf({ lat, long }: Given): { lat: number; lng: number } | undefined {
  const point = { lat: Number(lat), lng: Number(long) }
  const isPoint = Boolean(lat?.trim()) && Boolean(long?.trim()) && Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180
  return isPoint ? point : undefined
}

function levelOf(given: Given): EventLevel | undefined {
  const level = given['attribute[level]'] || 'normal'
  return Object.hasOwn(EVENT_LEVELS, level) ? (level as EventLevel) : undefined
}

/** The words of the report, with the address of its picture: the picture itself is never fetched from elsewhere. */
function textOf(description: string, media = ''): string | null {
  const link = /^https?:\/\/\S+$/.test(media) && media.length <= LONGEST_LINK ? `图片：${media}` : ''
  const words = description.trim().slice(0, LONGEST_TEXT - link.length - 1)
  return [words, link].filter(Boolean).join('\n') || null
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
