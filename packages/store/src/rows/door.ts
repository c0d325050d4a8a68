import type { Scope } from '@linli/core/access'
import type { PrivacyClass } from '@linli/core/privacy'
import type { Context } from '../context/context.ts'
import type { Sight } from '../context/sight.ts'
import type { Session } from '../context/session.ts'
import type { Plan } from './plan.ts'

/** An open door: whose, to what, how far. */
export interface Door {
  readonly session: Session
  readonly sight: Sight
  readonly ctx: Context
  readonly plan: Plan
  readonly scope: Scope
  readonly show: PrivacyClass
  readonly reveal: PrivacyClass
}
