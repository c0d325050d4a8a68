import { linliPlugin, openLinli } from '@linli/server'
import fastify, { type FastifyInstance } from 'fastify'
import { load, street } from './books.ts'

/** An application that exists already, with Linli under a prefix of it and nothing of Linli outside. */
export async function ownApplication(dataDir: string): Promise<FastifyInstance> {
  const app = fastify()
  app.get('/', () => ({ ours: true }))
  const services = await openLinli({ streets: [street], dataDir, work: false }, load)
  await app.register(linliPlugin, { prefix: '/linli', services })
  return app
}
