import type { Refusal } from '@linli/core/refusal'
import * as z from 'zod'
import { reason } from '../reasons.ts'
import type { ItemContent } from './item-content.ts'
import type { PRECHECKS } from './options.ts'

/** What somebody says that they have, by the names of the published list. */
export const claimedSchema = z.array(z.strictObject({ name: z.string().max(100), has: z.boolean() })).max(60)
export type Claimed = z.infer<typeof claimedSchema>

/**
 * What is claimed, confined to what the published item asks of the applicant: a name that is not in it is dropped, one that is not said is not there.
 *
 * @example
 * claimsOf([{ name: '身份证', source: 'applicant' }], [{ name: '别的', has: true }]) // [{ name: '身份证', has: false }]
 */
export function claimsOf(materials: readonly Pick<ItemContent['materials'][number], 'name' | 'source'>[], claimed: Claimed): Claimed {
  const has = new Set(claimed.filter((each) => each.has).map(({ name }) => name))
  return materials
    .filter(({ source }) => source === 'applicant' || source === 'certificate')
    .map(({ name }) => ({ name, has: has.has(name) }))
}

/** The claims in words, for whoever answers. */
export function claimsText(claimed: Claimed): string {
  const words = (title: string, has: boolean): string => {
    const names = claimed.filter((each) => each.has === has).map(({ name }) => name)
    return names.length > 0 ? `${title}：${names.join('、')}` : ''
  }
  return [words('有', true), words('没有', false)].filter(Boolean).join('；').slice(0, 1000)
}

/** What is taken with a pre-check: photos and scans, so many of a paper and in all. */
export const PRECHECK_FILES = {
  types: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
  bytes: 5 * 1024 * 1024,
  ofOne: 3,
  ofAll: 12,
} as const

/** What a clerk says, paper by paper. */
export const repliesSchema = z
  .array(z.strictObject({ name: z.string().max(100), state: z.enum(['ok', 'missing', 'wrong']), words: z.string().max(200).default('') }))
  .max(60)
export type Replies = z.infer<typeof repliesSchema>

/**
 * Why an answer cannot be given: a paper that is not asked for or told twice, one that does not fit without a word why, or 「材料齐」 while one is lacking.
 *
 * @example
 * refuseReplies([{ name: '照片', has: true }], [{ name: '照片', state: 'wrong', words: '' }], 'missing')[0]?.code // 'precheck.words'
 */
export function refuseReplies(claimed: Claimed, replies: Replies, verdict: keyof typeof PRECHECKS): readonly Refusal[] {
  const asked = new Set(claimed.map(({ name }) => name))
  const strange = replies.filter(({ name }, index) => !asked.has(name) || replies.findIndex((other) => other.name === name) !== index)
  const wordless = replies.filter(({ state, words }) => state === 'wrong' && words.trim() === '')
  const lacking = verdict === 'ready' ? replies.filter(({ state }) => state !== 'ok') : []
  return [
    ...strange.map(({ name }) => reason('precheck.not_asked', { name }, 'replies')),
    ...wordless.map(({ name }) => reason('precheck.words', { name }, 'replies')),
    ...lacking.slice(0, 1).map(({ name }) => reason('precheck.lacking', { name }, 'verdict')),
  ]
}
