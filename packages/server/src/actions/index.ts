export { actionRoute } from './action-routes.ts'
export { defineLongActions } from './long-actions.ts'
