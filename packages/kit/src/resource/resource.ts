import type { ScopeLevel } from '@linli/core/access'
import type { Refusal } from '@linli/core/refusal'
import type { Fields, Input, Values } from '../field/index.ts'
import type { ResourceWorkflow, StepDefinition } from './workflow.ts'

/** Columns that the framework keeps on every row. */
export interface StandardValues {
  /** UUID version 7, so that ids sort by creation. */
  readonly id: string
  /** 12-digit community code; `null` for what belongs to the street itself. */
  readonly communityId: string | null
  /** 15-digit grid code. */
  readonly gridId: string | null
  /** Counts the changes; a write names the version it saw. */
  readonly version: number
  readonly createdAt: string
  readonly createdBy: string
  readonly updatedAt: string
  readonly updatedBy: string
}

/** Columns of a resource with a workflow. */
export interface WorkflowValues<State extends string> {
  readonly status: State
  /** When the present state was entered. */
  readonly statusSince: string
  /** When the promise of the present state is due; `null` where nothing is promised. */
  readonly dueAt: string | null
  /** That {@link dueAt} was counted over a year whose notice of holidays is not known yet, and may still move. */
  readonly dueProvisional: boolean
}

export type StandardColumn =
  'communityId' | 'gridId' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy' | 'status' | 'statusSince' | 'dueAt' | 'dueProvisional'

export type Steps = Readonly<Record<string, StepDefinition>>

type ColumnOf<F extends Fields> = Extract<keyof F, string> | StandardColumn

/** The default list of a resource. */
export interface ListDefinition<Column extends string = string> {
  /** The columns shown first; an administrator may choose others. At most P1 is shown. */
  readonly columns: readonly Column[]
  /** The filters offered above the list; each is indexed. */
  readonly filters?: readonly Column[]
  /** @default newest first */
  readonly sort?: readonly [Column, 'asc' | 'desc']
}

/** What people may do with rows besides reading and the workflow's steps. */
export interface Writable {
  /** @default true */
  readonly create?: boolean
  /** @default true */
  readonly update?: boolean
  /** Most records of a street office are ended, not deleted. @default false */
  readonly delete?: boolean
  /** Whether a spreadsheet can be imported. @default same as `create` */
  readonly import?: boolean
}

export interface ResourceDefinition<Name extends string, F extends Fields, State extends string, S extends Steps> {
  /** `<plugin>.<plural noun>`, kebab-case after the point: table `registry_people`, address `/api/registry/people`. */
  readonly name: Name
  /** The Chinese name of one. */
  readonly title: string
  /** How rows are divided among places. */
  readonly scope: ScopeLevel
  readonly fields: F
  /** The field that names a row to people. */
  readonly display: Extract<keyof F, string>
  readonly list: ListDefinition<ColumnOf<NoInfer<F>>>
  readonly workflow?: ResourceWorkflow<State, S>
  readonly writable?: Writable
  /**
   * Rows that somebody does not see: those whose `account` (a field that points at `platform.accounts`) is their own, while `until` is empty.
   * They are in no list, figure, inbox or report of that account; rules that act elevated see them.
   */
  readonly hiddenFrom?: { readonly account: Extract<keyof F, string>; readonly until: Extract<keyof F, string> }
  /** Sets of fields that no two rows of a street share. */
  readonly unique?: readonly (readonly ColumnOf<NoInfer<F>>[])[]
  /** One sentence for the empty list: what to do first. */
  readonly empty?: string
  /** Hidden from the menu; reached from its parent. @default true */
  readonly menu?: boolean
  /** A post can be bound to one of its rows: a till to its merchant, a resident's phone to herself. @default false */
  readonly subject?: boolean
  /** The row in one plain sentence, shown while it is written and on its page. Pure; empty while there is too little to say. */
  summary?(values: Partial<Values<F>>): string
  /** Further reasons why these values cannot be saved. Pure; runs in the browser and on the server. */
  check?(values: Partial<Values<F>>): readonly Refusal[]
  /** Values that follow from others. Pure; runs in the browser and on the server, after validation and before {@link check}. */
  derive?(values: Partial<Values<F>>): Partial<Values<F>>
}

/** What a module keeps. Made by {@link defineResource}. */
export interface Resource<
  Name extends string = string,
  F extends Fields = Fields,
  State extends string = string,
  S extends Steps = Steps,
> extends ResourceDefinition<Name, F, State, S> {
  readonly kind: 'resource'
}

/** A resource whose particulars are erased; what the framework works with. */
export type AnyResource = Resource<string, Fields, string, Steps>

type StateOf<R> = R extends Resource<string, Fields, infer State, Steps> ? State : never

/** A row as it is read. */
export type Row<R extends AnyResource> = StandardValues &
  Values<R['fields']> &
  ([StateOf<R>] extends [never] ? unknown : WorkflowValues<StateOf<R>>)

/** What may be given to create a row. */
export type NewRow<R extends AnyResource> = Input<R['fields']> & { readonly communityId?: string | null; readonly gridId?: string | null }

/** What may be changed of a row. */
export type RowPatch<R extends AnyResource> = Partial<Values<R['fields']>> & {
  readonly communityId?: string | null
  readonly gridId?: string | null
}

/** The names of a resource's steps. */
export type StepName<R extends AnyResource> = R extends { readonly workflow?: ResourceWorkflow<string, infer S> }
  ? Extract<keyof S, string>
  : never

/** What a step asks for. */
export type StepInput<R extends AnyResource, Name extends string> = R extends { readonly workflow?: ResourceWorkflow<string, infer S> }
  ? Name extends keyof S
    ? S[Name] extends { readonly input: infer F extends Fields }
      ? Input<F>
      : Record<string, never>
    : never
  : never
