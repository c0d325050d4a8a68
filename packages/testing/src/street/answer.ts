import type { LightMyRequestResponse } from 'fastify'

/** What the server answered. */
export interface Answer<T = unknown> {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body, parsed where it is JSON, else its text. */
  readonly body: T
  /** The bytes, for spreadsheets and files. */
  readonly bytes: Buffer
  /** The body of a success. @throws Error that names the request and the refusal */
  ok(): T
  /** The reason code of a refusal: `row.stale`. */
  readonly code: string | undefined
}

export function answerOf<T>(request: string, response: LightMyRequestResponse): Answer<T> {
  const { statusCode: status, rawPayload: bytes } = response
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
  const isJson = /[/+]json\b/.test(headers['content-type'] ?? '')
  const body = (isJson && bytes.length > 0 ? response.json() : response.body) as T
  const code = status >= 400 && isJson ? (body as { readonly code?: string }).code : undefined
  return {
    status,
    headers,
    body,
    bytes,
    code,
    ok() {
      if (status < 400) return body
      throw new Error(
        `${request} was answered ${status}: ${isJson ? JSON.stringify((body as { errors?: unknown }).errors) : response.body}`,
      )
    },
  }
}
