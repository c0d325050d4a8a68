import { isDeepStrictEqual } from 'node:util'
import { type AnyResource, STANDARD_COLUMNS } from '@linli/kit'
import { reason, refuse } from '../problem/index.ts'

const MOVABLE: ReadonlySet<string> = new Set(['communityId', 'gridId'])

/**
 * What a form really changes, when it sends a whole row back: what stands there unchanged (also a mask, and a `null` where the value is above the
 * clearance) is no change. The framework's own columns cannot be changed.
 *
 * @throws RefusedError 400 `row.framework_column`
 */
export function changesOf(
  resource: AnyResource,
  row: Readonly<Record<string, unknown>>,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const changes: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name === 'version') continue
    if (Object.hasOwn(row, name) && isDeepStrictEqual(row[name], value)) continue
    if (STANDARD_COLUMNS.has(name) && !MOVABLE.has(name) && !Object.hasOwn(resource.fields, name))
      refuse(400, reason('row.framework_column', { field: name }, name))
    Object.defineProperty(changes, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return changes
}

/** The version that a writer saw: in the body, or in `If-Match`. @throws RefusedError 400 */
export function versionOf(body: Readonly<Record<string, unknown>>, ifMatch: string | undefined): number | undefined {
  const fromHeader = /^(?:W\/)?"(\d{1,10})"$/.exec(ifMatch ?? '')?.[1]
  const version = body.version ?? (fromHeader === undefined ? undefined : Number(fromHeader))
  if (version === undefined || version === null) return undefined
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0)
    return refuse(400, reason('query.json', { name: 'version' }, 'version'))
  return version
}

/** The reason that a writer gave. @throws RefusedError 400 */
export function reasonOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const { reason: given } = body
  if (given === undefined || given === null || given === '') return undefined
  if (typeof given !== 'string' || given.length > 500 || /\p{Cc}/u.test(given.replaceAll(/[\n\r\t]/g, '')))
    return refuse(400, reason('query.json', { name: 'reason' }, 'reason'))
  return given.trim()
}
