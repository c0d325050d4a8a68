import { platform, views } from '@linli/kit/platform'
import { fieldsJsonSchema } from '@linli/kit'
import type { FastifyPluginAsync } from 'fastify'
import { admit, ID_PARAMS, objectBody, operation, parseId } from '../../../http/index.ts'
import { reason, refuse } from '../../../problem/index.ts'

/** Saved lists: everybody keeps their own; sharing one with the street asks for the permission. */
const routes: FastifyPluginAsync = async (app) => {
  const { store } = app.linli
  const tag = platform.title

  app.get('', {
    schema: operation({
      id: 'platform.views.list',
      summary: '常用列表',
      tag,
      query: { resource: { type: 'string', description: '对象 / the resource', example: 'registry.people' } },
      answer: { type: 'array', items: VIEW },
    }),
    handler: async (request) => {
      const as = await admit(app.linli, request, platform)
      const { resource } = request.query as { readonly resource?: unknown }
      if (resource !== undefined && typeof resource !== 'string') return refuse(400, reason('query.json', { name: 'resource' }, 'resource'))
      const { rows } = await store.read(as, (ctx) =>
        ctx
          .elevated()
          .rows(views)
          .list({ filter: resource === undefined ? {} : { resource }, limit: 1000, total: 'none' }),
      )
      return rows.filter((row) => row.shared || row.createdBy === as.actor.id).map(shown)
    },
  })

  app.post('', {
    schema: operation({
      id: 'platform.views.create',
      summary: '保存常用列表',
      tag,
      body: fieldsJsonSchema(views.fields, 'write'),
      status: 201,
      answer: VIEW,
    }),
    handler: async (request, reply) => {
      const as = await admit(app.linli, request, platform)
      const values = objectBody(request.body)
      if (values.shared === true) await admit(app.linli, request, platform, 'platform.views.create')
      const row = await store.run(as, (ctx) =>
        ctx
          .elevated()
          .rows(views)
          .create(values as never, { byRequest: true }),
      )
      return reply.code(201).send(shown(row))
    },
  })

  app.delete('/:id', {
    schema: operation({ id: 'platform.views.delete', summary: '删除常用列表', tag, params: ID_PARAMS, status: 204 }),
    handler: async (request, reply) => {
      const as = await admit(app.linli, request, platform)
      const id = parseId(request.params)
      await store.run(as, async (ctx) => {
        const door = ctx.elevated().rows(views)
        const row = await door.find(id)
        const isMine = row?.createdBy === as.actor.id
        if (!row || (!isMine && !row.shared)) return refuse(404, reason('http.gone'))
        if (!isMine) await admit(app.linli, request, platform, 'platform.views.delete')
        await door.remove(id)
      })
      return reply.code(204).send()
    },
  })
}
export default routes

function shown({
  id,
  resource,
  title,
  filter,
  sort,
  columns,
  shared,
}: Readonly<Record<keyof typeof views.fields | 'id', unknown>>): Record<string, unknown> {
  return { id, resource, title, filter, sort, columns, shared }
}

const VIEW = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    resource: { type: 'string' },
    title: { type: 'string' },
    filter: { type: 'object', additionalProperties: true },
    sort: {},
    columns: {},
    shared: { type: 'boolean' },
  },
}
