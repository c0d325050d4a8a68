import { type AnyPlugin, type AnyResource, fieldsJsonSchema, type StepDefinition } from '@linli/kit'
import type { Context, RunAs } from '@linli/store'
import { type Purpose, PURPOSES } from '@linli/core/privacy'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { admit, ID_PARAMS, objectBody, operation, parseId } from '../http/index.ts'
import { reason, refuse } from '../problem/index.ts'
import type { Services } from '../services/index.ts'
import { changesOf, reasonOf, versionOf } from './changes.ts'
import { LIST_QUERY, parseListQuery } from './list-query.ts'
import { createSchema, rowSchemaId, updateSchema } from './schemas.ts'

const VERSION_HEADER = { ETag: { type: 'string', description: '版本 / the version', example: '"1"' } }

/** The endpoints that follow from a resource: list, read, write, steps, timeline and reveal. */
export function resourceRoutes(app: FastifyInstance, services: Services, plugin: AnyPlugin, resource: AnyResource): void {
  const { store } = services
  const path = `/${resource.name.replace('.', '/')}`
  const tag = plugin.title
  const { create = true, update = true, delete: remove = false } = resource.writable ?? {}
  const row = { $ref: `${rowSchemaId(resource)}#` }
  const may = (verb: string) => `${resource.name}.${verb}`
  const id = (verb: string): string => may(verb)
  const title = resource.title

  app.get(path, {
    schema: operation({
      id: id('list'),
      summary: `${title}列表`,
      tag,
      query: LIST_QUERY,
      answer: { type: 'array', items: row },
      headers: {
        'Content-Range': { type: 'string', description: '行的范围和总数 / range and total', example: `${resource.name} 0-24/319` },
        'X-Total-More': { type: 'string', description: '总数只数到上限 / the count stopped at its bound' },
        'X-Next': { type: 'string', description: '下一页的游标 / cursor of the next page' },
      },
    }),
    handler: async (request, reply) => {
      const as = await admit(services, request, plugin, may('read'))
      const query = parseListQuery(request.query)
      const { rows, total, next } = await store.read(as, (ctx) => ctx.rows(resource).list(query))
      const last = rows.length === 0 ? query.offset : query.offset + rows.length - 1
      reply.header('content-range', `${resource.name} ${query.offset}-${last}/${total ? total.count : '*'}`)
      if (total?.more) reply.header('x-total-more', 'true')
      if (next) reply.header('x-next', next)
      return rows
    },
  })

  app.get(`${path}/:id`, {
    schema: operation({ id: id('read'), summary: `查看${title}`, tag, params: ID_PARAMS, answer: row, headers: VERSION_HEADER }),
    handler: async (request, reply) => {
      const as = await admit(services, request, plugin, may('read'))
      const found = await store.read(as, (ctx) => ctx.rows(resource).get(parseId(request.params)))
      reply.header('etag', `"${found.version}"`)
      return found
    },
  })

  if (create) {
    app.post(path, {
      schema: operation({
        id: id('create'),
        summary: `新增${title}`,
        tag,
        body: createSchema(resource),
        status: 201,
        answer: row,
        headers: VERSION_HEADER,
      }),
      handler: async (request, reply) => {
        const as = await admit(services, request, plugin, may('create'))
        const values = objectBody(request.body)
        const made = await write(as, (ctx) => ctx.rows(resource).create(values as never, { byRequest: true }))
        reply.code(201).header('etag', `"${made.version}"`)
        return made
      },
    })
  }

  if (update) {
    app.put(`${path}/:id`, {
      schema: operation({
        id: id('update'),
        summary: `修改${title}`,
        description: '整行送回亦可：没有改动的内容不算修改。/ A whole row may be sent back; what is unchanged is no change.',
        tag,
        params: ID_PARAMS,
        body: updateSchema(resource),
        answer: row,
        headers: VERSION_HEADER,
      }),
      handler: async (request, reply) => {
        const as = await admit(services, request, plugin, may('update'))
        const rowId = parseId(request.params)
        const body = objectBody(request.body)
        const version = versionOf(body, request.headers['if-match'])
        const changed = await write(as, async (ctx) => {
          const door = ctx.rows(resource)
          const before = await door.get(rowId)
          if (version !== undefined && version !== before.version) return door.update(rowId, {}, { version, byRequest: true })
          const patch = changesOf(resource, before, body)
          if (Object.keys(patch).length === 0) return before
          return door.update(rowId, patch as never, { version: version ?? before.version, reason: undefined, byRequest: true })
        })
        reply.header('etag', `"${changed.version}"`)
        return changed
      },
    })
  }

  if (remove) {
    app.delete(`${path}/:id`, {
      schema: operation({ id: id('delete'), summary: `删除${title}`, tag, params: ID_PARAMS, answer: row }),
      handler: async (request) => {
        const as = await admit(services, request, plugin, may('delete'))
        const rowId = parseId(request.params)
        return write(as, async (ctx) => {
          const door = ctx.rows(resource)
          const before = await door.get(rowId)
          await door.remove(rowId, { version: versionOf({}, request.headers['if-match']), byRequest: true })
          return before
        })
      },
    })
  }

  for (const [name, step] of Object.entries(resource.workflow?.steps ?? {})) {
    if (!step.automatic) stepRoute(name, step)
  }

  app.get(`${path}/:id/timeline`, {
    schema: operation({ id: id('timeline'), summary: `${title}的经过`, tag, params: ID_PARAMS, answer: TIMELINE }),
    handler: async (request) => {
      const as = await admit(services, request, plugin, may('read'))
      return { entries: await store.read(as, (ctx) => store.timeline(ctx, resource, parseId(request.params))) }
    },
  })

  if (Object.values(resource.fields).some((field) => field.privacy > 'P0')) {
    app.post(`${path}/:id/reveal`, {
      schema: operation({
        id: id('reveal'),
        summary: `查看${title}的完整个人信息`,
        description: '须说明用途，查看会被记录。/ For a purpose; the look is recorded.',
        tag,
        params: ID_PARAMS,
        body: REVEAL,
        answer: { type: 'object', additionalProperties: true },
      }),
      handler: async (request) => {
        const as = await admit(services, request, plugin, may('reveal'))
        const rowId = parseId(request.params)
        const { fields, purpose } = parseReveal(resource, request.body)
        return store.run(as, (ctx) => ctx.rows(resource).reveal(rowId, fields as never, purpose))
      },
    })
  }

  function stepRoute(name: string, step: StepDefinition): void {
    app.post(`${path}/:id/${name}`, {
      schema: operation({
        id: id(name),
        summary: `${title}：${step.title}`,
        tag,
        params: ID_PARAMS,
        body: {
          type: 'object',
          properties: {
            input: fieldsJsonSchema(step.input ?? {}, 'write'),
            version: { type: 'integer', description: '看到的版本 / the version that you saw' },
            reason: { type: 'string', maxLength: 500 },
          },
          additionalProperties: false,
        },
        answer: row,
        headers: VERSION_HEADER,
      }),
      handler: async (request, reply) => {
        const as = await admit(services, request, plugin, may(name))
        const rowId = parseId(request.params)
        const body = objectBody(request.body ?? {})
        for (const key of Object.keys(body))
          if (!['input', 'version', 'reason'].includes(key)) refuse(400, reason('query.unknown', { name: key }, key))
        const input = objectBody(body.input ?? {})
        const options = { version: versionOf(body, request.headers['if-match']), reason: reasonOf(body), byRequest: true }
        const after = await write(as, (ctx) => ctx.rows(resource).step(rowId, name as never, input as never, options))
        reply.header('etag', `"${after.version}"`)
        return after
      },
    })
  }

  async function write<T>(as: RunAs, work: (ctx: Context) => Promise<T>): Promise<T> {
    const result = await store.run(as, work)
    if (plugin.id === 'platform') services.sessions.forget(as.street.code)
    return result
  }
}

function parseReveal(
  resource: AnyResource,
  given: FastifyRequest['body'],
): { readonly fields: readonly string[]; readonly purpose: Purpose } {
  const { fields, purpose } = objectBody(given)
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > 50)
    return refuse(400, reason('query.json', { name: 'fields' }, 'fields'))
  const names = fields.map((name: unknown) => {
    if (typeof name !== 'string' || !Object.hasOwn(resource.fields, name))
      return refuse(400, reason('query.column', { name: String(name).slice(0, 80) }, 'fields'))
    return name
  })
  return { fields: names, purpose: purpose as Purpose }
}

const REVEAL = {
  type: 'object',
  required: ['fields', 'purpose'],
  properties: {
    fields: { type: 'array', items: { type: 'string' }, maxItems: 50 },
    purpose: { type: 'string', enum: Object.keys(PURPOSES), description: Object.values(PURPOSES).join('、') },
  },
}

const TIMELINE = {
  type: 'object',
  required: ['entries'],
  properties: {
    entries: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          at: { type: 'string' },
          actorId: { type: 'string' },
          actorName: { type: 'string' },
          verb: { type: 'string' },
          title: { type: 'string' },
          changes: {
            type: 'array',
            items: { type: 'object', properties: { field: { type: 'string' }, title: { type: 'string' }, before: {}, after: {} } },
          },
          reason: { type: ['string', 'null'] },
        },
      },
    },
  },
}
