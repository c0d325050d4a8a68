import * as z from 'zod'
import { MATERIAL_STATES, type MaterialSource, type MaterialState, SOURCES } from './options.ts'

/** A material of a case, as the counter ticked it. */
export interface CheckedMaterial {
  readonly name: string
  readonly source: MaterialSource
  readonly required: boolean
  readonly canDefer: boolean
  readonly canPromise?: boolean | undefined
  readonly state: MaterialState
  /** Why it is missing or wrong, as the applicant is told. */
  readonly note: string
}

export const checkedMaterialsSchema: z.ZodType<readonly CheckedMaterial[]> = z.array(
  z.object({
    name: z.string(),
    source: z.enum(Object.keys(SOURCES) as MaterialSource[]),
    required: z.boolean(),
    canDefer: z.boolean(),
    canPromise: z.boolean().optional(),
    state: z.enum(Object.keys(MATERIAL_STATES) as MaterialState[]),
    note: z.string(),
  }),
)

/** What a clerk ticks: a name of the list with its state. */
export interface Tick {
  readonly name: string
  readonly state: MaterialState
  readonly note?: string | undefined
}

export const ticksSchema: z.ZodType<readonly Tick[]> = z
  .array(
    z.object({
      name: z.string().max(100),
      state: z.enum(Object.keys(MATERIAL_STATES) as MaterialState[]),
      note: z.string().max(200).optional(),
    }),
  )
  .max(60)
