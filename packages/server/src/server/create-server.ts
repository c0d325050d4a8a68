import type { AddressInfo } from 'node:net'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import '../http/augment.ts'
import type { LinliStore } from '@linli/store'
import type { Instance } from '../instance/index.ts'
import type { Load, Services } from '../services/index.ts'
import { httpPlugin } from './http-plugin.ts'
import { closeLinli, openLinli, startWork } from './open-linli.ts'

/** A running system: the store with its work, and the application that answers for it. */
export interface LinliServer {
  readonly app: FastifyInstance
  readonly store: LinliStore
  readonly services: Services
  /** Begins to listen; the address. */
  listen(): Promise<string>
  /** Answers what is being asked, ends what is being done, and lets go of the database. */
  close(): Promise<void>
}

/**
 * The whole system in one process. `load` is how a module's server half is found: the app passes `(id) => import(id)`.
 *
 * @throws StoreError, DefinitionError with what to do
 *
 * @example
 * const server = await createServer({ streets: [street], dataDir: '.linli' }, (id) => import(id))
 * console.log(await server.listen())
 */
export async function createServer(instance: Instance, load: Load): Promise<LinliServer> {
  const services = await openLinli(instance, load)
  const { store } = services
  try {
    const app = fastify({
      logger: instance.logger ?? { level: 'warn' },
      logController: new LogController({ disableRequestLogging: true }),
      trustProxy: instance.trustProxy ?? false,
      bodyLimit: instance.limits?.body ?? 1024 * 1024,
      requestTimeout: 120_000,
      // An old machine under load takes its time to start, and must not be told that it failed.
      pluginTimeout: 120_000,
      routerOptions: { maxParamLength: 200 },
      forceCloseConnections: 'idle',
    })
    await app.register(httpPlugin, { services })
    app.addHook('onClose', () => closeLinli(services))
    await app.ready()
    if (instance.work !== false) await startWork(services)
    return {
      app,
      store,
      services,
      listen: async () => {
        const { host = '127.0.0.1', port = 3000 } = instance
        await app.listen({ host, port })
        const { port: taken } = app.server.address() as AddressInfo
        return `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host}:${taken}`
      },
      close: () => app.close(),
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
