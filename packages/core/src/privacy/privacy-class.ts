/**
 * How closely a field is kept. The classes follow the levels of sensitivity of the Personal Information
 * Protection Law (arts. 28–32, 51: classify, least privilege); the five steps are this project's design.
 *
 * - `P0` public: may stand on a notice board.
 * - `P1` contact: needed to reach somebody (address, telephone).
 * - `P2` identity: who somebody is before the state (identity number).
 * - `P3` sensitive: health, money, party membership, relief; only for a purpose.
 * - `P4` sealed: counselling notes, domestic violence; never in lists, search, exports or messages.
 */
export type PrivacyClass = 'P0' | 'P1' | 'P2' | 'P3' | 'P4'

export const PRIVACY_CLASSES: readonly PrivacyClass[] = ['P0', 'P1', 'P2', 'P3', 'P4']

/**
 * Whether a class is within a limit.
 *
 * @example
 * isAtMost('P2', 'P1') // false
 */
export function isAtMost(privacyClass: PrivacyClass, limit: PrivacyClass): boolean {
  return privacyClass <= limit
}
