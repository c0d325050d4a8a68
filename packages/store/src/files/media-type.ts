import { fileTypeFromBuffer } from 'file-type'
import { extname } from 'node:path'

/** What is accepted where nothing else is said. */
export const COMMON_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/csv',
  'text/plain',
]

const OFFICE: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const TEXTS: Readonly<Record<string, string>> = { '.csv': 'text/csv', '.txt': 'text/plain' }

/**
 * The media type that the first bytes of a file speak of. The name decides only between kinds that look alike from within:
 * archives that offices write, and plain texts. Anything that a browser could run is never plain text.
 */
export async function mediaTypeOf(head: Uint8Array, name: string): Promise<string> {
  const ending = extname(name).toLowerCase()
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found?.mime === 'application/zip') return OFFICE[ending] ?? found.mime
  if (found) return found.mime
  const isText = !head.includes(0)
  return (isText ? TEXTS[ending] : undefined) ?? 'application/octet-stream'
}
