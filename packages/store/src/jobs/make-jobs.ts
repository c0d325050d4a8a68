import type { Street } from '@linli/kit'
import { PgBoss } from 'pg-boss'
import { RefusedError } from '../context/refused-error.ts'
import { runWork } from '../context/run-work.ts'
import { sessionOf } from '../context/session.ts'
import { mustWrite } from '../context/sight.ts'
import type { Queryable } from '../connection/connect.ts'
import type { Parts } from '../parts.ts'
import { isRowId, newRowId } from '../row-id.ts'
import { systemActor } from '../system-actor.ts'
import { readJob } from './read-job.ts'
import type { JobHandler, Jobs } from './jobs.ts'
import { runJob, type Definition, type Live } from './run-job.ts'

const QUEUE = 'jobs'
const CLOCK = 'clock'
const HEARTBEAT_SECONDS = 30
const LONGEST_SECONDS = 6 * 3600
const STOP_MILLISECONDS = 10_000

interface Ticket {
  readonly streetId: string
  readonly id: string
}
interface Tick {
  readonly plugin: string
  readonly job: string
}

export function makeJobs(parts: Parts): Jobs {
  const { direct, kind } = parts.connection
  const definitions = new Map<string, Definition>()
  const live = new Map<string, Live>()
  let stopping = new AbortController()
  let boss: PgBoss | undefined

  const run = (ticket: Ticket): Promise<boolean> => runJob(parts, definitions, live, stopping.signal, ticket)

  return {
    define: (name, title, handler: JobHandler) => {
      definitions.set(name, { title, run: handler })
    },
    start: async () => {
      if (boss) return
      stopping = new AbortController()
      const made = new PgBoss({
        db: { executeSql: (text, values) => direct.query(text, values as unknown[]) },
        schema: 'linli_jobs',
        backend: kind === 'embedded' ? 'pglite' : 'postgres',
        // Rebuilding an index takes a connection of its own for as long as it lasts.
        reindex: kind !== 'embedded',
      })
      made.on('error', (error) => parts.options.log?.('warn', 'The job queue reported an error.', { reason: error.message }))
      await made.start()
      await made.createQueue(QUEUE, { retryLimit: 3, expireInSeconds: LONGEST_SECONDS, heartbeatSeconds: HEARTBEAT_SECONDS })
      await made.createQueue(CLOCK, {
        policy: 'singleton',
        retryLimit: 1,
        expireInSeconds: LONGEST_SECONDS,
        heartbeatSeconds: HEARTBEAT_SECONDS,
      })
      await setClocks(made, parts)
      await made.work<Ticket>(QUEUE, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
        if (job) await run(job.data)
      })
      await made.work<Tick>(CLOCK, { pollingIntervalSeconds: 5 }, async ([job]) => {
        if (job) await tick(parts, job.data)
      })
      boss = made
      for (const ticket of await waiting(direct)) await made.send(QUEUE, ticket, { singletonKey: ticket.id })
    },
    stop: async () => {
      stopping.abort()
      await boss?.stop({ graceful: true, timeout: STOP_MILLISECONDS, close: false })
      boss = undefined
    },
    enqueue: async (name, payload, ctx, options = {}) => {
      const definition = definitions.get(name)
      if (!definition) throw new Error(`There is no job "${name}": define it before it is queued.`)
      const session = sessionOf(ctx)
      mustWrite(session, `enqueue ${name}`)
      const { actor, street } = session.as
      const id = newRowId()
      const { db } = session
      await db.query(
        `insert into platform_jobs (street_id, id, name, title, payload, actor_id, actor_name, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [street.code, id, name, options.title ?? definition.title, JSON.stringify(payload), actor.id, actor.name, session.now],
      )
      await boss?.send(
        QUEUE,
        { streetId: street.code, id },
        { singletonKey: id, db: { executeSql: (text, values) => db.query(text, values) } },
      )
      return id
    },
    find: async (streetId, id) => (isRowId(id) ? readJob(direct, streetId, id, live.get(id)) : undefined),
    drain: async () => {
      let count = 0
      for (const ticket of await waiting(direct)) if (await run(ticket)) count += 1
      return count
    },
    runNow: (streetId, pluginId, job) => {
      const street = parts.options.streets.find(({ code }) => code === streetId)
      if (!street || !parts.plugins.get(pluginId)?.server.jobs?.[job])
        throw new Error(`There is no job "${job}" of "${pluginId}" on ${streetId}.`)
      return runOn(parts, street, { plugin: pluginId, job })
    },
  }
}

async function waiting(db: Queryable): Promise<readonly Ticket[]> {
  const { rows } = await db.query(`select street_id as "streetId", id from platform_jobs where state = 'waiting' order by id`)
  return rows as unknown as Ticket[]
}

/** Sets the clock for each module's jobs, and takes down what no module has any more. */
async function setClocks(boss: PgBoss, { plugins }: Parts): Promise<void> {
  const wanted = new Map<string, Tick & { readonly every: string }>(
    [...plugins.values()].flatMap(({ plugin, server }) =>
      Object.entries(server.jobs ?? {}).map(([job, { every }]) => [`${plugin.id}.${job}`, { plugin: plugin.id, job, every }] as const),
    ),
  )
  const set = await boss.getSchedules(CLOCK)
  for (const { key } of set) if (!wanted.has(key)) await boss.unschedule(CLOCK, key ?? '')
  for (const [key, { plugin, job, every }] of wanted) {
    if (set.some((schedule) => schedule.key === key && schedule.cron === every)) continue
    await boss.schedule(CLOCK, every, { plugin, job }, { tz: 'Asia/Shanghai', key, singletonKey: key, missed: 'once' })
  }
}

async function tick(parts: Parts, what: Tick): Promise<void> {
  for (const street of parts.options.streets) {
    try {
      await runOn(parts, street, what)
    } catch (error) {
      const reason = error instanceof RefusedError ? error.refusals.map(({ code }) => code).join(', ') : String(error)
      parts.options.log?.('error', 'A job failed.', { ...what, street: street.code, reason })
    }
  }
}

async function runOn(parts: Parts, street: Street, { plugin, job }: Tick): Promise<void> {
  const handler = parts.plugins.get(plugin)?.server.jobs?.[job]
  if (!handler) return
  await runWork(parts, { actor: systemActor(street.code), street, pluginId: plugin }, async (ctx) => {
    if (!ctx.has(plugin)) return
    // Whoever else runs the same job on the same street is waited for.
    await sessionOf(ctx).db.query('select pg_advisory_xact_lock(hashtext($1))', [`job ${street.code} ${plugin}.${job}`])
    await handler.run(ctx)
  })
}
