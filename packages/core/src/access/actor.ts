import type { Access } from './access.ts'

/** Who acts: a signed-in person, or the system on a street's behalf. */
export interface Actor {
  readonly kind: 'person' | 'system'
  /** Account id; `system` for the system. */
  readonly id: string
  readonly name: string
  /** 9-digit street code. An actor never acts across streets. */
  readonly streetId: string
  readonly access: Access
}
