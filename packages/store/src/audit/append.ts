import type { QueryConfig } from 'pg'
import type { Cipher } from '../cipher/index.ts'
import type { PendingAudit, Session } from '../context/session.ts'
import { newRowId } from '../row-id.ts'
import { entryText, type EntryFacts } from './entry-text.ts'

/** The statement that leaves a session's events and audit entries behind; `undefined` when there are none. */
export function appendSql(session: Session): QueryConfig | undefined {
  const { events, audits, parts, as, now } = session
  if (events.length === 0 && audits.length === 0) return undefined
  // Also for a module that is off: what it missed waits for it.
  const deliveries = events.flatMap((event) =>
    (parts.consumers.get(event.name) ?? [])
      .filter((consumer) => session.modules.has(consumer) || consumer === 'platform')
      .map((consumer) => ({ event_id: event.id, consumer, next_at: now })),
  )
  if (audits.length > 0) session.inserted.set('platform_audit', audits.length)
  if (events.length > 0) session.inserted.set('platform_outbox', events.length)
  if (deliveries.length > 0) session.inserted.set('platform_deliveries', deliveries.length)
  return {
    name: 'linli_append',
    text: 'select platform_append($1, $2::jsonb, $3::jsonb, $4::jsonb)',
    values: [
      as.street.code,
      events.length > 0
        ? JSON.stringify(
            events.map((event) => ({
              id: event.id,
              name: event.name,
              at: event.at,
              community_id: event.communityId,
              actor_id: event.actorId,
              subject_resource: event.subject.resource,
              subject_id: event.subject.id,
              data: event.data ?? {},
              causation_id: event.causationId,
            })),
          )
        : null,
      deliveries.length > 0 ? JSON.stringify(deliveries) : null,
      audits.length > 0 ? JSON.stringify(audits.map((audit) => sealed(session, audit))) : null,
    ],
  }
}

/** The statement that leaves one entry behind, for work outside of any context. */
export function entrySql(cipher: Cipher, streetId: string, facts: EntryFacts): QueryConfig {
  const entry = { ...facts, digest: cipher.digest(entryText(streetId, facts)) }
  return { text: 'select platform_append($1, null, null, $2::jsonb)', values: [streetId, JSON.stringify([entry])] }
}

function sealed({ as, now, parts }: Session, audit: PendingAudit): Record<string, unknown> {
  const facts: EntryFacts = {
    ...audit,
    id: newRowId(),
    at: now,
    actorId: as.actor.id,
    actorName: as.actor.name,
    origin: as.from ?? null,
  }
  return { ...facts, digest: parts.cipher.digest(entryText(as.street.code, facts)) }
}
