import { instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import type { people } from '@linli/plugin-registry'
import type { councils, matters } from '@linli/plugin-residents-council'
import councilServer from '@linli/plugin-residents-council/server'
import type { Context } from '@linli/store'
import { randomFrom } from '../random.ts'

export type Council = Row<typeof councils>
export type Person = Row<typeof people>
type Action = keyof typeof councilServer.actions

/** How far a matter of the demo has come. */
export type Stage = NonNullable<Row<typeof matters>['status']>

/** A community's bodies and the people in them. */
export interface Bodies {
  readonly community: string
  readonly councils: readonly Council[]
  readonly twoCommittees: Council
  readonly representatives: Council
  readonly sitting: readonly Person[]
  readonly neighbours: readonly Person[]
}

export const random = randomFrom(59)
export const at = (day: string, hour = 15): string => instantAt(day, hour * 60)
export const act = (ctx: Context, name: string, input: Readonly<Record<string, unknown>>): Promise<unknown> =>
  Promise.resolve((councilServer.actions[name as Action] as (ctx: Context, input: unknown) => unknown)(ctx, input))
