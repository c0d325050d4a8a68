import type { EventEnvelope, Street } from '@linli/kit'
import { RefusedError } from '../context/refused-error.ts'
import { runWork } from '../context/run-work.ts'
import { sessionOf } from '../context/session.ts'
import { mustWrite } from '../context/sight.ts'
import type { Queryable } from '../connection/connect.ts'
import type { Parts } from '../parts.ts'
import { isRowId } from '../row-id.ts'
import { systemActor } from '../system-actor.ts'
import type { DeadLetter, Outbox } from './outbox.ts'

const ATTEMPTS = 8
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 3_600_000
/** How long an event of a process that died, or a retry, may lie before somebody looks. */
const LOOK_EVERY = 5_000
const BATCH = 50

interface Delivery {
  readonly streetId: string
  readonly eventId: string
  readonly consumer: string
}

interface StoredEvent extends EventEnvelope<Readonly<Record<string, string | null>>> {
  readonly attempts: number
}

/** The dispatcher, and what wakes it after a commit. */
export interface Dispatcher extends Outbox {
  wake(): void
}

export function makeOutbox(parts: Parts): Dispatcher {
  const { direct } = parts.connection
  const streets = new Map(parts.options.streets.map((street) => [street.code, street]))
  const consumers = [...parts.plugins.keys()]
  let timer: NodeJS.Timeout | undefined
  let running: Promise<number> | undefined
  let isWanted = false

  const due = async (): Promise<readonly Delivery[]> => {
    const { rows } = await direct.query<{ streetId: string; eventId: string; consumer: string }>(
      `select street_id as "streetId", event_id as "eventId", consumer from platform_deliveries
       where state = 'pending' and next_at <= $1 and street_id = any($2) and consumer = any($3) order by next_at, event_id limit ${BATCH}`,
      [new Date().toISOString(), [...streets.keys()], consumers],
    )
    return rows
  }
  const letters = async (streetId: string, which: string): Promise<readonly DeadLetter[]> => {
    const { rows } = await direct.query<DeadLetter & Record<string, unknown>>(
      `select d.street_id as "streetId", d.event_id as "eventId", o.name as event, d.consumer, d.attempts, coalesce(d.error, '') as error, o.at as since
       from platform_deliveries d join platform_outbox o on o.street_id = d.street_id and o.id = d.event_id
       where d.street_id = $1 and (${which}) order by d.event_id`,
      [streetId],
    )
    return rows
  }
  const deliverAll = async (): Promise<number> => {
    let count = 0
    for (let batch = await due(); batch.length > 0; batch = await due()) {
      let progress = 0
      for (const delivery of batch) {
        const street = streets.get(delivery.streetId)
        if (street && (await deliver(parts, street, delivery))) progress += 1
      }
      count += progress
      // What is left is in the hands of another process.
      if (progress === 0) break
    }
    return count
  }
  const pump = (): Promise<number> => {
    running ??= deliverAll().finally(() => {
      running = undefined
      if (isWanted && timer) {
        isWanted = false
        background()
      }
    })
    return running
  }
  const background = (): void => {
    pump().catch((error: unknown) => parts.options.log?.('warn', 'Events could not be delivered; they wait.', { reason: messageOf(error) }))
  }

  const wake = (): void => {
    if (!timer) return
    if (running) isWanted = true
    else background()
  }

  return {
    wake,
    start: () => {
      timer ??= setInterval(background, LOOK_EVERY).unref()
      background()
    },
    stop: async () => {
      clearInterval(timer)
      timer = undefined
      await running?.catch(() => undefined)
    },
    drain: async () => {
      await running
      return pump()
    },
    forget: async (ctx, before) => {
      const { db, as } = sessionOf(ctx)
      const { rows } = await db.query(
        `with ended as (
           select id from platform_outbox o where street_id = $1 and at < $2 and not exists (
             select 1 from platform_deliveries d where d.street_id = o.street_id and d.event_id = o.id and d.state in ('pending', 'dead'))
         ), told as (
           delete from platform_deliveries d using ended where d.street_id = $1 and d.event_id = ended.id
         )
         select id from ended`,
        [as.street.code, before],
      )
      const ids = rows.map(({ id }) => String(id))
      if (ids.length > 0) await db.query('delete from platform_outbox where street_id = $1 and id = any($2::uuid[])', [as.street.code, ids])
      return ids.length
    },
    deadLetters: (streetId) => letters(streetId, `d.state = 'dead'`),
    pending: (streetId) => letters(streetId, `d.state = 'dead' or (d.state = 'pending' and d.error is not null)`),
    retry: async (ctx, { eventId, consumer }) => {
      const session = sessionOf(ctx)
      mustWrite(session, 'retry an event')
      if (!isRowId(eventId)) return false
      const { rows } = await session.db.query(
        `update platform_deliveries d set state = 'pending', attempts = 0, next_at = $4 from platform_outbox o
         where d.street_id = $1 and d.event_id = $2 and d.consumer = $3 and d.state = 'dead' and o.street_id = d.street_id and o.id = d.event_id
         returning o.name, o.community_id as "communityId", d.error`,
        [ctx.street.code, eventId, consumer, new Date().toISOString()],
      )
      const [letter] = rows
      if (!letter) return false
      session.audits.push({
        verb: 'retry',
        resource: 'platform.events',
        subjectId: eventId,
        communityId: (letter.communityId as string | null) ?? null,
        gridId: null,
        before: { error: letter.error },
        after: { event: letter.name, consumer },
        reason: null,
      })
      session.afterCommit.push(wake)
      return true
    },
  }
}

/**
 * Hands an event to a consumer in one transaction with the mark that it was, so that its effect happens once. Whether it was ours to deliver.
 * For a module that is off it is laid aside (`skipped`); switching the module on takes it up again.
 */
async function deliver(parts: Parts, street: Street, { eventId, consumer }: Delivery): Promise<boolean> {
  const now = new Date().toISOString()
  const as = { actor: systemActor(street.code), street, pluginId: consumer, causationId: eventId, now }
  try {
    return await runWork(parts, as, async (ctx) => {
      const { db } = sessionOf(ctx)
      const event = await claim(db, street.code, eventId, consumer, now)
      if (!event) return false
      const handler = ctx.has(consumer) ? parts.plugins.get(consumer)?.server.on?.[event.name] : undefined
      await handler?.(ctx, event)
      await db.query(
        `update platform_deliveries set state = $4, attempts = attempts + 1, error = null where street_id = $1 and event_id = $2 and consumer = $3`,
        [street.code, eventId, consumer, handler ? 'done' : 'skipped'],
      )
      return true
    })
  } catch (error) {
    await postpone(parts, street.code, eventId, consumer, messageOf(error))
    return true
  }
}

async function claim(db: Queryable, streetId: string, eventId: string, consumer: string, now: string): Promise<StoredEvent | undefined> {
  const { rows } = await db.query(
    `select o.id, o.name, o.at, o.street_id as "streetId", o.community_id as "communityId", o.actor_id as "actorId",
       jsonb_build_object('resource', o.subject_resource, 'id', o.subject_id) as subject, o.data, o.causation_id as "causationId", d.attempts
     from platform_deliveries d join platform_outbox o on o.street_id = d.street_id and o.id = d.event_id
     where d.street_id = $1 and d.event_id = $2 and d.consumer = $3 and d.state = 'pending' and d.next_at <= $4
     for update of d skip locked`,
    [streetId, eventId, consumer, now],
  )
  return rows[0] as StoredEvent | undefined
}

async function postpone(parts: Parts, streetId: string, eventId: string, consumer: string, error: string): Promise<void> {
  const { rows } = await parts.connection.direct.query<{ attempts: number; state: string }>(
    `update platform_deliveries set attempts = attempts + 1, error = $4,
       state = case when attempts + 1 >= ${ATTEMPTS} then 'dead' else 'pending' end,
       next_at = $5::timestamptz + least(${LONGEST_PAUSE}, ${FIRST_PAUSE} * power(4, attempts)) * interval '1 millisecond'
     where street_id = $1 and event_id = $2 and consumer = $3 and state = 'pending' returning attempts, state`,
    [streetId, eventId, consumer, error.slice(0, 500), new Date().toISOString()],
  )
  const [entry] = rows
  parts.options.log?.(entry?.state === 'dead' ? 'error' : 'warn', 'An event was not taken.', {
    eventId,
    consumer,
    attempts: entry?.attempts,
    reason: error,
  })
}

/** Sentences of refusals with their codes, messages of faults: neither carries personal data. */
function messageOf(error: unknown): string {
  if (error instanceof RefusedError) return error.refusals.map(({ zh, code }) => `${zh}（${code}）`).join('；')
  return error instanceof Error ? error.message : String(error)
}
