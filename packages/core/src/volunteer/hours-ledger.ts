import { dayOf, type Instant, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/**
 * One line of the hours ledger. Lines are only added. `service` has positive minutes; `reversal` takes back exactly one earlier line, in full.
 * A correction is a reversal and a new line.
 */
export interface HoursEntry {
  readonly id: string
  readonly volunteerId: string
  readonly kind: 'service' | 'reversal'
  readonly minutes: number
  readonly servedAt: Instant
  /** The organisation that organised the service and recorded it: 谁组织、谁记录、谁证明. */
  readonly organisationId: string
  readonly verifiedBy: string
  readonly reverses?: string
  readonly reason?: string
}

const reason = defineReasons({
  'hours.minutes': { zh: '时长应为大于 0 的整数分钟', en: 'The minutes must be a positive whole number' },
  'hours.self_verified': { zh: '不能核实自己的时长', en: 'Nobody verifies their own hours' },
  'hours.duplicate_id': { zh: '这条记录已经存在', en: 'This line exists already' },
  'hours.reverses_nothing': { zh: '找不到要冲销的记录', en: 'There is no such line to reverse' },
  'hours.already_reversed': { zh: '这条记录已经冲销过', en: 'This line is already reversed' },
  'hours.reversal_of_reversal': { zh: '冲销记录不能再冲销，请另记一条', en: 'A reversal is not reversed; record a new line' },
  'hours.reversal_mismatch': {
    zh: '冲销应与原记录同一人、同一单位、分钟数相反',
    en: 'A reversal has the same person and organisation and the opposite minutes',
  },
  'hours.reversal_reason': { zh: '冲销须写明原因', en: 'A reversal needs a reason' },
})

/**
 * Whether a line may be added to a ledger; answers the new ledger. Nothing is ever changed or removed.
 *
 * @example
 * const line = { id: '1', volunteerId: 'v', kind: 'service', minutes: 90, servedAt: '2026-11-22T01:00:00.000Z', organisationId: 'o', verifiedBy: 'x' }
 * const ledger = addHours([], line)
 * ledger.ok && volunteerMinutes(ledger.value, 'v') // 90
 * addHours([], { ...line, verifiedBy: 'v' }).ok // false
 */
export function addHours(ledger: readonly HoursEntry[], entry: HoursEntry): Result<readonly HoursEntry[]> {
  if (ledger.some((each) => each.id === entry.id)) return refused(reason('hours.duplicate_id'))
  if (entry.verifiedBy === entry.volunteerId) return refused(reason('hours.self_verified', undefined, 'verifiedBy'))
  if (entry.kind === 'service') {
    return Number.isSafeInteger(entry.minutes) && entry.minutes > 0
      ? ok([...ledger, entry])
      : refused(reason('hours.minutes', undefined, 'minutes'))
  }
  const original = ledger.find((each) => each.id === entry.reverses)
  if (!original) return refused(reason('hours.reverses_nothing', undefined, 'reverses'))
  if (original.kind === 'reversal') return refused(reason('hours.reversal_of_reversal', undefined, 'reverses'))
  if (ledger.some((each) => each.reverses === original.id)) return refused(reason('hours.already_reversed', undefined, 'reverses'))
  if (
    entry.minutes !== -original.minutes ||
    entry.volunteerId !== original.volunteerId ||
    entry.organisationId !== original.organisationId
  ) {
    return refused(reason('hours.reversal_mismatch'))
  }
  if ((entry.reason ?? '').trim() === '') return refused(reason('hours.reversal_reason', undefined, 'reason'))
  return ok([...ledger, entry])
}

/**
 * The minutes that a volunteer has in a ledger, reversals taken off. A period counts by the China day of the service, first and last day inclusive; a reversal counts on the day of the line that it takes back.
 *
 * @example
 * volunteerMinutes([], 'v') // 0
 */
export function volunteerMinutes(
  ledger: readonly HoursEntry[],
  volunteerId: string,
  filter: { readonly from?: LocalDate; readonly to?: LocalDate; readonly organisationId?: string } = {},
): number {
  const reversed = new Set(ledger.map((entry) => entry.reverses).filter((id) => id !== undefined))
  return ledger
    .filter((entry) => entry.volunteerId === volunteerId && entry.kind === 'service' && !reversed.has(entry.id))
    .filter((entry) => filter.organisationId === undefined || entry.organisationId === filter.organisationId)
    .filter(
      (entry) =>
        (filter.from === undefined || dayOf(entry.servedAt) >= filter.from) &&
        (filter.to === undefined || dayOf(entry.servedAt) <= filter.to),
    )
    .reduce((sum, entry) => sum + entry.minutes, 0)
}

const certificate = defineReasons({
  'certificate.no_hours': { zh: '此期间本单位没有记录该志愿者的服务', en: 'The organisation recorded no service in this period' },
})

/**
 * The minutes that an organisation may certify: only what it recorded itself (谁组织、谁记录、谁证明). Refuses when there are none.
 * Source: 志愿服务记录与证明出具办法（试行）, 民政部令第 67 号.
 *
 * @example
 * certifiableMinutes([], 'v', 'o').ok // false
 */
export function certifiableMinutes(
  ledger: readonly HoursEntry[],
  volunteerId: string,
  organisationId: string,
  period: { readonly from?: LocalDate; readonly to?: LocalDate } = {},
): Result<number> {
  const minutes = volunteerMinutes(ledger, volunteerId, { ...period, organisationId })
  return minutes > 0 ? ok(minutes) : refused(certificate('certificate.no_hours'))
}
