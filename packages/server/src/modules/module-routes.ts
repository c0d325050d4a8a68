import { fileURLToPath } from 'node:url'
import autoload from '@fastify/autoload'
import multipart from '@fastify/multipart'
import { type AnyResource, DefinitionError } from '@linli/kit'
import type { LoadedPlugin } from '@linli/store'
import type { FastifyInstance } from 'fastify'
import { actionRoute } from '../actions/index.ts'
import { admit, admitVisitor } from '../http/index.ts'
import { importRoutes } from '../imports/index.ts'
import { reportRoutes } from '../reports/index.ts'
import { exportRoute, resourceRoutes } from '../resources/index.ts'

/** Whether a resource's endpoints are derived. Saved lists are served by routes of their own, because everybody keeps some. */
export function hasRoutes(resource: AnyResource): boolean {
  return resource.name !== 'platform.views'
}

/** Every endpoint that follows from the definitions of the modules, and the routes that modules bring themselves. */
export async function moduleRoutes(app: FastifyInstance): Promise<void> {
  const { linli: services } = app
  await app.register(multipart, { limits: { files: 1, fields: 5, headerPairs: 50 } })
  for (const { plugin, server } of services.plugins.values()) {
    for (const resource of plugin.resources) {
      if (!hasRoutes(resource)) continue
      resourceRoutes(app, services, plugin, resource)
      exportRoute(app, services, plugin, resource)
    }
    for (const action of plugin.actions) actionRoute(app, services, plugin, server, action)
    for (const report of plugin.reports) reportRoutes(app, services, plugin, server, report)
    importRoutes(app, services, plugin)
    if (server.routes) await app.register(ownRoutes, { prefix: `/${plugin.id}`, loaded: { plugin, server } })
  }
}

/** A module's own routes: in its folder, under its prefix, with the session, the refusals and a permission that each must name. */
async function ownRoutes(app: FastifyInstance, { loaded: { plugin, server } }: { readonly loaded: LoadedPlugin }): Promise<void> {
  if (!server.routes) return
  const services = app.linli
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.public || typeof config?.permission === 'string') return
    throw new DefinitionError(
      'route.permission',
      `${String(method)} ${url} of "${plugin.id}" names no permission: set config.permission, or config.public for what anybody may ask.`,
    )
  })
  app.addHook('preHandler', async (request) => {
    const { config } = request.routeOptions
    if (config.visitor) request.runAs = await admitVisitor(services, request, plugin)
    else if (!config.public) request.runAs = await admit(services, request, plugin, config.permission)
  })
  await app.register(autoload, { dir: fileURLToPath(server.routes), forceESM: true })
}
