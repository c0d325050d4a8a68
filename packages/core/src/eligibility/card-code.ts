import type { Instant } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { asText } from '../text/index.ts'

/**
 * Signs bytes with the card's own secret: HMAC with SHA-1 or SHA-256. The caller brings it (`node:crypto` on the server),
 * so that this library holds no secret and runs anywhere.
 */
export type CardMac = (message: Uint8Array) => Uint8Array

/** A code changes every 30 seconds; the running one and the one before are accepted, so that none lives 60 seconds. */
export const CARD_CODE_SECONDS = 30

const reason = defineReasons({
  'card.code_format': { zh: '卡上的二维码无法识别，请刷新后再扫', en: 'The code cannot be read; refresh the card and scan again' },
  'card.code_expired': { zh: '二维码已失效，请持卡人刷新后再扫', en: 'The code has expired; refresh the card and scan again' },
  'card.code_used': { zh: '这个二维码已经用过，请持卡人刷新后再扫', en: 'This code was already used; refresh the card and scan again' },
})

/**
 * The number of the 30-second step that a moment lies in (RFC 6238, T0 = 1970).
 *
 * @example
 * cardCodeStep('1970-01-01T00:00:59.000Z') // 1
 */
export function cardCodeStep(at: Instant): number {
  return Math.floor(Date.parse(at) / (CARD_CODE_SECONDS * 1000))
}

/**
 * The six digits of a step, none for a step that cannot be: RFC 4226 dynamic truncation of the mac of the step as eight bytes, big-endian.
 *
 * @example
 * cardCodeDigits(0, () => new Uint8Array(20).fill(1)) // '843009'
 */
export function cardCodeDigits(step: number, mac: CardMac): string {
  if (!Number.isSafeInteger(step) || step < 0) return ''
  const message = new Uint8Array(8)
  new DataView(message.buffer).setBigUint64(0, BigInt(step))
  const digest = mac(message)
  const offset = (digest.at(-1) ?? 0) & 0xf
  const number = new DataView(digest.buffer, digest.byteOffset, digest.byteLength).getUint32(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/**
 * What the card's QR shows at a moment: the card number and the code, `LL<no>.<code>`. The number names the card alone, never the person.
 *
 * @example
 * makeCardToken('000123', '1970-01-01T00:00:10.000Z', () => new Uint8Array(20).fill(1)) // 'LL000123.843009'
 */
export function makeCardToken(cardNo: string, at: Instant, mac: CardMac): string {
  return `LL${cardNo}.${cardCodeDigits(cardCodeStep(at), mac)}`
}

/** A scanned token taken apart; its code is not yet checked. */
export interface CardToken {
  readonly cardNo: string
  readonly code: string
}

/**
 * Takes a scanned token apart, so that the card and its secret can be looked up. Refuses with `card.code_format`.
 *
 * @example
 * parseCardToken('LL000123.843009') // { ok: true, value: { cardNo: '000123', code: '843009' } }
 */
export function parseCardToken(text: string): Result<CardToken> {
  const match = /^LL([0-9A-Za-z-]{1,32})\.(\d{6})$/.exec(asText(text).trim())
  return match ? ok({ cardNo: match[1] ?? '', code: match[2] ?? '' }) : refused(reason('card.code_format'))
}

/**
 * Checks the code of a token. `lastStep` is the step of the code that this card used last: a step can be used once, and none before it.
 * Answers the step to store with the use. Refuses with `card.code_expired` (wrong or older than 60 s) or `card.code_used`.
 * Guessing six digits is stopped by the caller's rate limit, not here.
 *
 * @example
 * verifyCardCode({ code: '843009', at: '1970-01-01T00:00:45.000Z', mac: () => new Uint8Array(20).fill(1) }) // { ok: true, value: 1 }
 */
export function verifyCardCode(input: {
  readonly code: string
  readonly at: Instant
  readonly mac: CardMac
  readonly lastStep?: number
}): Result<number> {
  const now = cardCodeStep(input.at)
  const matching = [now, now - 1].filter((step) => step >= 0 && sameText(cardCodeDigits(step, input.mac), input.code))
  if (matching.length === 0) return refused(reason('card.code_expired'))
  const fresh = matching.find((step) => input.lastStep === undefined || step > input.lastStep)
  return fresh === undefined ? refused(reason('card.code_used')) : ok(fresh)
}

// Compares in constant time: a till must not learn by timing how many digits were right.
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return difference === 0
}
