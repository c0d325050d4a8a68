import type { AnyPlugin } from '@linli/kit'
import type { AdminHalf } from './define-admin.ts'

/** How a module is fetched: each entry is a chunk of its own. Given by `virtual:linli/modules`. */
export interface ModuleEntries {
  readonly manifest: () => Promise<Readonly<Record<string, unknown>>>
  readonly admin?: () => Promise<Readonly<Record<string, unknown>>>
  readonly portal?: () => Promise<Readonly<Record<string, unknown>>>
}

/** The modules of a street by their id. */
export type StreetModules = Readonly<Record<string, ModuleEntries>>

export interface LoadedModule {
  readonly plugin: AnyPlugin
  readonly half: AdminHalf | null
}

/**
 * Fetches the modules that are switched on, and no other.
 *
 * @throws Error naming the module, when its package exports no manifest of that id.
 */
export async function loadModules(modules: StreetModules, ids: readonly string[]): Promise<LoadedModule[]> {
  const wanted = ids.filter((id) => Object.hasOwn(modules, id))
  return Promise.all(wanted.map((id) => loadModule(id, modules[id] as ModuleEntries)))
}

async function loadModule(id: string, entries: ModuleEntries): Promise<LoadedModule> {
  const [manifest, half] = await Promise.all([entries.manifest(), entries.admin?.() ?? null])
  const plugin = Object.values(manifest).find((value): value is AnyPlugin => isKind(value, 'plugin') && value.id === id)
  if (!plugin) throw new Error(`The package of the module "${id}" exports no plugin with this id; export the result of definePlugin().`)
  if (!half) return { plugin, half: null }
  if (!isKind(half.default, 'admin')) throw new Error(`The module "${id}": its ./admin has no default export made by defineAdmin().`)
  return { plugin, half: half.default as unknown as AdminHalf }
}

function isKind(value: unknown, kind: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind
}
