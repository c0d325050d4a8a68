import type { Refusal } from '@linli/core/refusal'

/** The body of every answer that is no success: RFC 9457 with the reason code and both languages. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly errors: readonly Refusal[]
}

/** The problem that refusals make. */
export function problemOf(status: number, refusals: readonly [Refusal, ...Refusal[]]): Problem {
  const { code, zh, en } = refusals[0]
  return { type: `urn:linli:${code}`, title: zh, status, code, zh, en, errors: refusals }
}

/** The JSON Schema of {@link Problem}. */
export const PROBLEM_SCHEMA = {
  $id: 'Problem',
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'zh', 'en', 'errors'],
  properties: {
    type: { type: 'string', example: 'urn:linli:row.stale' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'The stable reason code.' },
    zh: { type: 'string' },
    en: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'zh', 'en'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          zh: { type: 'string' },
          en: { type: 'string' },
          data: { type: 'object', additionalProperties: true },
        },
      },
    },
  },
} as const
