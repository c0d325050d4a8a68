import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** A ballot of an election: a random token and whom it names. No person, no time, no order. */
export interface ElectionBallot {
  readonly token: string
  readonly picks: readonly string[]
}

/** The urn of an election, in an order that tells nothing. */
export async function boxOf(ctx: Ctx, electionId: string): Promise<readonly ElectionBallot[]> {
  const { rows } = await sql<ElectionBallot>`
    select token, picks from council_election_urn where street_id = ${ctx.street.code} and election_id = ${electionId} order by token`.execute(
    ctx.db,
  )
  return rows
}

/** How many have voted. */
export async function castIn(ctx: Ctx, electionId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from council_electors where street_id = ${ctx.street.code} and election_id = ${electionId} and submitted`.execute(
    ctx.db,
  )
  return rows[0]?.n ?? 0
}

/**
 * Marks the voter and puts the ballot into the urn, as for a secret vote (N5): all ballots are put back in a random order and the whole roll is touched,
 * so that neither times nor the database's own numbers pair one with the other.
 *
 * @returns the receipt, which only the voter keeps
 */
export async function putIn(ctx: Ctx, electionId: string, personId: string, picks: readonly string[]): Promise<string> {
  const street = ctx.street.code
  const token = randomBytes(12).toString('hex')
  await sql`update council_electors set submitted = submitted or person_id = ${personId}
    where street_id = ${street} and election_id = ${electionId}`.execute(ctx.db)
  await sql`select set_config('council.urn', ${electionId}, true)`.execute(ctx.db)
  await sql`
    with taken as (delete from council_election_urn where street_id = ${street} and election_id = ${electionId} returning token, picks)
    insert into council_election_urn (street_id, election_id, token, picks)
    select ${street}, ${electionId}, token, picks
    from (select token, picks from taken union all select ${token}, ${[...picks].sort()}::text[]) as mixed order by random()`.execute(
    ctx.db,
  )
  await sql`select set_config('council.urn', '', true)`.execute(ctx.db)
  return token
}
