import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../services/index.ts'
import { httpPlugin } from './http-plugin.ts'
import { closeLinli, startWork } from './open-linli.ts'

export interface LinliPluginOptions {
  /** Made by `openLinli`, before, because a first start takes longer than Fastify lets a plugin take. */
  readonly services: Services
}

/**
 * The same system inside an application that exists already: under its prefix, with its own session, errors and headers, and nothing of it outside.
 * It is closed with the application.
 *
 * @example
 * const services = await openLinli(instance, (id) => import(id))
 * await app.register(linliPlugin, { prefix: '/linli', services })
 */
export const linliPlugin: FastifyPluginAsync<LinliPluginOptions> = async (app, { services }) => {
  app.addHook('onClose', () => closeLinli(services))
  await app.register(httpPlugin, { services })
  if (services.instance.work !== false) app.addHook('onReady', () => startWork(services))
}
