import type { Queryable } from '../connection/connect.ts'
import type { JobState } from './jobs.ts'
import type { Live } from './run-job.ts'

/** A job as it stands, by the newer of memory and table. */
export async function readJob(db: Queryable, streetId: string, id: string, live: Live | undefined): Promise<JobState | undefined> {
  const { rows } = await db.query(
    `select id, name, title, state, done, total, message, file, answer, actor_id as "actorId", created_at as "createdAt" from platform_jobs where street_id = $1 and id = $2`,
    [streetId, id],
  )
  const stored = rows[0] as JobState | undefined
  return stored && live && stored.state === 'running' ? { ...stored, ...live } : stored
}

/** What waits and runs, then what ended last; newest first. */
export async function recentJobs(
  db: Queryable,
  streetId: string,
  limit: number,
  lives: ReadonlyMap<string, Live>,
): Promise<readonly (JobState & { readonly actorName: string })[]> {
  const { rows } = await db.query(
    `select id, name, title, state, done, total, message, file, answer, actor_id as "actorId", actor_name as "actorName", created_at as "createdAt"
     from platform_jobs where street_id = $1 order by state in ('waiting', 'running') desc, id desc limit $2`,
    [streetId, limit],
  )
  return (rows as unknown as (JobState & { readonly actorName: string })[]).map((job) => {
    const live = job.state === 'running' ? lives.get(job.id) : undefined
    return live ? { ...job, ...live } : job
  })
}
