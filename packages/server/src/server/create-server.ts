import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Street } from '@linli/kit'
import { platform } from '@linli/kit/platform'
import { type LinliStore, openStore } from '@linli/store'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { betterAuthenticator, createLockOut } from '../auth/index.ts'
import { seedDemo } from '../demo/index.ts'
import '../http/augment.ts'
import { defineImportJobs } from '../imports/index.ts'
import type { Instance } from '../instance/index.ts'
import { platformServer, prepareStreet } from '../platform/index.ts'
import { derive, type Load, loadPlugins, readSecret, type Services } from '../services/index.ts'
import { createSessions } from '../session/index.ts'
import { httpPlugin } from './http-plugin.ts'

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

/** Everything but the application: the modules' code, the store, the streets, signing in. */
export async function openServices(instance: Instance, load: Load): Promise<Services> {
  if (instance.demo && instance.production)
    throw new Error('正式环境不能装演示数据：请去掉 demo，或不要设 production。Demo data are refused in production: drop one of the two.')
  const streets = new Map<string, Street>(instance.streets.map((street) => [street.code, street]))
  const loaded = await loadPlugins(instance.streets, load)
  let services: Services | undefined
  const late = (): Services => {
    if (!services) throw new Error('the platform was asked before the store was open')
    return services
  }
  const plugins = [{ plugin: platform, server: platformServer(late) }, ...loaded]
  const store = await openStore({
    databaseUrl: instance.databaseUrl,
    dataDir: instance.dataDir,
    streets: instance.streets,
    plugins,
    production: instance.production ?? false,
    allowTestArea: instance.demo !== undefined,
    ...instance.store,
  })
  try {
    const secret = readSecret(instance.dataDir, process.env.LINLI_SECRET)
    const host = { db: store.db, secret: derive(secret, 'sessions').toString('base64') }
    const authenticator = await (instance.authenticator ?? betterAuthenticator)(host)
    const temporaryDir = join(instance.dataDir, 'tmp')
    mkdirSync(temporaryDir, { recursive: true })
    services = {
      instance,
      store,
      streets,
      plugins: new Map(plugins.map((one) => [one.plugin.id, one])),
      authenticator,
      lockOut: createLockOut(store.db),
      sessions: createSessions(store.db, authenticator, streets),
      secret,
      temporaryDir,
    }
    for (const street of streets.values()) await prepareStreet(store, street)
    if (instance.demo) await seedDemo(services, instance.demo)
    defineImportJobs(services)
    return services
  } catch (error) {
    await store.close()
    throw error
  }
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
  const services = await openServices(instance, load)
  const { store } = services
  try {
    const app = fastify({
      logger: instance.logger ?? { level: 'warn' },
      logController: new LogController({ disableRequestLogging: true }),
      trustProxy: instance.trustProxy ?? false,
      bodyLimit: instance.limits?.body ?? 1024 * 1024,
      requestTimeout: 120_000,
      routerOptions: { maxParamLength: 200 },
      forceCloseConnections: 'idle',
    })
    await app.register(httpPlugin, { services })
    app.addHook('onClose', () => stop(services))
    await app.ready()
    if (instance.work !== false) await work(store)
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

/** Begins to deliver events and run jobs. */
export async function work(store: LinliStore): Promise<void> {
  store.outbox.start()
  await store.jobs.start()
}

/** Ends what is being done, and lets go of the database. */
export async function stop({ store }: Services): Promise<void> {
  await store.jobs.stop()
  await store.outbox.stop()
  await store.close()
}
