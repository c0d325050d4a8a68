import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type Cell, type Sheet, XLSX } from './sheet.ts'
import { writeXlsx } from './write-xlsx.ts'

/** Sends a spreadsheet as it is being written. The first row is asked for before anything is sent, so that a refusal is still an answer. */
export async function sendSheet(reply: FastifyReply, sheet: Sheet): Promise<FastifyReply> {
  const rows = await begun(sheet.rows)
  return reply
    .header('content-type', XLSX)
    .header('content-disposition', `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(sheet.fileName)}`)
    .header('cache-control', 'no-store')
    .send(Readable.from(writeXlsx({ ...sheet, rows }), { objectMode: false }))
}

async function begun(rows: Sheet['rows']): Promise<AsyncIterable<readonly Cell[]>> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const first = await iterator.next()
  return (async function* () {
    for (let next = first; !next.done; next = await iterator.next()) yield next.value
  })()
}
