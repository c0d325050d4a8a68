import { join } from 'node:path'
import autoload from '@fastify/autoload'
import type { FastifyInstance } from 'fastify'
import { compileValidator } from '../http/compilers.ts'
import '../http/augment.ts'
import { moduleRoutes } from '../modules/index.ts'
import type { Services } from '../services/index.ts'

/** Everything that is asked by HTTP, within the scope that it is registered in. */
export async function httpPlugin(app: FastifyInstance, { services }: { readonly services: Services }): Promise<void> {
  app.decorate('linli', services)
  app.setValidatorCompiler(compileValidator)
  await app.register(autoload, { dir: join(import.meta.dirname, '..', 'plugins'), forceESM: true, encapsulate: false, maxDepth: 1 })
  await app.register(autoload, { dir: join(import.meta.dirname, '..', 'routes'), forceESM: true, options: { prefix: '/api' } })
  await app.register(moduleRoutes, { prefix: '/api' })
}
