import fp from 'fastify-plugin'
import { reason, problemOf, refusalsOf } from '../problem/index.ts'

/** One shape for everything that goes wrong. What is a fault of ours is logged and told as such, without a word about how. */
export default fp(async (app) => {
  app.setErrorHandler((error, request, reply) => {
    const most = Math.round(request.routeOptions.bodyLimit / 1024 / 1024) || 1
    const answered = refusalsOf(error, most) ?? { status: 500, refusals: [reason('server.fault')] as const }
    if (answered.status >= 500) request.log.error({ err: withoutValues(error) }, 'fault')
    return reply
      .code(answered.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send(problemOf(answered.status, answered.refusals))
  })
})

/** Database drivers put the values of a failed statement into `detail` and the like: personal data, which no log may hold. */
function withoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'not an error' }
  const { code } = error as { readonly code?: unknown }
  const isFromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  return {
    type: error.name,
    code,
    message: isFromDatabase ? 'database error' : error.message,
    stack: isFromDatabase ? firstFrames(error) : error.stack,
  }
}

function firstFrames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n')
}
