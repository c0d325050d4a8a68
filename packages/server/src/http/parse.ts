import type { Fields, Values } from '@linli/kit'
import { parseInput } from '@linli/kit'
import { reason, refuse } from '../problem/index.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A body by its fields, with the sentences of every form. @throws RefusedError 400 */
export function parseBody<F extends Fields>(fields: F, body: unknown): Values<F> {
  const parsed = parseInput(fields, body ?? {})
  if (parsed.ok) return parsed.value
  const [first, ...rest] = parsed.faults
  return refuse(400, first ?? reason('http.bad'), ...rest)
}

/** The id of a row from the address; what is none names no row. @throws RefusedError 404 */
export function parseId(params: unknown, name = 'id'): string {
  const value = (params as Readonly<Record<string, string>>)[name] ?? ''
  if (!UUID.test(value)) refuse(404, reason('http.gone'))
  return value.toLowerCase()
}

/** A query parameter that is written as JSON. @throws RefusedError 400 `query.json` */
export function parseJson(query: unknown, name: string): unknown {
  const text = (query as Readonly<Record<string, unknown>>)[name]
  if (text === undefined || text === '') return undefined
  if (typeof text !== 'string') return refuse(400, reason('query.json', { name }, name))
  try {
    return JSON.parse(text)
  } catch {
    return refuse(400, reason('query.json', { name }, name))
  }
}

/** An object written as JSON. @throws RefusedError 400 */
export function parseJsonObject(query: unknown, name: string): Readonly<Record<string, unknown>> {
  const value = parseJson(query, name) ?? {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(400, reason('query.json', { name }, name))
  return value as Readonly<Record<string, unknown>>
}

/** `range=[0,24]`, both ends included. @throws RefusedError 400 */
export function parseRange(query: unknown, fallback: number, most = 1000): { readonly offset: number; readonly limit: number } {
  const value = parseJson(query, 'range')
  if (value === undefined) return { offset: 0, limit: fallback }
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : []
  const isRange = Number.isSafeInteger(from) && Number.isSafeInteger(to) && (from as number) >= 0 && (to as number) >= (from as number)
  const limit = (to as number) - (from as number) + 1
  if (!isRange || limit > most || (from as number) > 2_000_000_000) return refuse(400, reason('query.range', { max: most }, 'range'))
  return { offset: from as number, limit }
}

/** A body that is an object. @throws RefusedError 400 */
export function objectBody(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(400, reason('http.body'))
  return body as Readonly<Record<string, unknown>>
}
