export { moduleRoutes } from './module-routes.ts'
