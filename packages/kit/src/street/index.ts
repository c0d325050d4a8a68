export { defineStreet } from './define-street.ts'
export type { Community, Module, Street, StreetDefinition } from './street.ts'
export { use } from './use.ts'
