import { DefinitionError } from '../definition-error.ts'
import type { Fields, Input } from '../field/index.ts'

export interface ActionDefinition<
  Name extends string,
  In extends Fields,
  Out,
  Target extends string | undefined,
  Long extends boolean | undefined = boolean | undefined,
> {
  /** `<plugin>.<verb>` or `<plugin>.<resource>.<verb>`; also its permission and its address. */
  readonly name: Name
  readonly title: string
  /** What it is for, in one sentence. */
  readonly help?: string
  /** The resource on whose record page the button stands; the handler is then given the row. */
  readonly resource?: Target
  readonly input: In
  /** Reads only: no audit row, and a GET-like call that may be repeated. @default false */
  readonly readOnly?: boolean
  /**
   * Takes longer than somebody waits for a page. It is answered at once with the id of a job, which works in batches, shows how far it is,
   * and holds the answer when it is done; asked again meanwhile by the same person with the same input, it joins the job that runs.
   * The handler is given the work instead of a context. @default false
   */
  readonly long?: Long
  /**
   * Answers anybody, without signing in, and only on its own, never on a row: a guide, a query by slip number, a rating by a one-time code.
   * The handler runs as the street's system and must ask for whatever proves that the asker may know. @default false
   */
  readonly public?: boolean
  /** Hidden from the derived screens (called by a module's own page or the phone pages). @default false */
  readonly hidden?: boolean
  readonly confirm?: string
  /** On a resource: may be done to many chosen rows of a list, one after the other with the same input. @default false */
  readonly bulk?: boolean
  /** Whether the button stands on a row as it is now; the handler refuses by itself. @default always */
  readonly offered?: (row: Readonly<Record<string, unknown>>) => boolean
  /** The answer's example, for the document and its type. */
  readonly example: Out
  /** Titles of what of the answer is told to whoever did it: numbers, words, lists of sentences. Without it "done" is told. */
  readonly answer?: Readonly<Partial<Record<string & keyof Out, string>>>
}

/** What can be done besides CRUD and the workflow's steps. Made by {@link defineAction}. */
export interface Action<
  Name extends string = string,
  In extends Fields = Fields,
  Out = unknown,
  Target extends string | undefined = string | undefined,
  Long extends boolean | undefined = boolean | undefined,
> extends ActionDefinition<Name, In, Out, Target, Long> {
  readonly kind: 'action'
}

export type AnyAction = Action<string, Fields, unknown>

/** What the handler of an action is given: its input, and the row's id where its button stands on a row. */
export type ActionInput<A extends AnyAction> = Input<A['input']> &
  (A extends Action<string, Fields, unknown, infer Target, boolean | undefined>
    ? [Target] extends [string]
      ? { readonly id: string }
      : unknown
    : never)

export type ActionOutput<A extends AnyAction> = A extends Action<string, Fields, infer Out> ? Out : never

/**
 * Declares something that can be done. The handler stands in the module's `./server`.
 *
 * @example
 * defineAction({ name: 'parks.count', title: '清点', input: {}, example: { benches: 12 } })
 */
export function defineAction<
  const Name extends `${string}.${string}`,
  const In extends Fields,
  Out,
  const Target extends string | undefined = undefined,
  const Long extends boolean | undefined = undefined,
>(definition: ActionDefinition<Name, In, Out, Target, Long>): Action<Name, In, Out, Target, Long> {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){1,2}$/.test(definition.name)) {
    throw new DefinitionError(
      'action.name',
      `${definition.name}: name an action "<plugin>.<verb>" or "<plugin>.<resource>.<verb>", in lower case with hyphens.`,
    )
  }
  if (definition.public && definition.resource !== undefined)
    throw new DefinitionError(
      'action.public',
      `${definition.name}: a public action stands on no row, because nobody's scope confines it: drop resource or public.`,
    )
  if (definition.bulk && definition.resource === undefined)
    throw new DefinitionError(
      'action.bulk',
      `${definition.name}: only an action on rows can be done to many of them: name its resource or drop bulk.`,
    )
  if (definition.long && (definition.public || definition.readOnly))
    throw new DefinitionError(
      'action.long',
      `${definition.name}: a long action is a job that somebody asked for and that is recorded: drop long, or public and readOnly.`,
    )
  return { ...definition, kind: 'action' }
}
