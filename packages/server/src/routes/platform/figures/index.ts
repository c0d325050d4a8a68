import { platform } from '@linli/kit/platform'
import type { FastifyPluginAsync } from 'fastify'
import { admit, narrowed, operation, PLACE_QUERY } from '../../../http/index.ts'

/** The figures of the dashboard, each with the list that it counts. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  app.get('', {
    schema: operation({
      id: 'platform.figures',
      summary: '首页数字',
      tag: platform.title,
      query: PLACE_QUERY,
      answer: {
        type: 'object',
        required: ['figures'],
        properties: { figures: { type: 'array', items: { type: 'object', additionalProperties: true } } },
      },
    }),
    handler: async (request) => {
      const as = narrowed(await admit(app.linli, request, platform), request)
      return { figures: await store.read(as, (ctx) => store.figures(ctx)) }
    },
  })
}
export default routes
