export { defineEvent } from './event.ts'
export type { AnyEvent, EventData, EventDefinition, EventEnvelope } from './event.ts'
