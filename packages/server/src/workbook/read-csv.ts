import { createReadStream } from 'node:fs'
import { refuse } from '../problem/index.ts'
import { reason } from './reasons.ts'
import { LIMITS, type SheetRow } from './sheet-row.ts'

/** The rows of a CSV file (RFC 4180), in UTF-8 or in the encoding that Chinese spreadsheet programs write (GB 18030). */
export async function* readCsv(path: string, encoding: 'utf-8' | 'gb18030'): AsyncGenerator<SheetRow> {
  const decoder = new TextDecoder(encoding)
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let afterQuote = false
  let separator: string | undefined
  let no = 0

  const endCell = (): void => {
    cells.push(cell)
    cell = ''
    afterQuote = false
    if (cells.length > LIMITS.columns) refuse(413, reason('sheet.too_many_columns', { max: LIMITS.columns }))
  }
  const endRow = (): SheetRow | undefined => {
    endCell()
    no += 1
    if (no > LIMITS.rows) refuse(413, reason('sheet.too_many_rows', { max: LIMITS.rows }))
    const row = { no, cells: cells.map((text) => (text === '' ? null : text)) }
    cells = []
    return row.cells.some((value) => value !== null) ? row : undefined
  }

  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    separator ??= text.split('\n', 1)[0]?.includes('\t') && !text.split('\n', 1)[0]?.includes(',') ? '\t' : ','
    for (const character of text) {
      if (isQuoted) {
        if (character === '"') {
          isQuoted = false
          afterQuote = true
        } else cell += character
      } else if (character === '"' && (cell === '' || afterQuote)) {
        if (afterQuote) cell += '"'
        isQuoted = true
      } else if (character === separator) endCell()
      else if (character === '\n') {
        const row = endRow()
        if (row) yield row
      } else if (character !== '\r' && character !== '\ufeff') cell += character
      if (cell.length > LIMITS.row) refuse(415, reason('sheet.bomb'))
    }
  }
  const row = endRow()
  if (row) yield row
}
