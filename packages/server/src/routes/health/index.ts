import type { FastifyPluginAsync } from 'fastify'
import { operation } from '../../http/index.ts'

/** Whether the process lives. */
const routes: FastifyPluginAsync = async (app) => {
  app.get('', {
    config: { public: true, rateLimit: false },
    schema: operation({ id: 'health', summary: '是否在运行', tag: '系统', public: true, answer: OK }),
    handler: () => ({ ok: true }),
  })
}
export default routes

const OK = { type: 'object', required: ['ok'], properties: { ok: { type: 'boolean' } } }
