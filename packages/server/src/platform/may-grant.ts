import { type Access, matches } from '@linli/core/access'

/** The first permission that a role gives and the granter does not hold: nobody lifts others, or oneself, above oneself. */
export function beyondOwn(
  role: { readonly allow: readonly string[] },
  granter: Access,
  permissions: readonly string[],
): string | undefined {
  return permissions.find((permission) => role.allow.some((pattern) => matches(pattern, permission)) && !granter.decide(permission).allowed)
}
