import type { Permission } from '@linli/core/access'
import type { AnyPlugin } from '@linli/kit'
import type { ComponentType } from 'react'

/** A phone page of a module. */
export interface PortalPage {
  /** Under the portal's address: `till` is at `#/merchants/till`. */
  readonly path: string
  readonly title: string
  /** Shown to whoever holds it. `public`: opened by its address by anybody, without signing in (`#/counter/rate/<code>`); it stands in no menu. */
  readonly permission: Permission
  /** Loaded when it is opened. */
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

/** The phone half of a module: the default export of its `./portal`. */
export interface PortalHalf {
  readonly pluginId: string
  readonly pages: readonly PortalPage[]
}

/**
 * Declares the phone pages of a module.
 *
 * @example
 * export default definePortal(parks, { pages: [{ path: 'report', title: '报修', permission: 'parks.report', load: () => import('./report.tsx') }] })
 */
export function definePortal(plugin: Pick<AnyPlugin, 'id'>, half: Omit<PortalHalf, 'pluginId'>): PortalHalf {
  return { pluginId: plugin.id, ...half }
}

/** The modules that an app was built with, as `virtual:linli/modules` provides them; what is fetched is known to nobody before. */
export type PortalModules = Readonly<Record<string, { readonly portal?: () => Promise<Readonly<Record<string, unknown>>> }>>
