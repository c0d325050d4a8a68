import * as z from 'zod'
import { type ItemKind, KINDS, LINES, type MaterialSource, type PauseCode, PAUSES, SOURCES } from './options.ts'

/** A material as a published version asks for it. */
export interface MaterialTerms {
  readonly name: string
  readonly source: MaterialSource
  readonly required: boolean
  readonly canDefer: boolean
  /** Whether a written declaration stands for it; versions published before there was such a thing do not say. */
  readonly canPromise?: boolean | undefined
  readonly copies: number
  readonly form: string
  readonly why: string
}

/** An item as it was published: what a case is measured by, whatever the catalogue says later. */
export interface ItemContent {
  readonly code: string
  readonly name: string
  readonly line: keyof typeof LINES
  readonly kind: ItemKind
  readonly promisedDays: number
  readonly legalDays: number | null
  readonly extensionDays: number
  readonly pauses: readonly PauseCode[]
  readonly conditions: string
  readonly basis: string
  readonly fee: number
  readonly resultDoc: string
  readonly where: string
  readonly materials: readonly MaterialTerms[]
}

const keys = <K extends string>(options: Readonly<Record<K, string>>): K[] => Object.keys(options) as K[]

/** The shape of {@link ItemContent} as it is stored. */
export const itemContentSchema: z.ZodType<ItemContent> = z.object({
  code: z.string(),
  name: z.string(),
  line: z.enum(keys(LINES)),
  kind: z.enum(keys(KINDS)),
  promisedDays: z.number(),
  legalDays: z.number().nullable(),
  extensionDays: z.number(),
  pauses: z.array(z.enum(keys(PAUSES))),
  conditions: z.string(),
  basis: z.string(),
  fee: z.number(),
  resultDoc: z.string(),
  where: z.string(),
  materials: z.array(
    z.object({
      name: z.string(),
      source: z.enum(keys(SOURCES)),
      required: z.boolean(),
      canDefer: z.boolean(),
      canPromise: z.boolean().optional(),
      copies: z.number(),
      form: z.string(),
      why: z.string(),
    }),
  ),
})
