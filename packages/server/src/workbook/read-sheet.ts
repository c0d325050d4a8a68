import { open } from 'node:fs/promises'
import { refuse } from '../problem/index.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { reason } from './reasons.ts'
import type { ReadWorkbook } from './sheet-row.ts'

/** Reads a spreadsheet by what it is, not by what it is called. @throws RefusedError `sheet.*` */
export const readSheet: ReadWorkbook = async function* (path) {
  const head = await firstBytes(path)
  if (head.length === 0) refuse(400, reason('sheet.empty'))
  if (head.readUInt32BE(0) === 0xd0cf11e0) refuse(415, reason('sheet.old_format'))
  if (head.toString('latin1', 0, 2) === 'PK') return yield* readXlsx(path)
  const encoding = encodingOf(head)
  if (!encoding) return refuse(415, reason('sheet.not_a_sheet'))
  yield* readCsv(path, encoding)
}

const HEAD = 64 * 1024

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD), position: 0, length: HEAD })
    const head = buffer.subarray(0, bytesRead)
    return bytesRead > 0 && bytesRead < 4 ? Buffer.concat([head, Buffer.alloc(4 - bytesRead, 0x20)]) : head
  } finally {
    await file.close()
  }
}

function encodingOf(head: Buffer): 'utf-8' | 'gb18030' | undefined {
  // Text has no NUL and hardly any other control character; images, archives and programs do.
  if (head.includes(0)) return undefined
  const start = head.toString('latin1', 0, 200).trimStart().toLowerCase()
  if (start.startsWith('<') || start.startsWith('%pdf') || start.startsWith('{\\rtf')) return undefined
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      // The last character may be cut in half by the end of the piece.
      new TextDecoder(encoding, { fatal: true }).decode(head.subarray(0, lastBreak(head)))
      return encoding
    } catch {
      continue
    }
  }
  return undefined
}

function lastBreak(head: Buffer): number {
  if (head.length < HEAD) return head.length
  const at = head.lastIndexOf(0x0a)
  return at > 0 ? at : head.length - 4
}
