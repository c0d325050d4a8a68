import { RefusedError } from '../context/refused-error.ts'
import type { Parts } from '../parts.ts'
import type { JobHandler, RunningJob } from './jobs.ts'

export interface Definition {
  readonly title: string
  readonly run: JobHandler
}

/** The progress of a job that runs in this process, newer than what the table says. */
export interface Live {
  done: number
  total: number | null
  message: string | null
}

const WRITE_EVERY = 500

interface Claimed {
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly actorId: string
  readonly actorName: string
}

/** Runs a queued job to its end, whichever that is. Whether it was there to be run. */
export async function runJob(
  parts: Parts,
  definitions: ReadonlyMap<string, Definition>,
  lives: Map<string, Live>,
  signal: AbortSignal,
  { streetId, id }: { readonly streetId: string; readonly id: string },
): Promise<boolean> {
  const { direct } = parts.connection
  const street = parts.options.streets.find(({ code }) => code === streetId)
  const { rows } = await direct.query<{ name: string; payload: Readonly<Record<string, unknown>>; actorId: string; actorName: string }>(
    `update platform_jobs set state = 'running', updated_at = $3 where street_id = $1 and id = $2 and state in ('waiting', 'running')
     returning name, payload, actor_id as "actorId", actor_name as "actorName"`,
    [streetId, id, new Date().toISOString()],
  )
  const claimed: Claimed | undefined = rows[0]
  const definition = claimed && definitions.get(claimed.name)
  if (!claimed || !street || !definition) return false

  const live: Live = { done: 0, total: null, message: null }
  let file: string | null = null
  let answer: unknown = null
  let lastWrite = 0
  let writing = Promise.resolve()
  lives.set(id, live)
  const job: RunningJob = {
    id,
    name: claimed.name,
    street,
    actorId: claimed.actorId,
    actorName: claimed.actorName,
    payload: claimed.payload,
    signal,
    // Never waited for: the caller may hold the only connection of the embedded database.
    progress: (done, total, message) => {
      Object.assign(live, { done, total, message: message ?? live.message })
      if (Date.now() - lastWrite >= WRITE_EVERY) {
        lastWrite = Date.now()
        writing = writing.then(() => save(parts, streetId, id, live)).catch(() => undefined)
      }
      return Promise.resolve()
    },
    result: (result) => {
      live.message = result.message ?? live.message
      file = result.file ?? file
      answer = result.answer ?? answer
    },
  }
  let state = 'done'
  try {
    await definition.run(job)
  } catch (error) {
    state = 'failed'
    live.message = sentenceOf(error)
    parts.options.log?.('error', 'A job failed.', { job: claimed.name, id, reason: error instanceof Error ? error.message : String(error) })
  }
  await writing
  await direct.query(
    `update platform_jobs set state = $3, done = $4, total = $5, message = $6, file = $7, updated_at = $8, answer = $9 where street_id = $1 and id = $2`,
    [
      streetId,
      id,
      state,
      live.done,
      live.total,
      live.message,
      file,
      new Date().toISOString(),
      answer === null ? null : JSON.stringify(answer),
    ],
  )
  lives.delete(id)
  return true
}

async function save(parts: Parts, streetId: string, id: string, { done, total, message }: Live): Promise<void> {
  await parts.connection.direct.query(
    `update platform_jobs set done = $3, total = $4, message = $5, updated_at = $6 where street_id = $1 and id = $2 and state = 'running'`,
    [streetId, id, done, total, message, new Date().toISOString()],
  )
}

function sentenceOf(error: unknown): string {
  if (error instanceof RefusedError) return error.refusals.map(({ zh }) => zh).join('；')
  return '出错了，没有办完。请再试一次；如果仍不行，请联系管理员。'
}
