import { createContext, useContext } from 'react'
import { request } from './request.ts'
import { streetInAddress } from './street-in-address.ts'

/** Who is signed in, as far as the phone pages need it. */
export interface Me {
  readonly account: { readonly id: string; readonly name: string; readonly username: string; readonly mustChangePassword: boolean }
  readonly street: { readonly code: string; readonly name: string }
  readonly modules: readonly { readonly id: string }[]
  readonly permissions: Readonly<Record<string, unknown>>
}

/** What a page works with. */
export interface Portal {
  readonly me: Me
  /** Calls an action by its name: `call('merchants.my-till', {})`. */
  call<T>(action: string, input: Readonly<Record<string, unknown>>): Promise<T>
  signOut(): Promise<void>
}

const PortalContext = createContext<Portal | null>(null)

export const PortalProvider = PortalContext.Provider

/** The portal of the page; only within a page. */
export function usePortal(): Portal {
  const portal = useContext(PortalContext)
  if (!portal) throw new Error('usePortal() works within a page of the portal only')
  return portal
}

/** Calls an action that stands alone, of the street that the page's address names where it names one. */
export function callAction<T>(
  action: string,
  input: Readonly<Record<string, unknown>>,
  street: string | undefined = streetInAddress(window.location.search),
): Promise<T> {
  return request<T>('POST', actionAddress(action, street), input)
}

/** Where an action is called. */
export function actionAddress(action: string, street: string | undefined): string {
  const [plugin, ...verb] = action.split('.')
  return `/api/${plugin}/actions/${verb.join('.')}${street === undefined ? '' : `?street=${street}`}`
}
