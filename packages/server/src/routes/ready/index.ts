import type { FastifyPluginAsync } from 'fastify'
import { operation } from '../../http/index.ts'
import { problemOf, reason } from '../../problem/index.ts'

/** Whether work can be done: the database answers and its tables are up to date. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  app.get('', {
    config: { public: true, rateLimit: false },
    schema: operation({ id: 'ready', summary: '是否可以使用', tag: '系统', public: true, answer: OK }),
    handler: async (request, reply) => {
      try {
        await store.ping()
        if ((await store.migrations.pending()).length === 0) return { ok: true }
      } catch (error) {
        request.log.warn({ code: error instanceof Error && 'code' in error ? error.code : undefined }, 'not ready')
      }
      return reply
        .code(503)
        .type('application/problem+json; charset=utf-8')
        .serializer(JSON.stringify)
        .send(problemOf(503, [reason('server.away')]))
    },
  })
}
export default routes

const OK = { type: 'object', required: ['ok'], properties: { ok: { type: 'boolean' } } }
