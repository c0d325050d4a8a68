import { platform } from '@linli/kit/platform'
import type { FastifyPluginAsync } from 'fastify'
import { admit, ID_PARAMS, operation, parseId } from '../../../http/index.ts'
import { reason, refuse } from '../../../problem/index.ts'

/** How far a long job is. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  app.get('/:id', {
    schema: operation({
      id: 'platform.jobs.read',
      summary: '任务进度',
      tag: platform.title,
      params: ID_PARAMS,
      answer: {
        type: 'object',
        required: ['id', 'title', 'state', 'done'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          state: { type: 'string', enum: ['waiting', 'running', 'done', 'failed'] },
          done: { type: 'integer' },
          total: { type: ['integer', 'null'] },
          message: { type: ['string', 'null'] },
          file: { type: ['string', 'null'] },
          answer: { description: '任务办完后的答复 / what a long action answered' },
        },
      },
    }),
    handler: async (request) => {
      const { actor, street } = await admit(app.linli, request, platform)
      const job = await store.jobs.find(street.code, parseId(request.params))
      if (!job || job.actorId !== actor.id) return refuse(404, reason('http.gone'))
      return job
    },
  })
}
export default routes
