import type { Refusal } from '@linli/core/refusal'
import { accounts, platform, posts, roles } from '@linli/kit/platform'
import { pluginPermissions } from '@linli/kit'
import { type AnyPluginServer, type Context, definePluginServer } from '@linli/store'
import { sql } from 'kysely'
import { newInitialPassword } from '../auth/index.ts'
import type { Services } from '../services/index.ts'
import { cleanUp } from './clean-up.ts'
import { beyondOwn } from './may-grant.ts'
import { learnYear, settleCalendar } from './calendar.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { reason } from './reasons.ts'

/** What the platform's rules need of the server; known once the store is open. */
export type PlatformServices = Pick<Services, 'authenticator' | 'lockOut' | 'sessions' | 'plugins' | 'store'>

/** The server half of the platform: its rules are the ones that keep an administrator from locking everybody out, or lifting somebody above themselves. */
export function platformServer(services: () => PlatformServices): AnyPluginServer {
  const forget = (ctx: Context): void => services().sessions.forget(ctx.street.code)
  const endSessions = (ctx: Context, accountId: string): Promise<void> => services().authenticator.endSessions(ctx.db, accountId)
  const givePassword = async (ctx: Context, account: { readonly id: string; readonly username: string }): Promise<string> => {
    const { passwords } = services().authenticator
    if (!passwords) return ctx.refuse(reason('account.passwords_elsewhere'))
    const password = newInitialPassword()
    await passwords.set(ctx.db, { id: account.id, streetId: ctx.street.code, username: account.username }, password)
    return password
  }
  const permissions = (ctx: Context): string[] => {
    const installed = new Set(['platform', ...ctx.street.modules.map(({ plugin }) => plugin.id)])
    return [...services().plugins.values()]
      .filter(({ plugin }) => installed.has(plugin.id))
      .flatMap(({ plugin }) => pluginPermissions(plugin).map(({ name }) => name))
  }
  const grantFault = (ctx: Context, allow: readonly string[]): Refusal | undefined => {
    if (ctx.actor.kind === 'system') return undefined
    const permission = beyondOwn({ allow }, ctx.actor.access, permissions(ctx))
    return permission === undefined ? undefined : reason('post.beyond_own', { permission })
  }

  return definePluginServer(platform, {
    migrations: MIGRATIONS,
    guards: {
      'platform.accounts': {
        create: async (ctx, { values }) => {
          const { rows } = await sql`select 1 from platform_accounts
            where street_id = ${ctx.street.code} and lower(username) = ${values.username.normalize('NFKC').toLowerCase()}`.execute(ctx.db)
          return rows.length > 0 ? reason('account.username_taken', { username: values.username }, 'username') : undefined
        },
        disable: async (ctx, { row }) => {
          if (row.id === ctx.actor.id) return reason('account.self')
          return (await isLastAdmin(ctx, row.id)) ? reason('account.last_admin') : undefined
        },
        unlock: async (ctx, { row }) => {
          await services().lockOut.clear(ctx.db, ctx.street.code, row.username)
          return { lockedUntil: null }
        },
      },
      'platform.posts': {
        create: async (ctx, { values }) => {
          const role = await ctx.elevated().rows(roles).find(values.roleId)
          return role && grantFault(ctx, role.allow)
        },
        remove: async (ctx, { row }) => ((await isLastAdmin(ctx, row.accountId, row.id)) ? reason('account.last_admin') : undefined),
      },
      'platform.roles': {
        create: (ctx, { values }) => grantFault(ctx, values.allow ?? []),
        update: (ctx, { row, patch }) =>
          grantFault(
            ctx,
            (patch.allow ?? []).filter((pattern) => !row.allow.includes(pattern)),
          ),
      },
      'platform.places': {
        create: (ctx, { values }) => placeFault(ctx.street.code, values),
      },
      'platform.calendar-years': {
        create: (_ctx, { values }) =>
          services().store.calendars.given.isKnown(values.year) ? reason('calendar.given', { year: values.year }, 'year') : undefined,
        update: (_ctx, { row }) => (row.status === 'checked' ? reason('calendar.checked') : undefined),
        check: (ctx, { row }) => (row.updatedBy === ctx.actor.id || row.createdBy === ctx.actor.id ? reason('calendar.own') : undefined),
      },
    },
    effects: {
      'platform.calendar-years': {
        create: (ctx, { after }) => learnYear(services().store, ctx, after),
        update: (ctx, { before, after }) => learnYear(services().store, ctx, after, before ?? undefined),
        check: (ctx) => services().store.calendars.changed(ctx),
        correct: (ctx) => services().store.calendars.changed(ctx),
      },
      'platform.accounts': {
        create: forget,
        update: forget,
        disable: async (ctx, { after }) => {
          await endSessions(ctx, after.id)
          forget(ctx)
        },
        enable: forget,
      },
      'platform.posts': { create: forget, update: forget, remove: forget },
      'platform.roles': { create: forget, update: forget, remove: forget },
    },
    actions: {
      'platform.accounts.reset-password': async (ctx, { id }) => {
        const account = await ctx.rows(accounts).lock(id)
        const password = await givePassword(ctx, account)
        await ctx.elevated().rows(accounts).update(id, { mustChangePassword: true, lockedUntil: null }, { reason: '重设密码' })
        await services().lockOut.clear(ctx.db, ctx.street.code, account.username)
        await endSessions(ctx, id)
        forget(ctx)
        return { password }
      },
      'platform.posts.open-account': async (ctx, { username, name, role: roleName, subjectResource, subjectId }) => {
        const resource = ctx.street.modules.flatMap(({ plugin }) => plugin.resources).find((each) => each.name === subjectResource)
        if (!resource?.subject) return ctx.refuse(reason('post.no_subject', undefined, 'subjectResource'))
        const { communityId, gridId } = await ctx.rows(resource).get(subjectId)
        const role = await ctx.elevated().rows(roles).first({ name: roleName })
        if (!role) return ctx.refuse(reason('post.no_role', undefined, 'role'))
        // The account is everybody's, the post is held to the scope and the permissions of whoever opens it.
        const account = await ctx.elevated().rows(accounts).create({ username, name }, { reason: '开通手机账号' })
        const place = gridId ? { communityId, gridId } : { communityId }
        await ctx
          .rows(posts)
          .create(
            { accountId: account.id, roleId: role.id, from: ctx.today, subjectResource, subjectId, ...place },
            { reason: '开通手机账号' },
          )
        const password = await givePassword(ctx, account)
        forget(ctx)
        return { accountId: account.id, username: account.username, password }
      },
    },
    reports: {},
    jobs: {
      calendar: settleCalendar(() => services().store),
      'clean-up': { title: '清理到期的数据', every: '30 2 * * *', run: async (ctx) => void (await cleanUp(ctx, services().store)) },
    },
  })
}

/** Whether nobody else could manage accounts and posts if this account, or this one post, were gone. */
async function isLastAdmin(ctx: Context, accountId: string, onlyPostId?: string): Promise<boolean> {
  const { rows } = await sql<{ accountId: string; id: string; allow: readonly string[] }>`
    select p.account_id, p.id, r.allow from platform_posts p
    join platform_roles r on r.street_id = p.street_id and r.id = p.role_id
    join platform_accounts a on a.street_id = p.street_id and a.id = p.account_id
    where p.street_id = ${ctx.street.code} and p.community_id is null and p.grid_id is null and a.status = 'active'
      and p."from" <= ${ctx.today} and (p."to" is null or p."to" >= ${ctx.today})`.execute(ctx.db)
  const admins = rows.filter(({ allow }) =>
    ['**', 'platform.**', 'platform.posts.*', 'platform.posts.create'].some((pattern) => allow.includes(pattern)),
  )
  const touched = admins.filter((row) => row.accountId === accountId && (onlyPostId === undefined || row.id === onlyPostId))
  return touched.length > 0 && touched.length === admins.length
}

function placeFault(
  street: string,
  { code, kind, parentCode }: { readonly code: string; readonly kind: 'community' | 'grid'; readonly parentCode?: string | null },
): Refusal | undefined {
  if (!code.startsWith(street)) return reason('place.code_outside', { street }, 'code')
  if (kind === 'community') return code.length === 12 && !parentCode ? undefined : reason('place.community_code', undefined, 'code')
  return code.length === 15 && parentCode && code.startsWith(parentCode) ? undefined : reason('place.grid_parent', undefined, 'parentCode')
}
