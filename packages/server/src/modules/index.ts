export { hasRoutes, moduleRoutes } from './module-routes.ts'
