export { accountAccess } from './account-access.ts'
export type { Context } from './context.ts'
export { RefusedError } from './refused-error.ts'
export type { RefusedStatus } from './refused-error.ts'
