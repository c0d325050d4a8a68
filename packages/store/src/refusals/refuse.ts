import type { Refusal } from '@linli/core/refusal'
import { RefusedError, type RefusedStatus } from '../context/refused-error.ts'

/** Ends the work with refusals. @default status 422 */
export function refuse(refusal: Refusal | readonly Refusal[], status: RefusedStatus = 422): never {
  throw new RefusedError(Array.isArray(refusal) ? (refusal as readonly Refusal[]) : [refusal as Refusal], status)
}
