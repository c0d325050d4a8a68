import { dayOf, instantAt, type Instant } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import { type Kysely, sql } from 'kysely'
import { reason } from '../problem/index.ts'

const ATTEMPTS = 5
const LOCK_MINUTES = 15

/** Who has failed how often, by the name that was typed, so that an unknown name behaves like a known one. */
export interface LockOut {
  /** Counts an attempt before it is made, so that many at once are counted too. The refusal where the name is locked. */
  begin(streetId: string, username: string, now: Instant): Promise<Refusal | undefined>
  /** The attempt failed; the refusal once it was the last one allowed. */
  failed(streetId: string, username: string, now: Instant): Promise<{ readonly until: Instant; readonly refusal: Refusal } | undefined>
  /** The attempt was no guess (the password was right): it is not counted. */
  uncount(streetId: string, username: string): Promise<void>
  clear(db: Kysely<unknown>, streetId: string, username: string): Promise<void>
}

/** Five wrong attempts lock a name for fifteen minutes; fifteen minutes without an attempt forget them. */
export function createLockOut(db: Kysely<unknown>): LockOut {
  const key = (username: string): string => username.normalize('NFKC').toLowerCase().slice(0, 120)
  return {
    async begin(streetId, username, now) {
      const { rows } = await sql<{ failures: number; lockedUntil: string | null }>`
        insert into platform_sign_in_attempts (street_id, username, failures, at) values (${streetId}, ${key(username)}, 1, ${now})
        on conflict (street_id, username) do update set
          failures = case
            when platform_sign_in_attempts.at < ${now}::timestamptz - make_interval(mins => ${LOCK_MINUTES}) then 1
            else least(platform_sign_in_attempts.failures + 1, 1000) end,
          locked_until = case when platform_sign_in_attempts.locked_until <= ${now}::timestamptz then null else platform_sign_in_attempts.locked_until end,
          at = case when platform_sign_in_attempts.locked_until > ${now}::timestamptz then platform_sign_in_attempts.at else ${now}::timestamptz end
        returning failures, locked_until`.execute(db)
      const row = rows[0]
      if (row?.lockedUntil) return locked(row.lockedUntil)
      if (row && row.failures > ATTEMPTS) return locked(await lock(streetId, username, now))
      return undefined
    },

    async failed(streetId, username, now) {
      const { rows } = await sql<{ failures: number }>`
        select failures from platform_sign_in_attempts where street_id = ${streetId} and username = ${key(username)}`.execute(db)
      if ((rows[0]?.failures ?? 0) < ATTEMPTS) return undefined
      const until = await lock(streetId, username, now)
      return { until, refusal: locked(until) }
    },

    async uncount(streetId, username) {
      await sql`update platform_sign_in_attempts set failures = greatest(failures - 1, 0)
        where street_id = ${streetId} and username = ${key(username)}`.execute(db)
    },

    async clear(executor, streetId, username) {
      await sql`delete from platform_sign_in_attempts where street_id = ${streetId} and username = ${key(username)}`.execute(executor)
    },
  }

  async function lock(streetId: string, username: string, now: Instant): Promise<Instant> {
    const until = new Date(Date.parse(now) + LOCK_MINUTES * 60_000).toISOString()
    await sql`update platform_sign_in_attempts set locked_until = ${until}, failures = 0
      where street_id = ${streetId} and username = ${key(username)}`.execute(db)
    return until
  }
}

function locked(until: Instant): Refusal {
  const minutes = Math.floor((Date.parse(until) - Date.parse(instantAt(dayOf(until)))) / 60_000)
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return reason('auth.locked', { until: clock })
}
