export { actionRoute } from './action-routes.ts'
