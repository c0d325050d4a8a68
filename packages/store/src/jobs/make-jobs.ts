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
import { clockJobs, noteRun } from './clock-runs.ts'
import { readJob, recentJobs } from './read-job.ts'
import type { JobHandler, Jobs } from './jobs.ts'
import { runJob, type Definition, type Live } from './run-job.ts'

const QUEUE = 'jobs'
const CLOCK = 'clock'
const CLOCK_JOB = 'platform.clock'
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

  definitions.set(CLOCK_JOB, {
    title: '定时任务',
    run: async ({ street, payload }) => runOn(parts, street, { plugin: String(payload.plugin), job: String(payload.job) }),
  })
  const run = (ticket: Ticket): Promise<boolean> => runJob(parts, definitions, live, stopping.signal, ticket)

  const jobs: Jobs = {
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
      const { db } = session
      const body = JSON.stringify(payload)
      if (options.joins) {
        const known = await sameJob(db, { streetId: street.code, name, actorId: actor.id, body })
        if (known !== undefined) return known
      }
      const id = newRowId()
      await db.query(
        `insert into platform_jobs (street_id, id, name, title, payload, actor_id, actor_name, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
        [street.code, id, name, options.title ?? definition.title, body, actor.id, actor.name, session.now],
      )
      await boss?.send(
        QUEUE,
        { streetId: street.code, id },
        { singletonKey: id, db: { executeSql: (text, values) => db.query(text, values) } },
      )
      return id
    },
    find: async (streetId, id) => (isRowId(id) ? readJob(direct, streetId, id, live.get(id)) : undefined),
    forget: async (ctx, before) => {
      const { db, as } = sessionOf(ctx)
      const { rows } = await db.query(
        `delete from platform_jobs where street_id = $1 and state in ('done', 'failed') and updated_at < $2 returning id`,
        [as.street.code, before],
      )
      return rows.length
    },
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
    recent: (streetId, limit) => recentJobs(direct, streetId, limit, live),
    clocks: (streetId) => clockJobs(parts, streetId),
    runSoon: async (ctx, plugin, job) => {
      const known = ctx.has(plugin) ? parts.plugins.get(plugin)?.server.jobs?.[job] : undefined
      return known && jobs.enqueue(CLOCK_JOB, { plugin, job }, ctx, { title: known.title, joins: true })
    },
  }
  return jobs
}

/** The same job that waits or runs; whoever asks at the same moment is waited for. */
async function sameJob(
  db: Queryable,
  { streetId, name, actorId, body }: { readonly streetId: string; readonly name: string; readonly actorId: string; readonly body: string },
): Promise<string | undefined> {
  await db.query('select pg_advisory_xact_lock(hashtext($1))', [`join ${streetId} ${name} ${actorId}`])
  const { rows } = await db.query(
    `select id from platform_jobs where street_id = $1 and name = $2 and actor_id = $3 and payload = $4::jsonb and state in ('waiting', 'running') limit 1`,
    [streetId, name, actorId, body],
  )
  return rows[0]?.id as string | undefined
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

/** Runs a module's job on a street, and notes how it went. */
async function runOn(parts: Parts, street: Street, what: Tick): Promise<void> {
  const { plugin, job } = what
  const handler = parts.plugins.get(plugin)?.server.jobs?.[job]
  const isOn = (await parts.modulesOf(street.code)).get(plugin)?.enabled ?? plugin === 'platform'
  if (!handler || !isOn) return
  const startedAt = new Date().toISOString()
  try {
    await runWork(parts, { actor: systemActor(street.code), street, pluginId: plugin }, async (ctx) => {
      // Whoever else runs the same job on the same street is waited for.
      await sessionOf(ctx).db.query('select pg_advisory_xact_lock(hashtext($1))', [`job ${street.code} ${plugin}.${job}`])
      await handler.run(ctx)
    })
    await noteRun(parts, street.code, what, startedAt, null)
  } catch (error) {
    await noteRun(parts, street.code, what, startedAt, error).catch(() => undefined)
    throw error
  }
}
