import type { OpenApi } from './operations.ts'

type Schema = Readonly<Record<string, unknown>>

interface OperationObject {
  readonly operationId?: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>
}

/**
 * What a module promises by HTTP, a line for each endpoint and a line for each value: short enough to be read in a review.
 * Titles and examples are left out; they may change without anybody's code noticing.
 */
export function outlineOf(document: OpenApi, pluginId: string): string {
  const endpoints = Object.entries(document.paths)
    .filter(([path]) => path.startsWith(`/api/${pluginId}/`))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => endpoint(method, path, operation)))
  const rows = Object.entries(document.components?.schemas ?? {})
    .filter(([name]) => name.startsWith(`${pluginId}.`))
    .map(([name, schema]) => `${name}\n${members(schema as Schema).join('\n')}`)
  return `${[...endpoints, ...rows].join('\n\n')}\n`
}

function endpoint(
  method: string,
  path: string,
  { operationId, security, parameters = [], requestBody, responses = {} }: OperationObject,
): string {
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const [bodyType, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? []
  const [answerType, content] = Object.entries(answer?.content ?? {})[0] ?? []
  return [
    `${method.toUpperCase()} ${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    `  ${operationId ?? ''}${security?.length === 0 ? ' (public)' : ''}`,
    ...(body?.schema ? (bodyType === 'application/json' ? members(body.schema) : [`  body ${bodyType ?? ''}`]) : []),
    `  → ${status ?? ''} ${answerType === undefined ? 'nothing' : answerType === 'application/json' ? typeOf(content?.schema) : answerType}`,
  ].join('\n')
}

function members(schema: Schema): string[] {
  const required = new Set(schema.required as readonly string[] | undefined)
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Schema>>)
  return properties.map(([name, one]) => `  ${name}${required.has(name) ? '' : '?'}: ${typeOf(one)}`)
}

function typeOf(schema: Schema | undefined): string {
  if (!schema) return 'any'
  const { $ref, type, enum: values, items, properties, format } = schema
  if (typeof $ref === 'string') return $ref.replace('#/components/schemas/', '')
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ')
  const types = (Array.isArray(type) ? type : [type ?? 'any']) as readonly string[]
  return types
    .map((one) => {
      if (one === 'array') return `(${typeOf(items as Schema | undefined)})[]`
      if (one !== 'object' || !properties) return typeof format === 'string' && one === 'string' ? format : one
      return `{ ${members(schema)
        .map((line) => line.trim())
        .join(', ')} }`
    })
    .join(' | ')
}
