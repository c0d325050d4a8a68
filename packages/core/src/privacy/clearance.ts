import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { isAtMost, type PrivacyClass } from './privacy-class.ts'

/** What somebody may see: `show` without asking, up to `reveal` one record at a time for a named purpose, which is logged. */
export interface Clearance {
  readonly show: PrivacyClass
  readonly reveal: PrivacyClass
}

/** Why somebody looks at personal data. The purpose is written to the log with the look (PIPL arts. 6, 51, 54). */
export const PURPOSES = {
  service: '办理业务',
  contact: '走访联系',
  identity: '核实身份',
  emergency: '紧急救助',
  law: '依法调取',
} as const

export type Purpose = keyof typeof PURPOSES

const reason = defineReasons({
  'privacy.sealed': { zh: '这项内容已封存，任何列表、导出和查看都不提供', en: 'This content is sealed and never shown here' },
  'privacy.no_clearance': { zh: '您的岗位不能查看这项内容', en: 'Your post does not allow you to see this' },
  'privacy.purpose_needed': { zh: '请先选择查看用途，查看会被记录', en: 'Choose a purpose first; the look is recorded' },
})

/** Whether a field of this class is shown to somebody without asking for a purpose. */
export function isShown(privacyClass: PrivacyClass, clearance: Clearance): boolean {
  return privacyClass !== 'P4' && isAtMost(privacyClass, clearance.show)
}

/**
 * Whether a field may be revealed for a purpose.
 *
 * @example
 * mayReveal('P2', { show: 'P1', reveal: 'P2' }, 'service').ok // true
 */
export function mayReveal(privacyClass: PrivacyClass, clearance: Clearance, purpose: string | undefined): Result<Purpose> {
  if (privacyClass === 'P4') return refused(reason('privacy.sealed'))
  if (!isAtMost(privacyClass, clearance.reveal)) return refused(reason('privacy.no_clearance'))
  if (purpose === undefined || !Object.hasOwn(PURPOSES, purpose)) return refused(reason('privacy.purpose_needed', undefined, 'purpose'))
  return ok(purpose as Purpose)
}

/** The wider of two clearances, part by part: what two posts of one person allow together. */
export function widest(a: Clearance, b: Clearance): Clearance {
  return { show: a.show > b.show ? a.show : b.show, reveal: a.reveal > b.reveal ? a.reveal : b.reveal }
}
