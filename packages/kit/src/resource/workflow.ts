import type { ScopeLevel } from '@linli/core/access'
import type { ChoiceCondition, Fields } from '../field/index.ts'

/** By when a step is promised, counted from the moment its state was entered. */
export interface StepPromise {
  readonly n: number
  readonly unit: 'workingDays' | 'calendarDays' | 'hours'
}

/** A named way from some states to one, with what it asks for. */
export interface StepDefinition<State extends string = string> {
  readonly title: string
  readonly from: readonly State[]
  readonly to: State
  /** Asked for in the dialogue of the step. Fields named like the resource's own are written to it. */
  readonly input?: Fields
  /** Asked before a step that cannot be taken back. */
  readonly confirm?: string
  /** Whoever may take the step finds it in the inbox. @default true for steps with a promise, else false */
  readonly todo?: boolean
  readonly promise?: StepPromise
  /**
   * Only rows whose choices have these values know the step: on others it has no button and is no to-do, and it is refused after the guard had its say.
   * @default every row
   */
  readonly when?: ChoiceCondition
  /**
   * The field that holds the account for which the step waits: a hand-over for its receiver, a case for its handler. It stands in that
   * inbox alone; while the field is empty, in everybody's who may take the step. What others may do is for the guard to say.
   */
  readonly waitsFor?: string
  /**
   * With `waitsFor`: nobody else takes it, so nobody else is shown its button, and whoever takes it all the same is refused, by the guard with its
   * own reason or else by the store. Rules may take it for somebody. While the field is empty, it is everybody's.
   * @default false
   */
  readonly alone?: boolean
  /**
   * At which level the step waits: in the inboxes of posts at that level alone, though others may take it. A row that belongs to no grid
   * waits at the community instead, one that belongs to no community at the street. With `waitsFor`, the level holds while that field is empty.
   * @default everybody who may take it
   */
  readonly waitsAt?: ScopeLevel
  /** Taken by rules alone (events, jobs, actions): no button, no endpoint. */
  readonly automatic?: boolean
}

export interface StateDefinition {
  readonly title: string
  readonly final?: boolean
  /** How the state looks in lists. @default 'neutral' */
  readonly tone?: 'neutral' | 'waiting' | 'good' | 'bad'
}

/** The life of a row. The framework keeps `status`, `statusSince`, `dueAt` and `dueProvisional`. */
export interface ResourceWorkflow<
  State extends string = string,
  S extends Readonly<Record<string, StepDefinition>> = Readonly<Record<string, StepDefinition>>,
> {
  readonly initial: NoInfer<State>
  /** The usual way from beginning to end, shown above a record that is on it. @default the shortest way, which may be a way for exceptions */
  readonly usual?: readonly NoInfer<State>[]
  /** The usual way of rows that go another one; the first that fits a row is shown instead. */
  readonly otherWays?: readonly { readonly when: ChoiceCondition; readonly states: readonly NoInfer<State>[] }[]
  readonly states: Readonly<Record<State, StateDefinition>>
  readonly steps: S & Readonly<Record<string, StepDefinition<NoInfer<State>>>>
}
