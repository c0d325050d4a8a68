import type { TestStreet } from '../street/index.ts'
import { PLACES } from '../street/index.ts'
import { sql } from 'kysely'

interface Trace {
  readonly verb: string
  readonly actorId: string
}

/** What the audit remembers of a row, oldest first. */
export async function auditOf(t: TestStreet, resource: string, subjectId: string): Promise<readonly Trace[]> {
  const { rows } = await sql<Trace>`
    select verb, actor_id as "actorId" from platform_audit
    where street_id = ${PLACES.street} and resource = ${resource} and subject_id = ${subjectId} order by no`.execute(t.store.db)
  return rows
}

export interface Told {
  readonly name: string
  readonly data: unknown
}

/** Every event that was ever told on the test street, oldest first. */
export async function eventsOf(t: TestStreet): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`select name, data from platform_outbox where street_id = ${PLACES.street} order by id`.execute(
    t.store.db,
  )
  return rows
}

/** How much there is of everything that a write leaves behind. */
export async function traceCounts(t: TestStreet): Promise<{ readonly audit: number; readonly events: number }> {
  const { rows } = await sql<{ audit: number; events: number }>`
    select (select count(*)::int from platform_audit) as audit, (select count(*)::int from platform_outbox) as events`.execute(t.store.db)
  return rows[0] ?? { audit: 0, events: 0 }
}
