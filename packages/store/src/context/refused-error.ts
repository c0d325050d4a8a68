import type { Refusal } from '@linli/core/refusal'

/** Ends a transaction because something was refused. The server answers it; it is never a fault of ours. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly refusals: readonly Refusal[]
  /** HTTP status: 400 input, 403 not allowed, 404 not there, 409 conflict, 422 a rule refuses. */
  readonly status: RefusedStatus

  constructor(refusals: readonly Refusal[], status: RefusedStatus = 422) {
    super(refusals.map((refusal) => refusal.code).join(', '))
    this.refusals = refusals
    this.status = status
  }
}

export type RefusedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429
