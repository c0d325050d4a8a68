import type { FastifyPluginAsync } from 'fastify'

/** Asks for a permission that nobody declared. */
const routes: FastifyPluginAsync = (app) => {
  app.get('', { config: { permission: 'leaky.undeclared' }, schema: { operationId: 'leaky.open', summary: '开' } }, () => ({ open: true }))
  return Promise.resolve()
}
export default routes
