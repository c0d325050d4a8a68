import type { PortalHalf, PortalModules, PortalPage } from './define-portal.ts'
import type { Me } from './session.tsx'

/** A page with its address. */
export interface AddressedPage extends PortalPage {
  /** `/merchants/till` */
  readonly address: string
}

/** The pages that somebody may open: of the modules that are on, where the permission is held. Nothing else is downloaded. */
export async function pagesFor(me: Me, modules: PortalModules): Promise<readonly AddressedPage[]> {
  const halves = await Promise.all(me.modules.map(async ({ id }) => modules[id]?.portal?.()))
  return halves
    .flatMap((entry) => (isHalf(entry?.default) ? [entry.default] : []))
    .flatMap((half) => half.pages.map((page) => ({ ...page, address: `/${half.pluginId}/${page.path}` })))
    .filter((page) => Object.hasOwn(me.permissions, page.permission))
}

/** Whether a module's entry is a phone half. */
export function isHalf(value: unknown): value is PortalHalf {
  return typeof value === 'object' && value !== null && 'pluginId' in value && 'pages' in value
}
