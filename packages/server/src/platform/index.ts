export { platformServer } from './platform-server.ts'
export { prepareStreet, systemActor } from './prepare-street.ts'
