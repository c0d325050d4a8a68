import type { Refusal } from '@linli/core/refusal'
import { RefusedError, type RefusedStatus } from '@linli/store'

/** Ends a request with refusals. */
export function refuse(status: RefusedStatus, ...refusals: [Refusal, ...Refusal[]]): never {
  throw new RefusedError(refusals, status)
}
