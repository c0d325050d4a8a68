import { text } from '@linli/kit'
import { platform } from '@linli/kit/platform'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { RunAs } from '@linli/store'
import { admit, operation, parseBody } from '../../../http/index.ts'
import { reason, refuse } from '../../../problem/index.ts'

const PERMISSION = 'platform.background.manage'
const RECENT = 50

const LETTER = {
  eventId: text({ title: '事件编号', max: 40 }),
  consumer: text({ title: '模块', max: 60 }),
}
const CLOCK = {
  plugin: text({ title: '模块', required: true, max: 60 }),
  job: text({ title: '任务', required: true, max: 60 }),
}
const LIST = { type: 'array', items: { type: 'object', additionalProperties: true } }

/** What the system does by itself: events that were not taken, jobs by the clock, work that runs; and another try. */
const routes: FastifyPluginAsync = async (app) => {
  const { store, plugins } = app.linli
  const tag = platform.title
  const titleOf = (id: string): string => plugins.get(id)?.plugin.title ?? id
  const eventTitles = new Map([...plugins.values()].flatMap(({ plugin }) => plugin.events).map(({ name, title }) => [name, title]))
  const admitted = async (request: FastifyRequest): Promise<RunAs> => {
    const as = await admit(app.linli, request, platform, PERMISSION)
    if (as.actor.access.scope(PERMISSION).kind !== 'street') refuse(403, reason('access.street_wide'))
    return as
  }

  app.get('', {
    schema: operation({
      id: 'platform.background',
      summary: '后台任务',
      tag,
      answer: { type: 'object', required: ['letters', 'clocks', 'jobs'], properties: { letters: LIST, clocks: LIST, jobs: LIST } },
    }),
    handler: async (request) => {
      const { code } = (await admitted(request)).street
      const [letters, clocks, jobs] = await Promise.all([
        store.outbox.deadLetters(code),
        store.jobs.clocks(code),
        store.jobs.recent(code, RECENT),
      ])
      return {
        letters: letters.map(({ streetId: _streetId, ...letter }) => ({
          ...letter,
          eventTitle: eventTitles.get(letter.event) ?? letter.event,
          consumerTitle: titleOf(letter.consumer),
        })),
        clocks: clocks.map((clock) => ({ ...clock, pluginTitle: titleOf(clock.plugin) })),
        jobs: jobs.map(({ id, title, state, done, total, message, actorName, createdAt }) => ({
          id,
          title,
          state,
          done,
          total,
          message,
          actorName,
          createdAt,
        })),
      }
    },
  })

  app.post('/retry', {
    schema: operation({
      id: 'platform.background.retry',
      summary: '重试没有处理成功的事件',
      tag,
      body: { type: 'object', properties: { eventId: { type: 'string' }, consumer: { type: 'string' } }, additionalProperties: false },
      answer: { type: 'object', required: ['retried'], properties: { retried: { type: 'integer' } } },
    }),
    handler: async (request) => {
      const as = await admitted(request)
      const { eventId, consumer } = parseBody(LETTER, request.body ?? {})
      const letters = (await store.outbox.deadLetters(as.street.code)).filter(
        (letter) => (eventId === null || letter.eventId === eventId) && (consumer === null || letter.consumer === consumer),
      )
      if (eventId !== null && letters.length === 0) refuse(404, reason('http.gone'))
      let retried = 0
      await store.run(as, async (ctx) => {
        for (const letter of letters) if (await store.outbox.retry(ctx, letter)) retried += 1
      })
      return { retried }
    },
  })

  app.post('/run', {
    schema: operation({
      id: 'platform.background.run',
      summary: '立即运行定时任务',
      tag,
      body: {
        type: 'object',
        required: ['plugin', 'job'],
        properties: { plugin: { type: 'string', example: 'registry' }, job: { type: 'string', example: 'nightly' } },
        additionalProperties: false,
      },
      status: 202,
      answer: { type: 'object', required: ['jobId'], properties: { jobId: { type: 'string' } } },
    }),
    handler: async (request, reply) => {
      const as = await admitted(request)
      const { plugin, job } = parseBody(CLOCK, request.body)
      const jobId = await store.run(as, async (ctx) => {
        const id = await store.jobs.runSoon(ctx, plugin, job)
        if (id !== undefined) store.audit.append(ctx, { verb: 'run', resource: 'platform.jobs', subjectId: `${plugin}.${job}` })
        return id
      })
      if (jobId === undefined) return refuse(404, reason('http.gone'))
      return reply.code(202).send({ jobId })
    },
  })
}
export default routes
