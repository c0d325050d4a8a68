import type { AnyPlugin } from '@linli/kit'
import type { ComponentType } from 'react'

/** A page, view or panel, fetched when it is first opened. Its file has a default export. */
export type LazyPart<Props = object> = () => Promise<{ readonly default: ComponentType<Props> }>

/** Views of a resource that the module draws itself; what is not named is derived. */
export interface ResourceViews {
  readonly list?: LazyPart
  readonly show?: LazyPart
  readonly create?: LazyPart
  readonly edit?: LazyPart
}

/** A page of the module's own, in its group of the menu. */
export interface AdminPage {
  /** Below `/`: `merchants/board`. */
  readonly path: string
  readonly title: string
  /** Who sees it. */
  readonly permission: string
  readonly icon?: ComponentType
  readonly load: LazyPart
}

export interface PanelProps {
  readonly record: Readonly<Record<string, unknown>> & { readonly id: string }
  readonly resource: string
}

/** A tab on the record page of a resource, also of another module. */
export interface AdminPanel {
  readonly resource: string
  readonly title: string
  /** Who sees it. @default everyone who sees the record */
  readonly permission?: string
  readonly load: LazyPart<PanelProps>
}

/**
 * A record of this module can be handed over to another: an event to the council. The page of each then shows the other, to whoever may
 * read it; where the other module is off, nothing.
 */
export interface AdminHandover {
  /** The resource of this module: `grid.events`. */
  readonly from: string
  /** What became of it, of another module: `council.proposals`. */
  readonly to: string
  /** The field of `to` that names what it came from, and the field of `from` that it holds. */
  readonly by: readonly [field: string, key: string]
  /** What further holds of the records of `to` that came so: `{ source: 'grid' }`. */
  readonly when?: Readonly<Record<string, string>>
}

/** A card on the dashboard that the module draws itself, beside those of its figures. */
export interface AdminCard {
  readonly title: string
  readonly permission: string
  readonly load: LazyPart
}

export interface AdminDefinition<P extends AnyPlugin = AnyPlugin> {
  readonly views?: { readonly [Name in P['resources'][number]['name']]?: ResourceViews }
  readonly pages?: readonly AdminPage[]
  readonly panels?: readonly AdminPanel[]
  readonly handovers?: readonly (AdminHandover & { readonly from: P['resources'][number]['name'] })[]
  readonly figures?: readonly AdminCard[]
}

/** What a module adds to the derived screens: the default export of its `./admin`. Made by {@link defineAdmin}. */
export interface AdminHalf {
  readonly kind: 'admin'
  readonly plugin: string
  readonly views: Readonly<Record<string, ResourceViews>>
  readonly pages: readonly AdminPage[]
  readonly panels: readonly AdminPanel[]
  readonly handovers: readonly AdminHandover[]
  readonly figures: readonly AdminCard[]
}

/**
 * Declares what a module draws itself. Everything else is derived from its manifest.
 *
 * @example
 * export default defineAdmin(parks, {
 *   views: { 'parks.benches': { show: () => import('./bench-page.tsx') } },
 *   pages: [{ path: 'parks/map', title: '长椅地图', permission: 'parks.benches.read', load: () => import('./map-page.tsx') }],
 * })
 */
export function defineAdmin<P extends Pick<AnyPlugin, 'id' | 'resources'>>(
  plugin: P,
  definition: AdminDefinition<P & AnyPlugin> = {},
): AdminHalf {
  return {
    kind: 'admin',
    plugin: plugin.id,
    views: (definition.views ?? {}) as Readonly<Record<string, ResourceViews>>,
    pages: definition.pages ?? [],
    panels: definition.panels ?? [],
    handovers: definition.handovers ?? [],
    figures: definition.figures ?? [],
  }
}
