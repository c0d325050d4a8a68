import * as z from 'zod'
import type { ItemContent } from './item-content.ts'
import { mayAsk } from './may-ask.ts'

/** What somebody says that they have, by the names of the published list. */
export const claimedSchema = z.array(z.strictObject({ name: z.string().max(100), has: z.boolean() })).max(60)
export type Claimed = z.infer<typeof claimedSchema>

/**
 * What is claimed, confined to what the published item may ask of the applicant today: a name that is not in it is dropped, as is a
 * certificate that was cancelled since (K4); one that is not said is not there.
 *
 * @example
 * claimsOf([{ name: '身份证', source: 'applicant' }], [{ name: '别的', has: true }], []) // [{ name: '身份证', has: false }]
 */
export function claimsOf(
  materials: readonly Pick<ItemContent['materials'][number], 'name' | 'source'>[],
  claimed: Claimed,
  kept: readonly string[],
): Claimed {
  const has = new Set(claimed.filter((each) => each.has).map(({ name }) => name))
  return materials.filter(({ source, name }) => mayAsk(source, name, kept)).map(({ name }) => ({ name, has: has.has(name) }))
}

/** The claims in words, for whoever answers. */
export function claimsText(claimed: Claimed): string {
  const words = (title: string, has: boolean): string => {
    const names = claimed.filter((each) => each.has === has).map(({ name }) => name)
    return names.length > 0 ? `${title}：${names.join('、')}` : ''
  }
  return [words('有', true), words('没有', false)].filter(Boolean).join('；').slice(0, 1000)
}

/** What a clerk says, paper by paper. */
export const repliesSchema = z
  .array(z.strictObject({ name: z.string().max(100), state: z.enum(['ok', 'missing', 'wrong']), words: z.string().max(200).default('') }))
  .max(60)
export type Replies = z.infer<typeof repliesSchema>
