import type { Permission, Scope } from '@linli/core/access'
import type { Clearance } from '@linli/core/privacy'
import { RefusedError } from './refused-error.ts'
import type { Session } from './session.ts'

/** How a context looks at rows: as its actor, or as a rule that may see the whole street. */
export interface Sight {
  readonly pluginId: string
  readonly isElevated: boolean
}

const RULE_CLEARANCE: Clearance = { show: 'P3', reveal: 'P3' }

/** Where a door reaches. @throws RefusedError 403 when the permission is not held */
export function scopeFor({ as }: Session, { isElevated }: Sight, doorPermission: Permission): Scope {
  if (isElevated) return { kind: 'street', streetId: as.street.code }
  const decision = as.actor.access.decide(as.permission ?? doorPermission)
  if (!decision.allowed) throw new RefusedError([decision.refusal], 403)
  return decision.scope
}

/** What the rows of a door show. */
export function clearanceOf({ as }: Session, { isElevated }: Sight): Clearance {
  return isElevated ? RULE_CLEARANCE : as.actor.access.clearance
}

/** @throws Error when the work only reads: an author's mistake */
export function mustWrite({ mayWrite }: Session, what: string): void {
  if (!mayWrite) throw new Error(`${what}: this work runs in store.read; a write needs store.run.`)
}
