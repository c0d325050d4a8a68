import type { AnyAction } from '../action/index.ts'
import type { AnyEvent } from '../event/index.ts'
import type { Fields, Values } from '../field/index.ts'
import type { AnyReport } from '../report/index.ts'
import type { AnyResource } from '../resource/index.ts'
import type { Figure } from './figure.ts'
import type { ImportDefinition } from './import.ts'

export interface PluginDefinition<
  Id extends string,
  R extends readonly AnyResource[],
  A extends readonly AnyAction[],
  P extends readonly AnyReport[],
  E extends readonly AnyEvent[],
  S extends Fields,
> {
  /** Lower case with hyphens; the first part of every name of the module. */
  readonly id: Id
  /** The npm package that holds the entries `./server`, `./admin`, `./portal`. */
  readonly package: string
  /** Which of those entries exist. */
  readonly entries: readonly ('server' | 'admin' | 'portal')[]
  readonly title: string
  /** One or two sentences for the modules screen: what it does for the street. */
  readonly summary: string
  /** The position of its group in the menu. @default 100 */
  readonly order?: number
  /** Modules without which this one cannot work. */
  readonly needs?: readonly string[]
  /** Modules whose events it takes where they are present. */
  readonly listens?: readonly string[]
  readonly resources: R
  readonly actions?: A
  readonly reports?: P
  readonly events?: E
  readonly imports?: readonly ImportDefinition[]
  readonly figures?: readonly Figure[]
  /** What a street may tune; each field needs a default. */
  readonly settings?: S
  /** Permissions besides the derived ones: name → Chinese title. */
  readonly permissions?: Readonly<Record<string, string>>
  /** What the preset roles may do here: role → permission patterns. A street edits roles as data. */
  readonly grants?: Readonly<Record<string, readonly string[]>>
  /** English for the Chinese titles, by path (`parks.benches`, `parks.benches.place`, `parks.benches.status.open`), or by the Chinese itself. */
  readonly english?: Readonly<Record<string, string>>
}

/** A module's manifest: everything that browser and server both know. Made by {@link definePlugin}. */
export interface Plugin<
  Id extends string = string,
  R extends readonly AnyResource[] = readonly AnyResource[],
  A extends readonly AnyAction[] = readonly AnyAction[],
  P extends readonly AnyReport[] = readonly AnyReport[],
  E extends readonly AnyEvent[] = readonly AnyEvent[],
  S extends Fields = Fields,
> extends PluginDefinition<Id, R, A, P, E, S> {
  readonly kind: 'plugin'
  readonly needs: readonly string[]
  readonly listens: readonly string[]
  readonly actions: A
  readonly reports: P
  readonly events: E
  readonly imports: readonly ImportDefinition[]
  readonly figures: readonly Figure[]
  readonly settings: S
}

/** A plugin whose particulars are erased: what crosses the plugin's boundary, so that the checker's cost stays linear. */
export type AnyPlugin = Plugin<string, readonly AnyResource[], readonly AnyAction[], readonly AnyReport[], readonly AnyEvent[], Fields>

/** The settings of a plugin as its code reads them. */
export type Settings<P extends AnyPlugin> = Values<P['settings']>
