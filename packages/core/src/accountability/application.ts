import { CHINA_OFFSET_MINUTES, dayOf, type Instant } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'

/** A material that a clerk asks an applicant for. */
export interface AskedMaterial {
  readonly name: string
  /** `applicant`: only they have it. `share`: another authority's data. `own-record`: our own. `certificate`: a paper that a body issues. */
  readonly source: 'applicant' | 'share' | 'own-record' | 'certificate'
}

const reason = defineReasons({
  'application.shared_material': {
    zh: '“{name}”可以通过共享或本单位档案取得，不能再向申请人要',
    en: '“{name}” can be had from shared data or our own records and may not be asked of the applicant',
  },
  'application.off_list_certificate': {
    zh: '证明“{name}”不在清单内，不能要求提供',
    en: 'The certificate “{name}” is not on the list and may not be required',
  },
  'application.never_deleted': {
    zh: '办件记录不能删除，只能撤回或更正并说明理由',
    en: 'An application is never deleted; it is withdrawn or corrected with a reason',
  },
  'application.back_dated': {
    zh: '时间由系统记录，不能填写过去或将来的时间',
    en: 'Times are set by the server; neither the past nor the future can be entered',
  },
})

/** Every reason of the application guards. */
export type ApplicationReason = Parameters<typeof reason>[0]

/**
 * Refuses a request for a material that may not be asked of the applicant (K4).
 * Source: 国务院关于在线政务服务的若干规定 art. 7 (shared data; verified); lists of certificates are published locally.
 *
 * @example
 * refuseMaterial({ name: '户籍证明', source: 'certificate' }, [])?.code // 'application.off_list_certificate'
 */
export function refuseMaterial(material: AskedMaterial, certificateList: readonly string[]): Refusal | undefined {
  const { name, source } = material
  if (source === 'share' || source === 'own-record') return reason('application.shared_material', { name }, 'materials')
  return source === 'certificate' && !certificateList.includes(name)
    ? reason('application.off_list_certificate', { name }, 'materials')
    : undefined
}

/**
 * Whether an on-the-spot item (即办件) was left open overnight (K7): it is still open, or was decided, on a later day than it was received.
 *
 * @example
 * leftOvernight({ receivedAt: '2026-11-20T01:00:00.000Z' }, '2026-11-20T16:00:00.000Z') // true
 */
export function leftOvernight(
  application: { readonly receivedAt: Instant; readonly decidedAt?: Instant },
  now: Instant,
  offsetMinutes: number = CHINA_OFFSET_MINUTES,
): boolean {
  return dayOf(application.decidedAt ?? now, offsetMinutes) > dayOf(application.receivedAt, offsetMinutes)
}

/**
 * The refusal of every attempt to delete an application (K11). It is a function so that a screen and an interface show the same sentence.
 *
 * @example
 * refuseDeletion().code // 'application.never_deleted'
 */
export function refuseDeletion(): Refusal {
  return reason('application.never_deleted')
}

const TOLERANCE_MS = 60_000

/**
 * Refuses a time that somebody entered instead of the server (K13). A minute of difference between clocks passes.
 *
 * @example
 * refuseEnteredTime('2026-11-20T01:00:00.000Z', '2026-11-22T01:00:00.000Z')?.code // 'application.back_dated'
 */
export function refuseEnteredTime(entered: Instant, serverNow: Instant): Refusal | undefined {
  const difference = Math.abs(Date.parse(entered) - Date.parse(serverNow))
  return difference <= TOLERANCE_MS ? undefined : reason('application.back_dated')
}
