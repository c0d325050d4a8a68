import { ok, refused, type Result } from '@linli/core/refusal'
import type { Instant } from '@linli/core/date'
import { reason } from '../reasons.ts'

/** How a card was recognised at the till. */
export type Channel = 'code' | 'number'

/** Signs text with the card's secret; the caller brings it, as the secret stays on the server. */
export type Sign = (text: string) => string

const MINUTES = 5

/** A ticket for a card just recognised; `nonce` is eight random hexadecimal digits, so that two looks at one card give two tickets. */
export function issueTicket(cardNo: string, channel: Channel, merchantId: string, now: Instant, sign: Sign, nonce: string): string {
  const until = Math.floor(Date.parse(now) / 1000) + MINUTES * 60
  const body = `${cardNo}.${channel}.${until}.${nonce}`
  return `${body}.${sign(`${body}.${merchantId}`)}`
}

/** The card that a ticket names, before anything is believed. */
export function ticketCard(ticket: string): string | undefined {
  return /^([0-9A-Z]{4,20})\.(?:code|number)\.\d{1,12}\.[0-9a-f]{8}\.[0-9a-f]{32}$/.exec(ticket)?.[1]
}

/** Checks a ticket at a till: signed with this card's secret, for this merchant, not older than five minutes. */
export function readTicket(ticket: string, merchantId: string, now: Instant, sign: Sign): Result<Channel> {
  const [cardNo, channel, until, nonce, signature] = ticket.split('.')
  const body = `${cardNo}.${channel}.${until}.${nonce}`
  if (signature !== sign(`${body}.${merchantId}`)) return refused(reason('till.ticket_old'))
  if (Number(until) * 1000 < Date.parse(now)) return refused(reason('till.ticket_old'))
  return ok(channel === 'number' ? 'number' : 'code')
}
