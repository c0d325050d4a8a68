import { dayOf } from '@linli/core/date'
import type { PoolClient } from 'pg'
import type { Kysely } from 'kysely'
import { appendSql } from '../audit/append.ts'
import { isRetryable, isUnavailable, unavailable } from '../connection/database-failure.ts'
import { sendTogether } from '../connection/together.ts'
import type { Parts } from '../parts.ts'
import { databaseRefusal } from '../rows/database-refusal.ts'
import type { RunAs } from '../store.ts'
import { reason } from '../refusals/index.ts'
import { kyselyOn } from './bound-dialect.ts'
import type { Context } from './context.ts'
import { makeContext } from './make-context.ts'
import { RefusedError } from './refused-error.ts'
import { makeSavepoints } from './savepoints.ts'
import type { Session } from './session.ts'

type Work<T> = (ctx: Context) => Promise<T>

const ATTEMPTS = 4

/** Runs work in one transaction: rows, audit and events together, or nothing. */
export async function runWork<T>(parts: Parts, as: RunAs, work: Work<T>): Promise<T> {
  const known = await guardedByAvailability(() => streetOf(parts, as))
  for (let attempt = 1; ; attempt += 1) {
    const client = await guardedByAvailability(() => parts.connection.pool.connect())
    let broken: Error | undefined
    try {
      await begin(parts, client)
      const session = makeSession(parts, as, client, known)
      const result = await work(session.contextFor({ pluginId: as.pluginId, isElevated: false }))
      await commit(session, client)
      for (const tell of session.afterCommit) tell()
      if (session.events.length > 0) parts.onEvents()
      parts.statistics.grew(session.inserted)
      return result
    } catch (error) {
      broken = await rollback(client, error)
      if (isRetryable(error) && attempt < ATTEMPTS) continue
      throw translated(error)
    } finally {
      client.release(broken)
    }
  }
}

/** Reads without a transaction: every query sees what is committed when it runs. */
export async function readWork<T>(parts: Parts, as: RunAs, work: Work<T>): Promise<T> {
  try {
    const session = makeSession(parts, as, undefined, await streetOf(parts, as))
    return await work(session.contextFor({ pluginId: as.pluginId, isElevated: false }))
  } catch (error) {
    throw translated(error)
  }
}

/** What a piece of work has to know of its street before it begins. */
type Known = Pick<Session, 'modules' | 'calendar'>

async function streetOf({ modulesOf, calendarOf }: Parts, { street }: RunAs): Promise<Known> {
  const [modules, calendar] = await Promise.all([modulesOf(street.code), calendarOf(street.code)])
  return { modules, calendar }
}

function makeSession(parts: Parts, as: RunAs, client: PoolClient | undefined, { modules, calendar }: Known): Session {
  // An actor never acts across streets, whatever the scope says.
  if (as.actor.streetId !== as.street.code) throw new RefusedError([reason('access.outside_scope')], 403)
  const now = as.now ?? new Date().toISOString()
  let kysely: Kysely<unknown> | undefined
  const savepoints = client && makeSavepoints(client)
  const session: Session = {
    parts,
    as,
    now,
    today: dayOf(now),
    db: savepoints?.db ?? parts.connection.direct,
    mayWrite: client !== undefined,
    savepoints,
    calendar,
    modules,
    kysely: () => (savepoints ? (kysely ??= kyselyOn(savepoints.db)) : parts.db),
    contextFor: (sight) => makeContext(session, sight),
    audits: [],
    events: [],
    inserted: new Map(),
    afterCommit: [],
  }
  return session
}

/** Where statements can be pipelined, the first one travels with the beginning. */
async function begin({ connection }: Parts, client: PoolClient): Promise<void> {
  if (connection.isPipelined) sendTogether(client)
  const begun = client.query('begin')
  // Should it fail, so do the statements behind it, which somebody waits for.
  begun.catch(() => undefined)
  if (!connection.isPipelined) await begun
}

/**
 * Writes the audit and the events in one statement, at the very end and together with the commit, so that the street's chain is locked for no
 * longer than the database takes. A commit of a transaction that has failed is a rollback without an error; it must not pass for done.
 */
async function commit(session: Session, client: PoolClient): Promise<void> {
  const append = appendSql(session)
  if (session.parts.connection.isPipelined) sendTogether(client)
  const appended = append && client.query(append)
  appended?.catch(() => undefined)
  if (!session.parts.connection.isPipelined) await appended
  const { command } = await client.query('commit')
  await appended
  if (command !== 'COMMIT')
    throw new Error('The transaction had failed and nothing was written: an error of a query was caught. Use ctx.attempt().')
}

async function rollback(client: PoolClient, cause: unknown): Promise<Error | undefined> {
  if (isUnavailable(cause)) return cause as Error
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error as Error
  }
}

function translated(error: unknown): unknown {
  if (isUnavailable(error)) return unavailable(error)
  return databaseRefusal(error) ?? error
}

async function guardedByAvailability<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translated(error)
  }
}
