import { constants, createDeflateRaw, crc32 } from 'node:zlib'
import { pipeline, Readable } from 'node:stream'
import type { Cell, Sheet } from './sheet.ts'

/**
 * Writes a workbook (ECMA-376) as a stream: only one batch of rows is ever in memory, and nothing is written faster than it is taken.
 * Text is always written as text, so that a value that begins with `=`, `+`, `-` or `@` is never a formula.
 */
export async function* writeXlsx(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const zip = new ZipStream()
  for (const [name, content] of Object.entries(PARTS)) yield* zip.file(name, [content])
  yield* zip.file('xl/worksheets/sheet1.xml', sheetXml(sheet))
  yield zip.end()
}

const BATCH = 200

async function* sheetXml({ official, title, notes, headings, rows }: Sheet): AsyncGenerator<string> {
  const width = Math.max(headings.length, 1)
  const last = columnLetters(width - 1)
  const banner = [official, title, ...notes]
  yield `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${banner.length + 1}" topLeftCell="A${banner.length + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${width}" width="18" customWidth="1"/></cols><sheetData>`
  let no = 0
  for (const [index, text] of banner.entries()) {
    no += 1
    yield `<row r="${no}">${cellXml(`A${no}`, text, index === 0 ? STYLE.official : index === 1 ? STYLE.title : STYLE.note)}</row>`
  }
  no += 1
  yield rowXml(no, headings, STYLE.heading)
  let batch = ''
  let held = 0
  for await (const row of rows) {
    no += 1
    batch += rowXml(no, row, STYLE.plain)
    held += 1
    if (held === BATCH) {
      yield batch
      batch = ''
      held = 0
    }
  }
  yield batch
  const merges = width > 1 ? banner.map((_, index) => `<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`) : []
  yield `</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : ''}</worksheet>`
}

const STYLE = { plain: 0, official: 1, title: 2, note: 3, heading: 4 } as const

function rowXml(no: number, cells: readonly Cell[], style: number): string {
  return `<row r="${no}">${cells.map((cell, index) => cellXml(`${columnLetters(index)}${no}`, cell, style)).join('')}</row>`
}

function cellXml(at: string, value: Cell, style: number): string {
  if (value === null || value === '') return ''
  const s = style === 0 ? '' : ` s="${style}"`
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}"${s}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}"${s} t="b"><v>${value ? 1 : 0}</v></c>`
  return `<c r="${at}"${s} t="inlineStr"><is><t xml:space="preserve">${escape(String(value).slice(0, 32_767))}</t></is></c>`
}

/** `A`, …, `Z`, `AA`, … for 0, … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML 1.0 has no way to write most control characters, nor half a surrogate pair; they are left out. */
function escape(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
      // oxlint-disable-next-line no-control-regex -- these are exactly the characters that XML cannot carry
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  )
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="14"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf><xf numFmtId="0" fontId="3" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1"/></cellXfs></styleSheet>`,
}

interface Entry {
  readonly name: Buffer
  readonly offset: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** A ZIP archive (APPNOTE 6.3) written front to back: sizes follow the data, because nobody knows them before. */
class ZipStream {
  readonly #entries: Entry[] = []
  #offset = 0

  async *file(path: string, content: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
    const name = Buffer.from(path, 'utf8')
    const offset = this.#offset
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(FLAGS, 6)
    header.writeUInt16LE(DEFLATE, 8)
    header.writeUInt16LE(DOS_DATE, 12)
    header.writeUInt16LE(name.length, 26)
    yield this.#count(Buffer.concat([header, name]))

    let crc = 0
    let size = 0
    let packed = 0
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const text of content) {
        if (text === '') continue
        const bytes = Buffer.from(text, 'utf8')
        crc = crc32(bytes, crc)
        size += bytes.length
        yield bytes
      }
    }
    // An error of the rows destroys the stream, and so ends the iteration below with it.
    const deflate = pipeline(Readable.from(counted()), createDeflateRaw({ level: constants.Z_BEST_SPEED }), () => undefined)
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      packed += chunk.length
      yield this.#count(chunk)
    }
    const trailer = Buffer.alloc(16)
    trailer.writeUInt32LE(0x08074b50, 0)
    trailer.writeUInt32LE(crc, 4)
    trailer.writeUInt32LE(packed, 8)
    trailer.writeUInt32LE(size, 12)
    yield this.#count(trailer)
    this.#entries.push({ name, offset, crc, packed, size })
  }

  end(): Uint8Array {
    const directory = Buffer.concat(this.#entries.map(directoryEntry))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(directory.length, 12)
    end.writeUInt32LE(this.#offset, 16)
    return Buffer.concat([directory, end])
  }

  #count(bytes: Buffer): Buffer {
    this.#offset += bytes.length
    return bytes
  }
}

const DEFLATE = 8
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808
/** 1980-01-01: the same content makes the same file. */
const DOS_DATE = 0x21

function directoryEntry({ name, offset, crc, packed, size }: Entry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(DEFLATE, 10)
  header.writeUInt16LE(DOS_DATE, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}
