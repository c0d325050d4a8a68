import { type AnyPlugin, DefinitionError, type Street } from '@linli/kit'
import type { AnyPluginServer, LoadedPlugin } from '@linli/store'

/** Loads a module by its address; the app passes `(id) => import(id)`, because only the app can see third-party packages. */
export type Load = (id: string) => Promise<unknown>

/**
 * The server halves of every module that any street uses, each after those it needs.
 *
 * @throws DefinitionError with what to do: a package that is not there, one without a server half, two packages for one module
 */
export async function loadPlugins(streets: readonly Street[], load: Load): Promise<LoadedPlugin[]> {
  const byId = new Map<string, AnyPlugin>()
  for (const { modules } of streets) {
    for (const { plugin } of modules) {
      const known = byId.get(plugin.id)
      if (known && known.package !== plugin.package)
        throw new DefinitionError(
          'module.two_packages',
          `the module "${plugin.id}" comes from "${known.package}" in one street and from "${plugin.package}" in another: use one package for both.`,
        )
      byId.set(plugin.id, plugin)
    }
  }
  return Promise.all(inNeedsOrder([...byId.values()]).map(async (plugin) => ({ plugin, server: await loadServer(plugin, load) })))
}

async function loadServer(plugin: AnyPlugin, load: Load): Promise<AnyPluginServer> {
  if (!plugin.entries.includes('server')) return { migrations: [], actions: {}, reports: {} }
  const id = `${plugin.package}/server`
  let loaded: unknown
  try {
    loaded = await load(id)
  } catch (cause) {
    const error = new DefinitionError(
      'module.not_found',
      `the module "${plugin.id}" could not be loaded from "${id}": install the package "${plugin.package}", and check that it exports "./server". ${cause instanceof Error ? cause.message : ''}`,
    )
    error.cause = cause
    throw error
  }
  const server = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined
  if (!isPluginServer(server))
    throw new DefinitionError('module.no_server', `"${id}" must export the result of definePluginServer() as its default.`)
  return checked(plugin, server)
}

function isPluginServer(value: unknown): value is AnyPluginServer {
  return typeof value === 'object' && value !== null && 'migrations' in value && 'actions' in value && 'reports' in value
}

function checked(plugin: AnyPlugin, server: AnyPluginServer): AnyPluginServer {
  const missing = [
    ...plugin.actions.map(({ name }) => name).filter((name) => !Object.hasOwn(server.actions, name)),
    ...plugin.reports.map(({ name }) => name).filter((name) => !Object.hasOwn(server.reports, name)),
    ...plugin.imports.map(({ name }) => name).filter((name) => !Object.hasOwn(server.imports ?? {}, name)),
  ]
  if (missing.length > 0)
    throw new DefinitionError('module.no_handler', `the server half of "${plugin.id}" lacks the code for: ${missing.join(', ')}.`)
  return server
}

function inNeedsOrder(plugins: readonly AnyPlugin[]): AnyPlugin[] {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]))
  const ordered = new Set<AnyPlugin>()
  const visit = (plugin: AnyPlugin): void => {
    for (const need of plugin.needs) {
      const needed = byId.get(need)
      if (needed && !ordered.has(needed)) visit(needed)
    }
    ordered.add(plugin)
  }
  plugins.forEach(visit)
  return [...ordered]
}
