import type { Instant } from '@linli/core/date'
import { RefusedError } from '../context/refused-error.ts'
import type { Parts } from '../parts.ts'
import type { ClockJob } from './jobs.ts'
import { nextRun } from './next-run.ts'

/** Remembers how the last run of a module's job went. */
export async function noteRun(
  { connection }: Parts,
  streetId: string,
  { plugin, job }: { readonly plugin: string; readonly job: string },
  startedAt: Instant,
  error: unknown,
): Promise<void> {
  await connection.direct.query(
    `insert into platform_clock_runs (street_id, plugin, job, started_at, ended_at, error, succeeded_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (street_id, plugin, job) do update set started_at = excluded.started_at, ended_at = excluded.ended_at, error = excluded.error,
       succeeded_at = coalesce(excluded.succeeded_at, platform_clock_runs.succeeded_at)`,
    [
      streetId,
      plugin,
      job,
      startedAt,
      new Date().toISOString(),
      error === null ? null : reasonOf(error),
      error === null ? startedAt : null,
    ],
  )
}

/** The jobs by the clock of the modules that a street has switched on, with their last runs. */
export async function clockJobs(parts: Parts, streetId: string): Promise<readonly ClockJob[]> {
  const modules = await parts.modulesOf(streetId)
  const { rows } = await parts.connection.direct.query(
    `select plugin, job, started_at as "lastAt", error, succeeded_at as "succeededAt" from platform_clock_runs where street_id = $1`,
    [streetId],
  )
  const runs = new Map(rows.map((row) => [`${String(row.plugin)}.${String(row.job)}`, row as Partial<ClockJob>]))
  const now = new Date().toISOString()
  return [...parts.plugins.values()].flatMap(({ plugin, server }) => {
    if (!(modules.get(plugin.id)?.enabled ?? plugin.id === 'platform')) return []
    return Object.entries(server.jobs ?? {}).map(([job, { title, every }]): ClockJob => {
      const run = runs.get(`${plugin.id}.${job}`)
      return {
        plugin: plugin.id,
        job,
        title,
        every,
        lastAt: run?.lastAt ?? null,
        error: run?.error ?? null,
        succeededAt: run?.succeededAt ?? null,
        nextAt: nextRun(every, now) ?? null,
      }
    })
  })
}

/** Sentences of refusals with their codes, messages of faults: neither carries personal data. */
function reasonOf(error: unknown): string {
  if (error instanceof RefusedError)
    return error.refusals
      .map(({ zh, code }) => `${zh}（${code}）`)
      .join('；')
      .slice(0, 500)
  return (error instanceof Error ? error.message : String(error)).slice(0, 500)
}
