import type { FastifySchemaCompiler } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'

interface Parsing {
  readonly safeParse: unknown
}

/** Whether a part of a route's schema is zod's. */
export function isZodPart(schema: unknown): schema is Parsing {
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
