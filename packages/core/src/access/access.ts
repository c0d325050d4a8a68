import type { LocalDate } from '../date/index.ts'
import { type Clearance, widest } from '../privacy/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import { matches, type Permission } from './permission.ts'
import type { Place } from './place.ts'
import { isHeld, type Post, type Role } from './role.ts'
import { NO_SCOPE, type Scope, scopeOf } from './scope.ts'

/** The answer to "may you", with the roles that decided it, so that a refusal can be explained. */
export type Decision =
  | { readonly allowed: true; readonly by: readonly string[]; readonly scope: Scope }
  | { readonly allowed: false; readonly by: readonly string[]; readonly refusal: Refusal }

/** What somebody may do, computed once from roles and posts. */
export interface Access {
  decide(permission: Permission): Decision
  /** Where the permission reaches; the empty scope when it is not held. */
  scope(permission: Permission): Scope
  readonly clearance: Clearance
  readonly posts: readonly Post[]
}

const reason = defineReasons({
  'access.denied': { zh: '您的岗位被明确禁止这项操作', en: 'Your role explicitly forbids this' },
  'access.not_granted': {
    zh: '您的岗位没有这项权限，需要时请联系街道管理员',
    en: 'Your role does not allow this; ask the street administrator',
  },
})

/**
 * The access that posts give on a day. A deny of any held role wins; posts of unknown roles or outside their period give nothing.
 *
 * @example
 * const clerk = { name: 'clerk', title: '窗口', allow: ['registry.people.read'], deny: [], clearance: { show: 'P1', reveal: 'P2' } }
 * accessOf([clerk], [{ role: 'clerk', place: { streetId: '411402004' }, from: '2026-01-01' }], '2026-11-22').decide('registry.people.read').allowed // true
 */
export function accessOf(roles: readonly Role[], posts: readonly Post[], on: LocalDate): Access {
  const byName = new Map(roles.map((role) => [role.name, role]))
  const held = posts.filter((post) => isHeld(post, on) && byName.has(post.role))
  const heldRoles = [...new Set(held.map((post) => post.role))].flatMap((name) => byName.get(name) ?? [])
  const clearance = heldRoles.reduce<Clearance>((sum, role) => widest(sum, role.clearance), { show: 'P0', reveal: 'P0' })
  const decided = new Map<Permission, Decision>()

  const decide = (permission: Permission): Decision => {
    const known = decided.get(permission)
    if (known) return known
    const decision = decideFrom(permission, held, heldRoles, byName)
    decided.set(permission, decision)
    return decision
  }
  return {
    decide,
    scope: (permission) => {
      const decision = decide(permission)
      return decision.allowed ? decision.scope : NO_SCOPE
    },
    clearance,
    posts: held,
  }
}

/**
 * The access of the system itself within a street: event consumers, jobs, imports by the street.
 *
 * @example
 * systemAccess('411402004').decide('registry.people.read').allowed // true
 * systemAccess('411402004').clearance.reveal // 'P3'
 */
export function systemAccess(streetId: string): Access {
  const scope: Scope = { kind: 'street', streetId }
  return {
    decide: () => ({ allowed: true, by: ['system'], scope }),
    scope: () => scope,
    clearance: { show: 'P3', reveal: 'P3' },
    posts: [],
  }
}

function decideFrom(permission: Permission, held: readonly Post[], roles: readonly Role[], byName: ReadonlyMap<string, Role>): Decision {
  const deniers = roles.filter((role) => role.deny.some((pattern) => matches(pattern, permission))).map((role) => role.name)
  if (deniers.length > 0) return { allowed: false, by: deniers, refusal: reason('access.denied') }
  const granting = held.filter((post) => byName.get(post.role)?.allow.some((pattern) => matches(pattern, permission)))
  if (granting.length === 0) return { allowed: false, by: [], refusal: reason('access.not_granted') }
  const places: Place[] = granting.map((post) => post.place)
  return { allowed: true, by: [...new Set(granting.map((post) => post.role))], scope: scopeOf(places) }
}
