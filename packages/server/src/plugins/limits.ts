import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import { RefusedError } from '@linli/store'
import fp from 'fastify-plugin'
import { reason } from '../problem/index.ts'

/** How often one session, or one address without a session, may ask. */
export default fp(async (app) => {
  const { authenticator, instance } = app.linli
  const { perMinute = 1200 } = instance.limits ?? {}
  await app.register(rateLimit, {
    global: perMinute > 0,
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    keyGenerator: (request) => {
      const key = authenticator.key({ headers: request.headers, cookies: request.cookies, ip: request.ip, secure: false })
      return key === undefined ? request.ip : createHash('sha256').update(key).digest('base64')
    },
    errorResponseBuilder: (_request, { ttl }) => new RefusedError([reason('http.too_many', { seconds: Math.ceil(ttl / 1000) })], 429),
  })
})
