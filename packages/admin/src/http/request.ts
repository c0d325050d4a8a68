import { chosenPlace } from '../place/place-choice.ts'
import { offlineProblem, problemOf } from './problem.ts'
import { tellSessionLost } from './session-lost.ts'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as a form with files, instead of `body`. */
  readonly form?: FormData
  /** Parameters; objects and lists become JSON, `undefined` and `null` are left out. */
  readonly query?: Readonly<Record<string, unknown>>
  readonly signal?: AbortSignal
}

export interface Answer<T> {
  readonly data: T
  readonly headers: Headers
}

/** What the server counts, draws or waits for at the chosen place alone; lists say the place in their filter. */
const PLACED = /^\/platform\/(figures|inbox)$|^\/[^/]+\/(reports|actions)\//

/** The address of something of the server, with its parameters and, where it looks at places, the chosen one. */
export function addressOf(path: string, query: RequestOptions['query'] = {}): string {
  const placed = PLACED.test(path) ? { place: chosenPlace(), ...query } : query
  const given = Object.entries(placed).filter(([, value]) => value !== undefined && value !== null)
  const text = given.map(
    ([key, value]) => `${key}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))}`,
  )
  return `/api${path}${text.length > 0 ? `?${text.join('&')}` : ''}`
}

/**
 * Asks the server. The one place of the app that does.
 *
 * @throws ProblemError with the sentence for the person. A lost session is also told to the sign-in.
 */
export async function ask<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const { method = 'GET', body, form, query, signal } = options
  const response = await send(addressOf(path, query), {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? (form ? { body: form } : {}) : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const data = await readJson(response)
  if (!response.ok) {
    if (response.status === 401) tellSessionLost(path)
    throw problemOf(response.status, data)
  }
  return { data: data as T, headers: response.headers }
}

/** As {@link ask}, where only the body is of interest. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return (await ask<T>(path, options)).data
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw offlineProblem()
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
