import { type AnyResource, fieldJsonSchema, fieldsJsonSchema, type JsonSchema } from '@linli/kit'

/** The component name of a resource's rows. */
export function rowSchemaId(resource: AnyResource): string {
  return resource.name
}

/** The JSON Schema of a row: the document, and what the serializer is compiled from. Nothing outside of it is ever sent. */
export function rowSchema(resource: AnyResource): JsonSchema {
  const fields = Object.fromEntries(
    Object.entries(resource.fields).map(([name, field]) => [name, nullable(withoutLimits(fieldJsonSchema(field, 'read')))]),
  )
  const states = Object.keys(resource.workflow?.states ?? {})
  return {
    $id: rowSchemaId(resource),
    title: resource.title,
    type: 'object',
    required: ['id', 'version'],
    properties: {
      id: { type: 'string', description: '编号 / id' },
      communityId: { type: ['string', 'null'], description: '社区代码 / 12-digit community code' },
      gridId: { type: ['string', 'null'], description: '网格代码 / 15-digit grid code' },
      version: { type: 'integer', description: '版本 / counts the changes' },
      createdAt: { type: 'string', description: 'ISO 8601, UTC' },
      createdBy: { type: 'string' },
      updatedAt: { type: 'string', description: 'ISO 8601, UTC' },
      updatedBy: { type: 'string' },
      ...(resource.workflow
        ? {
            status: { type: 'string', enum: states },
            statusSince: { type: 'string' },
            dueAt: { type: ['string', 'null'] },
            dueProvisional: { type: 'boolean' },
          }
        : {}),
      ...fields,
    },
    additionalProperties: false,
  }
}

const PLACE = {
  communityId: { type: ['string', 'null'], description: '社区代码 / 12-digit community code' },
  gridId: { type: ['string', 'null'], description: '网格代码 / 15-digit grid code' },
}

/** What may be given to create a row. */
export function createSchema(resource: AnyResource): JsonSchema {
  const schema = fieldsJsonSchema(resource.fields, 'write', 'create') as { readonly properties: Record<string, JsonSchema> }
  return { ...schema, properties: { ...schema.properties, ...PLACE } }
}

/** What may be given to change a row; the framework's columns may be sent back as they were. */
export function updateSchema(resource: AnyResource): JsonSchema {
  const schema = fieldsJsonSchema(resource.fields, 'write', 'patch') as { readonly properties: Record<string, JsonSchema> }
  return {
    ...schema,
    properties: { ...schema.properties, ...PLACE, version: { type: 'integer', description: '看到的版本 / the version that you saw' } },
    additionalProperties: true,
  }
}

/** What a serializer must not trip over: a value is sent as it is kept, even where the definition has become stricter since. */
function withoutLimits(schema: JsonSchema): JsonSchema {
  const { format: _format, minimum: _minimum, maximum: _maximum, pattern: _pattern, maxLength: _maxLength, ...rest } = schema
  return rest
}

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema.type !== 'string') return schema
  return { ...schema, type: [schema.type, 'null'], ...(Array.isArray(schema.enum) ? { enum: [...(schema.enum as unknown[]), null] } : {}) }
}
