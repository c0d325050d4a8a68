import { reason, refuse } from '../refusals/index.ts'
import { isRowId } from '../row-id.ts'

/** Where a page ended: the sort value and the id of its last row. */
export interface Cursor {
  readonly value: string | number | boolean | null
  readonly id: string
}

/** The cursor as a client carries it. It names the sort it belongs to, so that it fits no other. */
export function writeCursor(sort: string, { value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')
}

export function readCursor(sort: string, text: string): Cursor {
  const bad = (): never => refuse(reason('cursor.bad'), 400)
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return bad()
  }
  if (!Array.isArray(parsed) || parsed.length !== 3 || parsed[0] !== sort || !isRowId(parsed[2])) return bad()
  const value: unknown = parsed[1]
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && !value.includes('\0')))
    return { value, id: parsed[2] }
  return bad()
}
