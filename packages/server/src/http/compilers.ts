import fastJson from 'fast-json-stringify'
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'

interface Parsing {
  readonly safeParse: unknown
}

/** Whether a part of a route's schema is zod's. */
function isZodPart(schema: unknown): schema is Parsing {
  return typeof schema === 'object' && schema !== null && 'safeParse' in schema
}

/** Whether a module's own route describes itself with zod. */
export function isZod(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    ['body', 'querystring', 'params', 'headers'].some((part) => isZodPart((schema as Record<string, unknown>)[part]))
  )
}

/** Derived endpoints validate with the same function as the forms, for the same sentences; a module's own route may bring zod. */
export const compileValidator: FastifySchemaCompiler<unknown> = (route) =>
  isZodPart(route.schema) ? (validatorCompiler as FastifySchemaCompiler<unknown>)(route) : (value) => ({ value })

type Serialise = (value: unknown) => string
interface Given {
  readonly $ref?: string
  readonly items?: { readonly $ref?: string }
}

/**
 * Compiles the serializer of an answer when it is first sent, and that of a resource's rows once for all of its endpoints: compiling everything
 * at the start costs seconds, and most of it is never asked for.
 */
export function compileSerializer(schemas: ReadonlyMap<string, object>): FastifySerializerCompiler<unknown> {
  const rows = new Map<string, Serialise>()
  const row = (reference: string): Serialise => {
    const id = reference.replace(/#$/, '')
    let compiled = rows.get(id)
    if (!compiled) rows.set(id, (compiled = fastJson({ ...schemas.get(id), $id: undefined } as never)))
    return compiled
  }
  return ({ schema }) => {
    const { $ref, items } = schema as Given
    if (typeof $ref === 'string') return (value) => row($ref)(value)
    const each = items?.$ref
    if (typeof each === 'string') {
      return (value) => {
        const serialise = row(each)
        return `[${(value as readonly unknown[]).map((one) => serialise(one)).join(',')}]`
      }
    }
    let compiled: Serialise | undefined
    return (value) => (compiled ??= fastJson(schema as never))(value)
  }
}
