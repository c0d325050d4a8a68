import type { Scope } from '@linli/core/access'
import { boolean, integer, json, longText } from '@linli/kit'
import { platform } from '@linli/kit/platform'
import type { Context, ModuleState, RunAs } from '@linli/store'
import type { FastifyPluginAsync } from 'fastify'
import * as z from 'zod'
import { admit, operation, parseBody } from '../../../http/index.ts'
import { reason, refuse } from '../../../problem/index.ts'

const CHANGE = {
  enabled: boolean({ title: '启用' }),
  settings: json(z.record(z.string().max(80), z.unknown()), { title: '设置' }),
  version: integer({ title: '版本', min: 0 }),
  reason: longText({ title: '原因', max: 500 }),
}

/** Which modules the street has: on or off, and tuned. */
const routes: FastifyPluginAsync = async (app) => {
  const { store, plugins } = app.linli
  const tag = platform.title

  app.get('', {
    schema: operation({
      id: 'platform.modules.list',
      summary: '模块',
      tag,
      answer: { type: 'object', required: ['modules'], properties: { modules: { type: 'array', items: MODULE } } },
    }),
    handler: async (request) => {
      const as = await admit(app.linli, request, platform, 'platform.modules.manage')
      const states = await store.modules.of(as.street.code)
      const modules: Record<string, unknown>[] = []
      for (const state of states) modules.push(await shown(as, state))
      return { modules }
    },
  })

  app.put('/:id', {
    schema: operation({
      id: 'platform.modules.change',
      summary: '启停或设置模块',
      tag,
      params: { type: 'object', required: ['id'], properties: { id: { type: 'string', example: 'registry' } } },
      body: {
        type: 'object',
        properties: {
          enabled: { type: 'boolean' },
          settings: { type: 'object', additionalProperties: true },
          version: { type: 'integer', minimum: 0 },
          reason: { type: 'string', maxLength: 500 },
        },
        additionalProperties: false,
      },
      answer: MODULE,
    }),
    handler: async (request) => {
      const as = await admit(app.linli, request, platform, 'platform.modules.manage')
      if (!isStreetWide(as)) refuse(403, reason('access.street_wide'))
      const { id } = request.params as { readonly id: string }
      const { enabled, settings, version, reason: why } = parseBody(CHANGE, request.body)
      const state = await store.modules.change(as, id, {
        ...(enabled === null ? {} : { enabled }),
        ...(settings === null ? {} : { settings }),
        ...(version === null ? {} : { version }),
        ...(why === null ? {} : { reason: why }),
      })
      app.linli.sessions.forget(as.street.code)
      return shown(as, state)
    },
  })

  async function shown(as: RunAs, state: ModuleState): Promise<Record<string, unknown>> {
    const loaded = plugins.get(state.id)
    const settings = state.id === 'platform' ? {} : as.street.modules.find(({ plugin }) => plugin.id === state.id)?.settings
    if (!loaded || !settings) return refuse(404, reason('http.gone'))
    const { plugin } = loaded
    const tables: { resource: string; title: string; rows: number }[] = []
    await store.read({ ...as, permission: 'platform.modules.manage' }, async (ctx: Context) => {
      for (const resource of plugin.resources)
        tables.push({ resource: resource.name, title: resource.title, rows: await ctx.elevated().rows(resource).count() })
    })
    return {
      id: plugin.id,
      title: plugin.title,
      summary: plugin.summary,
      needs: plugin.needs,
      neededBy: as.street.modules.filter((other) => other.plugin.needs.includes(plugin.id)).map((other) => other.plugin.id),
      enabled: state.enabled,
      settings: state.settings,
      defaults: {
        ...Object.fromEntries(Object.entries(plugin.settings).map(([name, field]) => [name, field.default ?? null])),
        ...settings,
      },
      version: state.version,
      tables,
    }
  }
}
export default routes

function isStreetWide({ actor }: RunAs): boolean {
  const scope: Scope = actor.access.scope('platform.modules.manage')
  return scope.kind === 'street'
}

const MODULE = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    title: { type: 'string' },
    summary: { type: 'string' },
    needs: { type: 'array', items: { type: 'string' } },
    neededBy: { type: 'array', items: { type: 'string' } },
    enabled: { type: 'boolean' },
    settings: { type: 'object', additionalProperties: true },
    defaults: { type: 'object', additionalProperties: true },
    version: { type: 'integer' },
    tables: {
      type: 'array',
      items: { type: 'object', properties: { resource: { type: 'string' }, title: { type: 'string' }, rows: { type: 'integer' } } },
    },
  },
}
