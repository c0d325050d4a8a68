import type { Place } from '@linli/core/access'
import { pluginPermissions } from '@linli/kit'
import type { FastifyPluginAsync } from 'fastify'
import { operation } from '../../http/index.ts'
import { reason, refuse } from '../../problem/index.ts'
import { sql } from 'kysely'

interface PlaceRow {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parentCode: string | null
}

/** Whether a place lies in somebody's posts: below them, or the community that a grid belongs to. */
function isWithin(posts: readonly { readonly place: Place }[]): (place: PlaceRow) => boolean {
  return ({ code }) =>
    posts.some(({ place: { communityId, gridId } }) => {
      const own = gridId ?? communityId ?? ''
      return code.startsWith(own) || own.startsWith(code)
    })
}

/** Who I am, where, and what I may do. */
const routes: FastifyPluginAsync = async (app) => {
  const { store, plugins, instance } = app.linli
  app.get('', {
    schema: operation({ id: 'me', summary: '本人的账号、岗位和权限', tag: '登录', answer: { type: 'object', additionalProperties: true } }),
    handler: async (request) => {
      const { session } = request
      if (!session) return refuse(401, reason('auth.needed'))
      const { street, actor, account, roles, posts } = session
      const { rows: places } = await sql<PlaceRow>`
        select code, name, kind, parent_code from platform_places
        where street_id = ${street.code} and (valid_to is null or valid_to >= current_date) order by code`.execute(store.db)
      const states = await store.modules.of(street.code)
      const installed = states.filter(({ id }) => id !== 'platform').flatMap(({ id, enabled }) => (enabled ? [id] : []))
      const known = installed.flatMap((id) => plugins.get(id) ?? [])
      const permissions = ['platform', ...installed].flatMap((id) => {
        const loaded = plugins.get(id)
        return loaded ? pluginPermissions(loaded.plugin) : []
      })
      return {
        account: { id: account.id, username: account.username, name: account.name, mustChangePassword: account.mustChangePassword },
        street: { code: street.code, name: street.name, officialName: street.officialName },
        places: places.filter(isWithin(posts)).map(({ code, name, kind, parentCode }) => ({ code, name, kind, parentCode })),
        modules: known.map(({ plugin }) => ({ id: plugin.id, package: plugin.package, title: plugin.title })),
        permissions: Object.fromEntries(
          permissions.flatMap(({ name }) => {
            const decision = actor.access.decide(name)
            return decision.allowed ? [[name, decision.scope]] : []
          }),
        ),
        clearance: actor.access.clearance,
        posts: posts.map(({ role, place, subject }) => ({
          role,
          roleTitle: roles.find(({ name }) => name === role)?.title ?? role,
          place: { communityId: place.communityId ?? null, gridId: place.gridId ?? null },
          subject: subject ?? null,
        })),
        demo: instance.demo !== undefined,
      }
    },
  })
}
export default routes
