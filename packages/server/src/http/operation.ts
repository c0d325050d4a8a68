import type { JsonSchema } from '@linli/kit'

/** How an endpoint is told in the document; nothing is published without these. */
export interface Operation {
  readonly id: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly public?: boolean
  readonly params?: JsonSchema
  readonly query?: Readonly<Record<string, JsonSchema>>
  readonly body?: JsonSchema
  /** A body that is a file. */
  readonly upload?: boolean
  /** What is answered on success. @default 200 with any JSON */
  readonly status?: 200 | 201 | 202 | 204
  readonly answer?: JsonSchema
  /** Media type of an answer that is no JSON. */
  readonly stream?: string
  readonly headers?: Readonly<Record<string, JsonSchema>>
}

const FAILURES = { '4xx': '请求有误、无权或被规则拒绝 / refused', '5xx': '系统故障 / a fault of ours' } as const

/** The route schema of an operation: the document, and the compiled serializer of its answer. */
export function operation(described: Operation): Record<string, unknown> {
  const { id, summary, description, tag, params, query, body, upload, status = 200, answer, stream, headers } = described
  return {
    operationId: id,
    summary,
    description: description ?? summary,
    tags: [tag],
    security: described.public ? [] : [{ session: [] }],
    ...(params ? { params } : {}),
    ...(query ? { querystring: { type: 'object', properties: query } } : {}),
    ...(upload ? { consumes: ['multipart/form-data'], body: FILE_BODY } : body ? { body } : {}),
    response: {
      [status]: success(status, { answer, stream, headers }),
      ...Object.fromEntries(
        Object.entries(FAILURES).map(([code, text]) => [
          code,
          { description: text, content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } } },
        ]),
      ),
    },
  }
}

const FILE_BODY: JsonSchema = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary', description: '文件 / the file' } },
}

function success(status: number, { answer, stream, headers }: Pick<Operation, 'answer' | 'stream' | 'headers'>): Record<string, unknown> {
  const common = { description: status === 201 ? '已新增 / created' : '成功 / success', ...(headers ? { headers } : {}) }
  if (status === 204) return { ...common, type: 'null' }
  if (stream) return { ...common, content: { [stream]: { schema: { type: 'string', format: 'binary' } } } }
  return { ...common, content: { 'application/json': { schema: answer ?? {} } } }
}

/** The path parameter of a row. */
export const ID_PARAMS: JsonSchema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', format: 'uuid', description: '记录编号 / id of the row', example: '01931b6e-7a00-7000-8000-000000000001' },
  },
}
