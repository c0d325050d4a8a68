import type { Queryable } from '../connection/connect.ts'
import type { JobState } from './jobs.ts'
import type { Live } from './run-job.ts'

/** A job as it stands, by the newer of memory and table. */
export async function readJob(db: Queryable, streetId: string, id: string, live: Live | undefined): Promise<JobState | undefined> {
  const { rows } = await db.query(
    `select id, name, title, state, done, total, message, file, actor_id as "actorId", created_at as "createdAt" from platform_jobs where street_id = $1 and id = $2`,
    [streetId, id],
  )
  const stored = rows[0] as JobState | undefined
  return stored && live && stored.state === 'running' ? { ...stored, ...live } : stored
}
