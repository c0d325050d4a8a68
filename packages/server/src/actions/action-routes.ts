import { type AnyAction, type AnyPlugin, fieldsJsonSchema, type JsonSchema } from '@linli/kit'
import { type AnyPluginServer, type Context, RefusedError } from '@linli/store'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { admit, admitVisitor, ID_PARAMS, narrowed, operation, parseBody, parseId, PLACE_QUERY } from '../http/index.ts'
import { reason } from '../problem/index.ts'
import type { Services } from '../services/index.ts'
import { beginLongAction } from './long-actions.ts'
import { recordAction } from './record-action.ts'

const JOB: JsonSchema = {
  type: 'object',
  required: ['jobId'],
  properties: { jobId: { type: 'string', format: 'uuid', description: '任务编号，进度和结果见 /api/platform/jobs/:id / the job' } },
}

type Handler = (ctx: Context, input: unknown) => unknown

/** The endpoint of an action: on its own, or on a row. */
export function actionRoute(app: FastifyInstance, services: Services, plugin: AnyPlugin, server: AnyPluginServer, action: AnyAction): void {
  const { store } = services
  const verb = action.name.split('.').at(-1) ?? action.name
  const resource = action.resource === undefined ? undefined : store.resource(action.resource)
  const handle = server.actions[action.name] as Handler
  const path = resource ? `/${resource.name.replace('.', '/')}/:id/actions/${verb}` : `/${plugin.id}/actions/${verb}`

  /** What only looks may look at one place alone; what does something does it wherever its doer may. */
  const isPlaced = action.readOnly && !action.public && !resource

  const { perMinute, visitsPerMinute = perMinute === 0 ? 0 : 60 } = services.instance.limits ?? {}
  app.post(path, {
    config: action.public
      ? {
          public: true,
          rateLimit: visitsPerMinute > 0 && { max: visitsPerMinute, timeWindow: 60_000, keyGenerator: ({ ip }: FastifyRequest) => ip },
        }
      : {},
    schema: operation({
      id: action.name,
      summary: action.title,
      description: action.help,
      tag: plugin.title,
      public: action.public,
      ...(action.public
        ? { query: { street: { type: 'string', description: '街道代码，只有一个街道时不用填 / the street, where there are several' } } }
        : {}),
      ...(resource ? { params: ID_PARAMS } : {}),
      ...(isPlaced ? { query: PLACE_QUERY } : {}),
      body: fieldsJsonSchema(action.input, 'write'),
      ...(action.long ? { status: 202, answer: JOB } : { answer: { ...schemaOfExample(action.example), example: action.example } }),
    }),
    handler: async (request, reply) => {
      const admitted = action.public ? await admitVisitor(services, request, plugin) : await admit(services, request, plugin, action.name)
      const as = isPlaced ? narrowed(admitted, request) : admitted
      const id = resource ? parseId(request.params) : undefined
      const input = parseBody(action.input, request.body)
      if (action.long) {
        const hasAccount = !request.session?.identity.actor
        return reply.code(202).send(await beginLongAction(services, as, action, { input, id, hasAccount }))
      }
      const work = async (ctx: Context): Promise<unknown> => {
        const row = resource && id ? await ctx.rows(resource).find(id) : undefined
        if (resource && !row) throw new RefusedError([reason('http.gone')], 404)
        const answer = await handle(ctx, id === undefined ? input : { ...input, id })
        if (!action.readOnly) recordAction(store, ctx, plugin, action, row)
        return answer ?? null
      }
      const answer = await (action.readOnly ? store.read(as, work) : store.run(as, work))
      if (plugin.id === 'platform') services.sessions.forget(as.street.code)
      return answer
    },
  })
}

/** A schema that an example fits and that says no more than it: an answer's further members are sent as they are. */
function schemaOfExample(example: unknown): JsonSchema {
  if (Array.isArray(example)) return { type: 'array', items: example.length > 0 ? schemaOfExample(example[0]) : {} }
  if (typeof example !== 'object' || example === null) return {}
  return { type: 'object', properties: Object.fromEntries(Object.keys(example).map((key) => [key, {}])), additionalProperties: true }
}
