import { text } from '@linli/kit'
import { accounts } from '@linli/kit/platform'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { AuthRequest, Passwords, SessionCookie } from '../../auth/index.ts'
import { passwordFault } from '../../auth/index.ts'
import { operation, originOf, parseBody } from '../../http/index.ts'
import { systemActor } from '../../platform/index.ts'
import { reason, refuse } from '../../problem/index.ts'
import type { Session } from '../../session/index.ts'

const secret = (title: string) => text({ title, required: true, max: 200 })
const SIGN_IN = {
  street: text({ title: '街道', max: 9 }),
  username: text({ title: '用户名', required: true, max: 80 }),
  password: secret('密码'),
  code: text({ title: '验证码', max: 20 }),
}
const CHANGE = { current: secret('当前密码'), next: secret('新密码') }

/** Signing in and out, one's own password, sessions and two-step sign-in. */
const routes: FastifyPluginAsync = async (app) => {
  const { authenticator, lockOut, sessions, store, streets, instance } = app.linli
  const tag = '登录'
  const { signInPerMinute = 60 } = instance.limits ?? {}
  const guessing = {
    rateLimit:
      signInPerMinute > 0 ? { max: signInPerMinute, timeWindow: 60_000, keyGenerator: (request: FastifyRequest) => request.ip } : false,
  }

  app.post('/sign-in', {
    config: { public: true, ...guessing },
    schema: operation({
      id: 'auth.signIn',
      summary: '登录',
      tag,
      public: true,
      body: body({ street: '411402004', username: 'admin', password: '********', code: '123456' }, ['username', 'password']),
      answer: { type: 'object', required: ['mustChangePassword'], properties: { mustChangePassword: { type: 'boolean' } } },
    }),
    handler: async (request, reply) => {
      const passwords = passwordsOf()
      const { street: code, username, password, code: second } = parseBody(SIGN_IN, request.body)
      const [only] = streets.size === 1 ? streets.values() : []
      const street = code === null ? only : streets.get(code)
      if (!street) return refuse(400, reason('auth.street', undefined, 'street'))
      const now = new Date().toISOString()
      const locked = await lockOut.begin(street.code, username, now)
      if (locked) return refuse(401, locked)
      const system = { actor: systemActor(street), street, pluginId: 'platform', from: originOf(request) }
      const signedIn = await passwords.signIn(authRequest(request), {
        streetId: street.code,
        username,
        password,
        ...(second === null ? {} : { code: second }),
      })
      if (!signedIn.ok) {
        if (signedIn.refusal.code === 'auth.code_needed') {
          await lockOut.uncount(street.code, username)
          return refuse(401, signedIn.refusal)
        }
        const lock = await lockOut.failed(street.code, username, now)
        if (!lock) return refuse(401, signedIn.refusal)
        await store.run(system, async (ctx) => {
          const account = await ctx.rows(accounts).first({ username })
          if (account) await ctx.rows(accounts).update(account.id, { lockedUntil: lock.until }, { reason: '连续输错密码' })
        })
        return refuse(401, lock.refusal)
      }
      const { identity, cookie } = signedIn.value
      const session = await sessions.open(identity)
      if (!session || (session.account.demo && instance.production)) {
        await store.run(system, (ctx) => authenticator.endSessions(ctx.db, identity.accountId))
        return refuse(401, reason('auth.disabled'))
      }
      await store.run({ ...system, actor: session.actor }, async (ctx) => {
        await lockOut.clear(ctx.db, street.code, username)
        await ctx.elevated().rows(accounts).update(identity.accountId, { lastSignInAt: now, lockedUntil: null }, { reason: '登录' })
      })
      setCookie(request, reply, cookie)
      return { mustChangePassword: session.account.mustChangePassword }
    },
  })

  app.post('/sign-out', {
    config: { public: true },
    schema: operation({ id: 'auth.signOut', summary: '退出登录', tag, public: true, status: 204 }),
    handler: async (request, reply) => {
      const session = await sessions.of(authRequest(request))
      setCookie(request, reply, await authenticator.signOut(authRequest(request)))
      if (session) sessions.forget(session.street.code)
      return reply.code(204).send()
    },
  })

  app.post('/password', {
    config: guessing,
    schema: operation({
      id: 'auth.password',
      summary: '修改密码',
      tag,
      body: body({ current: '********', next: '********' }, ['current', 'next']),
      status: 204,
    }),
    handler: async (request, reply) => {
      const session = signedInSession(request)
      const passwords = passwordsOf()
      const { current, next } = parseBody(CHANGE, request.body)
      const { account, street, actor, identity } = session
      await guarded(session, async () => {
        if (!(await passwords.verify(identity, current))) refuse(422, reason('auth.password_wrong', undefined, 'current'))
      })
      const fault = current === next ? reason('auth.password_same', undefined, 'next') : passwordFault(next, account.username)
      if (fault) refuse(422, fault)
      await store.run({ actor, street, pluginId: 'platform', from: originOf(request) }, async (ctx) => {
        await passwords.set(ctx.db, { id: account.id, streetId: street.code, username: account.username }, next)
        await ctx.elevated().rows(accounts).update(account.id, { mustChangePassword: false }, { reason: '修改密码' })
        await authenticator.endSessions(ctx.db, account.id, identity.sessionId)
      })
      sessions.forget(street.code)
      return reply.code(204).send()
    },
  })

  app.get('/sessions', {
    schema: operation({ id: 'auth.sessions', summary: '本人已登录的设备', tag, answer: { type: 'array', items: SESSION } }),
    handler: (request) => passwordsOf().sessions(signedInSession(request).identity),
  })

  app.delete('/sessions/:id', {
    schema: operation({
      id: 'auth.endSession',
      summary: '让一台设备退出登录',
      tag,
      params: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
      status: 204,
    }),
    handler: async (request, reply) => {
      const { identity, street } = signedInSession(request)
      const ended = await passwordsOf().endSession(identity, (request.params as { readonly id: string }).id)
      if (!ended) return refuse(404, reason('http.gone'))
      sessions.forget(street.code)
      return reply.code(204).send()
    },
  })

  app.post('/totp/start', {
    config: guessing,
    schema: operation({
      id: 'auth.totpStart',
      summary: '开始启用两步验证',
      tag,
      body: body({ password: '********' }, ['password']),
      answer: { type: 'object', properties: { uri: { type: 'string' }, backupCodes: { type: 'array', items: { type: 'string' } } } },
    }),
    handler: async (request) => {
      const session = signedInSession(request)
      const { password } = parseBody({ password: secret('密码') }, request.body)
      return guarded(session, async () => {
        const started = await passwordsOf().totp.start(authRequest(request), session.identity, password)
        return started.ok ? started.value : refuse(422, started.refusal)
      })
    },
  })

  app.post('/totp/confirm', {
    config: guessing,
    schema: operation({ id: 'auth.totpConfirm', summary: '确认启用两步验证', tag, body: body({ code: '123456' }, ['code']), status: 204 }),
    handler: async (request, reply) => {
      const session = signedInSession(request)
      const { code } = parseBody({ code: text({ title: '验证码', required: true, max: 20 }) }, request.body)
      await guarded(session, async () => {
        const done = await passwordsOf().totp.confirm(authRequest(request), session.identity, code ?? '')
        if (!done.ok) return refuse(422, done.refusal)
        setCookie(request, reply, done.value)
      })
      sessions.forget(session.street.code)
      return reply.code(204).send()
    },
  })

  app.post('/totp/stop', {
    config: guessing,
    schema: operation({
      id: 'auth.totpStop',
      summary: '停用两步验证',
      tag,
      body: body({ password: '********' }, ['password']),
      status: 204,
    }),
    handler: async (request, reply) => {
      const session = signedInSession(request)
      const { password } = parseBody({ password: secret('密码') }, request.body)
      await guarded(session, async () => {
        const done = await passwordsOf().totp.stop(authRequest(request), session.identity, password ?? '')
        if (!done.ok) return refuse(422, done.refusal)
        setCookie(request, reply, done.value)
      })
      sessions.forget(session.street.code)
      return reply.code(204).send()
    },
  })

  function passwordsOf(): Passwords {
    return authenticator.passwords ?? refuse(404, reason('auth.elsewhere'))
  }

  /** A secret asked for within a session is as guessable as at the door: the same count locks both. */
  async function guarded<T>({ street, account }: Session, work: () => Promise<T>): Promise<T> {
    const now = new Date().toISOString()
    const locked = await lockOut.begin(street.code, account.username, now)
    if (locked) return refuse(422, locked)
    try {
      const result = await work()
      await lockOut.clear(store.db, street.code, account.username)
      return result
    } catch (error) {
      await lockOut.failed(street.code, account.username, now)
      throw error
    }
  }
}
export default routes

/** Somebody whose password must be changed may do this much, so that they can change it. */
function signedInSession(request: FastifyRequest): Session {
  return request.session ?? refuse(401, reason('auth.needed'))
}

function authRequest({ headers, cookies, ip, protocol }: FastifyRequest): AuthRequest {
  return { headers, cookies, ip, secure: protocol === 'https' }
}

function setCookie(request: FastifyRequest, reply: FastifyReply, cookie: SessionCookie | undefined): void {
  if (!cookie) return
  const { name, value, maxAgeSeconds } = cookie
  const path = request.server.prefix.replace(/\/api\/auth$/, '') || '/'
  reply.setCookie(name, value, { path, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: maxAgeSeconds })
}

function body(example: Readonly<Record<string, string>>, required: readonly string[]) {
  return {
    type: 'object',
    required,
    properties: Object.fromEntries(Object.entries(example).map(([name, value]) => [name, { type: 'string', example: value }])),
    additionalProperties: false,
  }
}

const SESSION = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    createdAt: { type: 'string' },
    lastSeenAt: { type: 'string' },
    device: { type: ['string', 'null'] },
    address: { type: ['string', 'null'] },
    current: { type: 'boolean' },
  },
}
