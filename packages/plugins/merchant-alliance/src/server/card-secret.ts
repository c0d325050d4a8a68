import { createHmac, randomBytes } from 'node:crypto'
import type { CardMac } from '@linli/core/eligibility'
import type { Context } from '@linli/store'
import { sql } from 'kysely'
import type { Sign } from '../rules/ticket.ts'

/** A fresh secret of 160 bits. */
export function newSecret(): string {
  return randomBytes(20).toString('hex')
}

/** What a card signs with; the secret is sealed (P4), so no door gives it and it is read here alone. */
export async function cardSigner(
  ctx: Pick<Context, 'db' | 'street'>,
  cardId: string,
): Promise<{ readonly mac: CardMac; readonly sign: Sign }> {
  const found = await sql<{ secret: string }>`
    select secret from merchants_cards where street_id = ${ctx.street.code} and id = ${cardId}
  `.execute(ctx.db)
  const secret = Buffer.from(found.rows[0]?.secret ?? newSecret(), 'hex')
  return {
    mac: (message) => createHmac('sha1', secret).update(message).digest(),
    sign: (text) => createHmac('sha256', secret).update(text).digest('hex').slice(0, 32),
  }
}

/** The step of the code that the card used last. */
export async function lastStep(ctx: Pick<Context, 'db' | 'street'>, cardId: string): Promise<number | undefined> {
  const found = await sql<{ step: number | null }>`
    select last_step as step from merchants_cards where street_id = ${ctx.street.code} and id = ${cardId}
  `.execute(ctx.db)
  return found.rows[0]?.step ?? undefined
}
