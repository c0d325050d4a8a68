import type { Instant } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'

/** A planned stretch of service. */
export interface ShiftTime {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** When somebody came and went. Without `outAt` the check-in is open. */
export interface VolunteerAttendance {
  readonly inAt: Instant
  readonly outAt?: Instant
  readonly breakMinutes?: number
}

/**
 * Counted service. `open` means not checked out: nothing is counted, however long it stays open, and somebody is asked.
 * `capped` means that more was attended than the shift allows.
 */
export interface ServiceTime {
  readonly minutes: number
  readonly state: 'counted' | 'open'
  readonly capped: boolean
  readonly zh: string
}

const reason = defineReasons({
  'volunteer.time_invalid': { zh: '时间填写有误', en: 'The time cannot be read' },
  'volunteer.out_before_in': { zh: '签退时间不能早于签到时间', en: 'The check-out precedes the check-in' },
  'volunteer.shift_reversed': { zh: '班次结束应晚于开始', en: 'The shift ends before it begins' },
  'volunteer.in_after_shift': { zh: '签到时班次已经结束，不计时长', en: 'The check-in came after the shift' },
  'volunteer.break_invalid': { zh: '休息分钟数应为不小于 0 的整数', en: 'The break must be a whole number of minutes' },
  'volunteer.kind_not_counted': { zh: '{kind}不计入志愿服务时长', en: 'This kind of time is not counted: {kind}' },
})

const COUNTED_KINDS: Readonly<Record<string, { readonly zh: string; readonly counts: boolean }>> = {
  service: { zh: '志愿服务', counts: true },
  travel: { zh: '路途', counts: false },
  rest: { zh: '休息', counts: false },
  training: { zh: '培训', counts: false },
  paid: { zh: '有报酬的工作', counts: false },
}

/**
 * The minutes of service that an attendance counts: only inside the shift (plus `graceMinutes` after its end, default 0), without breaks, in whole minutes.
 * Coming early counts from the beginning of the shift. A forgotten check-out counts nothing.
 * Refuses with `volunteer.time_invalid`, `volunteer.shift_reversed`, `volunteer.out_before_in`, `volunteer.in_after_shift` or `volunteer.break_invalid`.
 *
 * @example
 * const shift = { startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-22T03:00:00.000Z' }
 * const late = serviceTime(shift, { inAt: '2026-11-22T01:10:00.000Z', outAt: '2026-11-22T09:00:00.000Z' })
 * late.ok && [late.value.minutes, late.value.capped] // [110, true]
 * const open = serviceTime(shift, { inAt: '2026-11-22T01:10:00.000Z' })
 * open.ok && [open.value.minutes, open.value.state] // [0, 'open']
 */
export function serviceTime(shift: ShiftTime, attendance: VolunteerAttendance, graceMinutes = 0): Result<ServiceTime> {
  const [starts, ends, came] = [Date.parse(shift.startsAt), Date.parse(shift.endsAt), Date.parse(attendance.inAt)]
  const went = attendance.outAt === undefined ? undefined : Date.parse(attendance.outAt)
  const rest = attendance.breakMinutes ?? 0
  if ([starts, ends, came, went ?? 0].some(Number.isNaN)) return refused(reason('volunteer.time_invalid'))
  if (ends <= starts) return refused(reason('volunteer.shift_reversed', undefined, 'endsAt'))
  if (!Number.isSafeInteger(rest) || rest < 0) return refused(reason('volunteer.break_invalid', undefined, 'breakMinutes'))
  if (went !== undefined && went < came) return refused(reason('volunteer.out_before_in', undefined, 'outAt'))
  const limit = ends + graceMinutes * 60_000
  if (came >= limit) return refused(reason('volunteer.in_after_shift', undefined, 'inAt'))
  if (went === undefined) return ok({ minutes: 0, state: 'open', capped: false, zh: '未签退，暂不计时长' })
  const counted = Math.floor((Math.min(went, limit) - Math.max(came, starts)) / 60_000)
  const minutes = Math.max(0, counted - rest)
  return ok({ minutes, state: 'counted', capped: went > limit, zh: serviceText(minutes) })
}

/**
 * Whether a kind of time counts: service does; travel, rest, training and paid work do not. Source: 志愿服务条例 and the practice of MZ/T 061 (unverified).
 *
 * @example
 * checkServiceKind('training')?.zh // '培训不计入志愿服务时长'
 * checkServiceKind('service') // undefined
 */
export function checkServiceKind(kind: string): Refusal | undefined {
  const entry = Object.hasOwn(COUNTED_KINDS, kind) ? COUNTED_KINDS[kind] : undefined
  return entry?.counts ? undefined : reason('volunteer.kind_not_counted', { kind: entry?.zh ?? kind }, 'kind')
}

/**
 * Minutes as people read them.
 *
 * @example
 * serviceText(110) // '1 小时 50 分钟'
 */
export function serviceText(minutes: number): string {
  const sign = minutes < 0 ? '−' : ''
  const size = Math.abs(minutes)
  const hours = Math.floor(size / 60)
  const rest = size % 60
  return sign + (hours === 0 ? `${rest} 分钟` : rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`)
}
