import { pluginPermissions } from '@linli/kit'
import { platform } from '@linli/kit/platform'
import type { FastifyPluginAsync } from 'fastify'
import { admit, operation } from '../../../http/index.ts'

/** Every permission of the street's modules, for the role editor. */
const routes: FastifyPluginAsync = async (app) => {
  const { plugins } = app.linli
  app.get('', {
    schema: operation({
      id: 'platform.permissions',
      summary: '全部权限',
      tag: platform.title,
      answer: {
        type: 'object',
        required: ['permissions'],
        properties: {
          permissions: {
            type: 'array',
            items: { type: 'object', properties: { name: { type: 'string' }, title: { type: 'string' }, module: { type: 'string' } } },
          },
        },
      },
    }),
    handler: async (request) => {
      const { street } = await admit(app.linli, request, platform, 'platform.roles.read')
      const ids = ['platform', ...street.modules.map(({ plugin }) => plugin.id)]
      const permissions = ids.flatMap((id) => {
        const loaded = plugins.get(id)
        return loaded ? pluginPermissions(loaded.plugin).map((entry) => ({ ...entry, module: id })) : []
      })
      return { permissions }
    },
  })
}
export default routes
