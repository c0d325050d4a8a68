import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type Sheet, XLSX } from './sheet.ts'
import { writeXlsx } from './write-xlsx.ts'

/** Sends a spreadsheet as it is being written. */
export function sendSheet(reply: FastifyReply, sheet: Sheet): FastifyReply {
  return reply
    .header('content-type', XLSX)
    .header('content-disposition', `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(sheet.fileName)}`)
    .header('cache-control', 'no-store')
    .send(Readable.from(writeXlsx(sheet), { objectMode: false }))
}
