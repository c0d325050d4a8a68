/**
 * What may be done, as `<plugin>.<subject>.<verb>`: `registry.people.read`, `merchants.offers.approve`.
 * Actions that stand alone have two parts: `merchants.redeem`.
 */
export type Permission = string

/**
 * Whether a pattern (`*` stands for one part, a trailing `**` for all that follow) names a permission.
 *
 * @example
 * matches('registry.*.read', 'registry.people.read') // true
 */
export function matches(pattern: string, permission: Permission): boolean {
  const wanted = pattern.split('.')
  const given = permission.split('.')
  for (const [index, part] of wanted.entries()) {
    if (part === '**' && index === wanted.length - 1) return given.length >= index
    if (part !== '*' && part !== given[index]) return false
    if (given[index] === undefined) return false
  }
  return wanted.length === given.length
}
