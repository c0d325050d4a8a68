export { firstAdministrator } from './first-administrator.ts'
export type { FirstAdministrator } from './first-administrator.ts'
export { platformServer } from './platform-server.ts'
export { prepareStreet, systemActor } from './prepare-street.ts'
