import { platform } from '@linli/kit/platform'
import type { FastifyPluginAsync } from 'fastify'
import { admit, narrowed, operation, parseRange, PLACE_QUERY } from '../../../http/index.ts'

/** Everything that waits for me, by clock. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  app.get('', {
    schema: operation({
      id: 'platform.inbox',
      summary: '我的待办',
      tag: platform.title,
      query: {
        range: { type: 'string', description: '行的范围 / both ends included', example: '[0,24]' },
        resource: { type: 'string', description: '只列一类记录 / one kind of records alone', example: 'registry.merges' },
        ...PLACE_QUERY,
      },
      answer: {
        type: 'object',
        required: ['items', 'total', 'more', 'counts'],
        properties: {
          items: { type: 'array', items: { type: 'object', additionalProperties: true } },
          total: { type: 'integer' },
          more: { type: 'boolean', description: '总数只数到上限 / the count stopped at its bound' },
          counts: { type: 'array', items: { type: 'object', additionalProperties: true } },
        },
      },
    }),
    handler: async (request) => {
      const as = narrowed(await admit(app.linli, request, platform), request)
      const range = parseRange(request.query, 25, 200)
      const { resource } = request.query as { readonly resource?: unknown }
      return store.read(as, (ctx) => store.inbox(ctx, { ...range, ...(typeof resource === 'string' ? { resource } : {}) }))
    },
  })
}
export default routes
