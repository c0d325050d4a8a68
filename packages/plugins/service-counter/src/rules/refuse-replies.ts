import type { Refusal } from '@linli/core/refusal'
import { reason } from '../reasons.ts'
import type { PRECHECKS } from './options.ts'
import type { Claimed, Replies } from './precheck.ts'

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
