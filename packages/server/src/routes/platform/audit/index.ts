import { platform } from '@linli/kit/platform'
import type { FastifyPluginAsync } from 'fastify'
import { admit, operation } from '../../../http/index.ts'

/** Whether the record of who did what is whole. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  app.get('/verify', {
    schema: operation({
      id: 'platform.audit.verify',
      summary: '校验操作记录',
      tag: platform.title,
      answer: {
        type: 'object',
        properties: { intact: { type: 'boolean' }, entries: { type: 'integer' }, firstBroken: { type: ['integer', 'null'] } },
      },
    }),
    handler: async (request) => {
      const { street } = await admit(app.linli, request, platform, 'platform.audit.verify')
      return store.audit.verify(street.code)
    },
  })
}
export default routes
