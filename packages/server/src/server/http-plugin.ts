import autoload from '@fastify/autoload'
import type { FastifyInstance } from 'fastify'
import { compileSerializer, compileValidator } from '../http/compilers.ts'
import '../http/augment.ts'
import { folder } from '../folder.ts'
import { hasRoutes, moduleRoutes } from '../modules/index.ts'
import { PROBLEM_SCHEMA } from '../problem/index.ts'
import { rowSchema } from '../resources/index.ts'
import type { Services } from '../services/index.ts'

/** Everything that is asked by HTTP, within the scope that it is registered in. */
export async function httpPlugin(app: FastifyInstance, { services }: { readonly services: Services }): Promise<void> {
  app.decorate('linli', services)
  const resources = [...services.plugins.values()].flatMap(({ plugin }) => plugin.resources).filter(hasRoutes)
  const schemas = new Map([PROBLEM_SCHEMA, ...resources.map(rowSchema)].map((schema) => [String(schema.$id), schema]))
  app.setValidatorCompiler(compileValidator)
  app.setSerializerCompiler(compileSerializer(schemas))
  // In this scope and before any other is opened: a scope that adds schemas of its own forgets the compilers that it was given.
  for (const schema of schemas.values()) app.addSchema(schema)
  await app.register(autoload, { dir: folder('plugins'), forceESM: true, encapsulate: false, maxDepth: 1 })
  await app.register(autoload, { dir: folder('routes'), forceESM: true, options: { prefix: '/api' } })
  await app.register(moduleRoutes, { prefix: '/api' })
}
