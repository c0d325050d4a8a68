import type { Scope } from '@linli/core/access'
import type { Clearance } from '@linli/core/privacy'
import { publicAddress } from '@linli/kit'
import { request } from '../http/index.ts'

/** A community or grid that the person may see. */
export interface MyPlace {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parentCode: string | null
}

export interface MyPost {
  readonly role: string
  readonly roleTitle: string
  readonly place: { readonly streetId: string; readonly communityId?: string | null; readonly gridId?: string | null }
  readonly subject?: { readonly resource: string; readonly id: string } | null
}

/** Who is signed in, and what they may do. */
export interface Me {
  readonly account: { readonly id: string; readonly username: string; readonly name: string; readonly mustChangePassword: boolean }
  readonly street: { readonly code: string; readonly name: string; readonly officialName: string }
  readonly places: readonly MyPlace[]
  /** The modules that are switched on. */
  readonly modules: readonly { readonly id: string; readonly package: string; readonly title: string }[]
  readonly permissions: Readonly<Record<string, Scope>>
  readonly clearance: Clearance
  readonly posts: readonly MyPost[]
  readonly demo: boolean
}

/** Whether the person holds a permission anywhere. */
export function may(me: Pick<Me, 'permissions'>, permission: string): boolean {
  const scope = Object.hasOwn(me.permissions, permission) ? me.permissions[permission] : undefined
  return scope !== undefined && scope.kind !== 'none'
}

let street = ''

/** Asks who is signed in. */
export async function fetchMe(): Promise<Me> {
  const me = await request<Me>('/me')
  street = me.street.code
  return me
}

/**
 * The address of a phone page of this street that opens without signing in, for a printed form or a QR code.
 *
 * @example
 * publicPage('counter/rate/K7QX') // 'https://…/m/?street=411402004#/counter/rate/K7QX'
 */
export function publicPage(page: string): string {
  return publicAddress({ origin: window.location.origin, street, page })
}
