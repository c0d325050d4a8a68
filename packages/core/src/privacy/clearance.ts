import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { isAtMost, type PrivacyClass } from './privacy-class.ts'

/** Why somebody looks at personal data. The purpose is written to the log with the look (PIPL arts. 6, 51, 54). */
export const PURPOSES = {
  service: '办理业务',
  contact: '走访联系',
  identity: '核实身份',
  emergency: '紧急救助',
  law: '依法调取',
} as const

export type Purpose = keyof typeof PURPOSES

/** What somebody may see: `show` without asking, up to `reveal` one record at a time for a named purpose, which is logged. */
export interface Clearance {
  readonly show: PrivacyClass
  readonly reveal: PrivacyClass
  /**
   * The highest class that each purpose opens, within `reveal`; a purpose that is not named opens nothing.
   * @default every purpose opens `reveal`
   */
  readonly purposes?: Readonly<Partial<Record<Purpose, PrivacyClass>>>
}

const reason = defineReasons({
  'privacy.sealed': { zh: '这项内容已封存，任何列表、导出和查看都不提供', en: 'This content is sealed and never shown here' },
  'privacy.no_clearance': { zh: '您的岗位不能查看这项内容', en: 'Your post does not allow you to see this' },
  'privacy.purpose_needed': { zh: '请先选择查看用途，查看会被记录', en: 'Choose a purpose first; the look is recorded' },
  'privacy.purpose_not_yours': { zh: '您的岗位不能以这个用途查看这项内容', en: 'Your post does not open this for that purpose' },
})

/**
 * Whether a field of this class is shown to somebody without asking for a purpose.
 *
 * @example
 * isShown('P1', { show: 'P1', reveal: 'P2' }) // true
 * isShown('P2', { show: 'P1', reveal: 'P2' }) // false
 */
export function isShown(privacyClass: PrivacyClass, clearance: Clearance): boolean {
  return privacyClass !== 'P4' && isAtMost(privacyClass, clearance.show)
}

/**
 * Whether a field may be revealed for a purpose; the answer is the purpose to write to the log.
 * Refused as `privacy.sealed`, `privacy.no_clearance`, `privacy.purpose_needed` or `privacy.purpose_not_yours`.
 *
 * @example
 * mayReveal('P2', { show: 'P1', reveal: 'P2' }, 'service').ok // true
 * mayReveal('P3', { show: 'P1', reveal: 'P3', purposes: { service: 'P2', emergency: 'P3' } }, 'service').refusal.code // 'privacy.purpose_not_yours'
 */
export function mayReveal(privacyClass: PrivacyClass, clearance: Clearance, purpose: string | undefined): Result<Purpose> {
  if (privacyClass === 'P4') return refused(reason('privacy.sealed'))
  if (!isAtMost(privacyClass, clearance.reveal)) return refused(reason('privacy.no_clearance'))
  if (purpose === undefined || !Object.hasOwn(PURPOSES, purpose)) return refused(reason('privacy.purpose_needed', undefined, 'purpose'))
  const asked = purpose as Purpose
  return opens(clearance, asked, privacyClass) ? ok(asked) : refused(reason('privacy.purpose_not_yours', undefined, 'purpose'))
}

/**
 * The wider of two clearances, part by part and purpose by purpose: what two posts of one person allow together.
 *
 * @example
 * widest({ show: 'P1', reveal: 'P2' }, { show: 'P0', reveal: 'P3' }) // { show: 'P1', reveal: 'P3' }
 */
export function widest(a: Clearance, b: Clearance): Clearance {
  const sum = { show: higher(a.show, b.show), reveal: higher(a.reveal, b.reveal) }
  if (!a.purposes && !b.purposes) return sum
  const all = Object.keys(PURPOSES) as Purpose[]
  const limits = all.flatMap((purpose) => {
    const limit = [limitOf(a, purpose), limitOf(b, purpose)]
      .filter((each) => each !== undefined)
      .toSorted()
      .at(-1)
    return limit === undefined ? [] : [[purpose, limit] as const]
  })
  return { ...sum, purposes: Object.fromEntries(limits) }
}

/** The highest class that a purpose opens, or nothing. */
function limitOf({ reveal, purposes }: Clearance, purpose: Purpose): PrivacyClass | undefined {
  if (!purposes) return reveal
  const limit = purposes[purpose]
  return limit === undefined || isAtMost(limit, reveal) ? limit : reveal
}

function opens(clearance: Clearance, purpose: Purpose, privacyClass: PrivacyClass): boolean {
  const limit = limitOf(clearance, purpose)
  return limit !== undefined && isAtMost(privacyClass, limit)
}

function higher(a: PrivacyClass, b: PrivacyClass): PrivacyClass {
  return a > b ? a : b
}
