import type * as z from 'zod'
import { DefinitionError } from '../definition-error.ts'

/** Something that happened, told to whoever listens after the transaction. Ids and enums only: no names, no numbers of people. */
export interface EventDefinition<Name extends string = string, Data = unknown> {
  readonly kind: 'event'
  /** `<plugin>.<entity>.<pastTense>`. */
  readonly name: Name
  readonly title: string
  readonly data: z.ZodType<Data>
}

export type AnyEvent = EventDefinition<string, unknown>
export type EventData<E extends AnyEvent> = E extends EventDefinition<string, infer Data> ? Data : never

/** An event as consumers receive it, at least once; `id` is the key of idempotence. */
export interface EventEnvelope<Data = unknown> {
  readonly id: string
  readonly name: string
  readonly at: string
  readonly streetId: string
  readonly communityId: string | null
  /** Account id of who caused it. */
  readonly actorId: string
  readonly subject: { readonly resource: string; readonly id: string }
  readonly data: Data
  readonly causationId: string | null
}

/**
 * Declares an event.
 *
 * @example
 * defineEvent({ name: 'parks.bench.broken', title: '长椅损坏', data: z.object({ benchId: z.string() }) })
 */
export function defineEvent<const Name extends `${string}.${string}.${string}`, Data>(
  definition: Omit<EventDefinition<Name, Data>, 'kind'>,
): EventDefinition<Name, Data> {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9_-]*){2,3}$/.test(definition.name)) {
    throw new DefinitionError('event.name', `${definition.name}: name an event "<plugin>.<entity>.<past tense>".`)
  }
  return { ...definition, kind: 'event' }
}
