import fp from 'fastify-plugin'

/** One line a request, by its route and never by its address: no ids, no query, no body, and of the account only the beginning of its id. */
export default fp(async (app) => {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        street: request.session?.street.code,
        account: request.session?.account.id.slice(0, 8),
      },
      'request',
    )
  })
})
