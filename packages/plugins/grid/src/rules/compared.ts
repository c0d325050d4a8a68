import * as z from 'zod'

/** How an answer stands to what the registry held when it was given. */
export const VERDICTS = { same: '一致', new: '原来没有', differs: '不同' } as const
export type Verdict = keyof typeof VERDICTS

/** What was recorded when a form was filled in, by the questions' keys; telephones are masked. Kept, because what is merged later no longer differs. */
export const comparedSchema = z.record(
  z.string().max(40),
  z.strictObject({ verdict: z.enum(Object.keys(VERDICTS) as [Verdict, ...Verdict[]]), recorded: z.string().max(500).nullable() }),
)
export type Compared = z.infer<typeof comparedSchema>
