import type { Refusal } from '@linli/core/refusal'
import { RefusedError } from '@linli/store'
import { reason } from './reasons.ts'

interface Answered {
  readonly status: number
  readonly refusals: readonly [Refusal, ...Refusal[]]
}

/** What Fastify and its plugins throw for requests that they cannot read, by their code. */
const BY_CODE: Readonly<Record<string, (max: number) => Answered>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => one(415, reason('http.media_type')),
  FST_ERR_CTP_BODY_TOO_LARGE: (max) => one(413, reason('http.too_large', { max })),
  FST_ERR_CTP_INVALID_JSON_BODY: () => one(400, reason('http.body')),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => one(400, reason('http.body')),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => one(400, reason('http.bad')),
  FST_REQ_FILE_TOO_LARGE: (max) => one(413, reason('http.too_large', { max })),
  FST_FILES_LIMIT: (max) => one(413, reason('http.too_large', { max })),
  FST_PARTS_LIMIT: (max) => one(413, reason('http.too_large', { max })),
  FST_FIELDS_LIMIT: (max) => one(413, reason('http.too_large', { max })),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => one(415, reason('http.media_type')),
}

/** PostgreSQL's words for values that no column can hold: a value that slipped through is still the client's, not our fault. */
const VALUE_ERRORS: ReadonlySet<string> = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05', '22001', '22023'])
const AWAY = /^(08|57P|53)|^ECONN|^ENOTFOUND|^ETIMEDOUT|^EPIPE/

/** The status and the refusals that an error is answered with; `undefined` for a fault of ours. */
export function refusalsOf(error: unknown, maxMegabytes: number): Answered | undefined {
  if (error instanceof RefusedError) {
    const [first = reason('http.bad'), ...rest] = error.refusals
    return { status: error.status, refusals: [first, ...rest] }
  }
  if (typeof error !== 'object' || error === null) return undefined
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown }
  if (typeof code === 'string') {
    const known = BY_CODE[code]
    if (known) return known(maxMegabytes)
    if (VALUE_ERRORS.has(code)) return one(400, reason('http.bad'))
    if (AWAY.test(code)) return one(503, reason('server.away'))
  }
  if (isCutOff(error)) return one(400, reason('http.cut_off'))
  if (isAway(error)) return one(503, reason('server.away'))
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return one(statusCode, reason('http.bad'))
  return undefined
}

/** An upload that ended before its end, or was never one: the parser of multipart bodies gives these no code. */
function isCutOff(error: object): boolean {
  return error instanceof Error && /unexpected end of multipart data|^Multipart: Boundary not found/i.test(error.message)
}

function isAway(error: object): boolean {
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|connection is closed/.test(
      error.message,
    )
  )
}

function one(status: number, refusal: Refusal): Answered {
  return { status, refusals: [refusal] }
}
