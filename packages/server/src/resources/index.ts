export { exportRoute } from './export-route.ts'
export { parseListQuery, parseSort } from './list-query.ts'
export { resourceRoutes } from './resource-routes.ts'
export { rowSchema, rowSchemaId } from './schemas.ts'
