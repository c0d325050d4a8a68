import type { AnyAction, AnyPlugin, AnyReport, AnyResource, Field } from '@linli/kit'
import { platform } from '@linli/kit/platform'
import type { AdminHalf, AdminHandover, AdminPanel, LoadedModule } from '../modules/index.ts'

/** A field of some resource that points at another, on whose page its rows have a tab. */
export interface ReverseRef {
  readonly resource: AnyResource
  readonly field: string
}

/** Everything the screens are derived from: the definitions of the modules that are switched on, looked up by name. */
export interface Model {
  /** In the order of the menu, the platform last. */
  readonly plugins: readonly AnyPlugin[]
  readonly halves: readonly AdminHalf[]
  readonly resources: ReadonlyMap<string, AnyResource>
  readonly reports: ReadonlyMap<string, AnyReport>
  readonly actions: ReadonlyMap<string, AnyAction>
  /** Resource name → who points at it. */
  readonly reverse: ReadonlyMap<string, readonly ReverseRef[]>
  readonly panels: ReadonlyMap<string, readonly AdminPanel[]>
  readonly handovers: readonly AdminHandover[]
}

export function modelOf(modules: readonly LoadedModule[]): Model {
  const plugins = [...modules.map(({ plugin }) => plugin), platform as unknown as AnyPlugin].sort(
    (a, b) => (a.order ?? 100) - (b.order ?? 100),
  )
  const halves = modules.flatMap(({ half }) => half ?? [])
  const resources = plugins.flatMap((plugin) => plugin.resources)
  return {
    plugins,
    halves,
    resources: byName(resources),
    reports: byName(plugins.flatMap((plugin) => plugin.reports)),
    actions: byName(plugins.flatMap((plugin) => plugin.actions)),
    reverse: grouped(
      resources.flatMap((resource) => refsOf(resource).map(({ field, target }) => ({ resource, field, target }))),
      ({ target }) => target,
    ),
    panels: grouped(
      halves.flatMap((half) => half.panels),
      ({ resource }) => resource,
    ),
    handovers: halves.flatMap((half) => half.handovers),
  }
}

/** The address of a resource below `/api`. */
export function pathOf(name: string): string {
  return `/${name.replace('.', '/')}`
}

/** The address of an action or report: its module, then what follows. */
export function partsOf(name: string): { readonly plugin: string; readonly rest: string } {
  const [plugin = '', ...rest] = name.split('.')
  return { plugin, rest: rest.join('.') }
}

/** The fields in order, without those that a form or list can do nothing with. */
export function fieldsOf(resource: Pick<AnyResource, 'fields'>): readonly (readonly [string, Field])[] {
  return Object.entries(resource.fields)
}

function refsOf(resource: AnyResource): { field: string; target: string }[] {
  return fieldsOf(resource).flatMap(([field, { target, tab = true }]) => (target && tab ? [{ field, target }] : []))
}

function byName<T extends { readonly name: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.map((part) => [part.name, part]))
}

/** As Map.groupBy, which the browsers of many offices do not have yet. */
function grouped<T>(parts: readonly T[], keyOf: (part: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part])
  return groups
}
