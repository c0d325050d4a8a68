import type { FastifyPluginAsync } from 'fastify'
import type { Instance } from '../instance/index.ts'
import type { Load } from '../services/index.ts'
import { openServices, stop, work } from './create-server.ts'
import { httpPlugin } from './http-plugin.ts'

export interface LinliPluginOptions {
  readonly instance: Instance
  readonly load: Load
}

/**
 * The same system inside an application that exists already: under its prefix, with its own session, errors and headers, and nothing of it outside.
 *
 * @example
 * await app.register(linliPlugin, { prefix: '/linli', instance, load: (id) => import(id) })
 */
export const linliPlugin: FastifyPluginAsync<LinliPluginOptions> = async (app, { instance, load }) => {
  const services = await openServices(instance, load)
  app.addHook('onClose', () => stop(services))
  await app.register(httpPlugin, { services })
  if (instance.work !== false) app.addHook('onReady', () => work(services.store))
}
