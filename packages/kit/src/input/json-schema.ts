import type { Fields, FieldSpec } from '../field/index.ts'

/** A JSON Schema (2020-12) of the subset that OpenAPI 3.1 documents here need. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** The JSON Schema of one value of a field as it is read (`read`) or given (`write`). */
export function fieldJsonSchema(field: FieldSpec, direction: 'read' | 'write'): JsonSchema {
  const base = { title: field.title, ...(field.help ? { description: field.help } : {}) }
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'address':
      return { ...base, type: 'string', maxLength: direction === 'write' ? field.max : undefined, example: field.title }
    case 'choice':
      return { ...base, type: 'string', enum: Object.keys(field.options ?? {}) }
    case 'tags':
      return { ...base, type: 'array', items: { type: 'string', enum: Object.keys(field.options ?? {}) } }
    case 'ref':
      return { ...base, type: 'string', format: 'uuid' }
    case 'boolean':
      return { ...base, type: 'boolean' }
    case 'date':
      return { ...base, type: 'string', format: 'date', example: '2026-11-22' }
    case 'dateTime':
      return { ...base, type: 'string', format: 'date-time', example: '2026-11-22T04:00:00.000Z' }
    case 'money':
      return { ...base, type: 'integer', description: '单位：分 (fen)', minimum: field.min, maximum: field.max }
    case 'integer':
      return { ...base, type: 'integer', minimum: field.min, maximum: field.max }
    case 'fraction':
      return {
        ...base,
        type: 'integer',
        description: `分母 ${field.denominator ?? 100} 的分子 (numerator)`,
        minimum: field.min,
        maximum: field.max,
      }
    case 'phone':
      return { ...base, type: 'string', example: direction === 'read' ? '138****1234' : '13812341234' }
    case 'idNumber':
      return { ...base, type: 'string', example: direction === 'read' ? '411402********1234' : '11010519491231002X' }
    case 'creditCode':
      return { ...base, type: 'string', example: '91350100M000100Y43' }
    case 'file':
      return { ...base, type: 'string', pattern: '^[0-9a-f]{64}$' }
    case 'geoPoint':
      return { ...base, type: 'object', properties: { lat: { type: 'number' }, lng: { type: 'number' } }, required: ['lat', 'lng'] }
    case 'json':
      return { ...base }
  }
}

/** The JSON Schema of an object with these fields. What may be missing may also be `null`. */
export function fieldsJsonSchema(fields: Fields, direction: 'read' | 'write', mode: 'create' | 'patch' = 'create'): JsonSchema {
  const shown = Object.entries(fields).filter(([, field]) => direction === 'read' || !field.readOnly)
  const properties = Object.fromEntries(
    shown.map(([key, field]) => {
      const schema = fieldJsonSchema(field, direction)
      return [key, direction === 'write' && mode === 'create' && field.required ? schema : nullable(schema)]
    }),
  )
  const required =
    direction === 'write' && mode === 'create'
      ? shown.filter(([, field]) => field.required && field.default === undefined).map(([key]) => key)
      : []
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false }
}

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema.type !== 'string') return schema
  const options = Array.isArray(schema.enum) ? { enum: [...(schema.enum as unknown[]), null] } : {}
  return { ...schema, type: [schema.type, 'null'], ...options }
}
