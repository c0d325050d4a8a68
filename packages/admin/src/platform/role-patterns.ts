import { matches } from '@linli/core/access'

/** A role's rules about permissions, as the matrix changes them. */
export interface RoleRules {
  readonly allow: readonly string[]
  readonly deny: readonly string[]
}

export type Verdict = 'none' | 'allow' | 'deny'

export interface Judged {
  readonly verdict: Verdict
  /** The pattern that decides, where it is wider than this one permission; such a verdict is changed at the pattern. */
  readonly pattern: string | null
}

/** What a role's rules say of one permission: a deny wins. */
export function judge(rules: RoleRules, permission: string): Judged {
  const find = (patterns: readonly string[]): string | undefined =>
    patterns.find((pattern) => pattern === permission) ?? patterns.find((pattern) => matches(pattern, permission))
  const denied = find(rules.deny)
  const found = denied ?? find(rules.allow)
  if (found === undefined) return { verdict: 'none', pattern: null }
  return { verdict: denied === undefined ? 'allow' : 'deny', pattern: found === permission ? null : found }
}

/** The rules with another word on one permission. A wider pattern that still holds is left as it is. */
export function withVerdict(rules: RoleRules, permission: string, verdict: Verdict): RoleRules {
  const without = (patterns: readonly string[]): string[] => patterns.filter((pattern) => pattern !== permission)
  const allow = without(rules.allow)
  const deny = without(rules.deny)
  if (verdict === 'allow' && !allow.some((pattern) => matches(pattern, permission))) allow.push(permission)
  if (verdict === 'deny') deny.push(permission)
  return { allow, deny }
}

/** The patterns that speak of more than one permission. */
export function widePatterns(patterns: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => pattern.includes('*'))
}

/** The rules without a pattern. */
export function withoutPattern(rules: RoleRules, pattern: string): RoleRules {
  return { allow: rules.allow.filter((one) => one !== pattern), deny: rules.deny.filter((one) => one !== pattern) }
}
