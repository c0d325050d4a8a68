import { refuse } from '../problem/index.ts'
import { reason } from './reasons.ts'
import { momentOfSerial } from './serial.ts'
import { LIMITS, type ReadCell, type SheetRow } from './sheet-row.ts'
import { attribute, elements, textOf, unescapeXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

/**
 * The rows of the first visible sheet of a workbook (ECMA-376), one after another: the sheet itself is never in memory, only the texts that its
 * cells share.
 *
 * @throws RefusedError `sheet.*`
 */
export async function* readXlsx(path: string): AsyncGenerator<SheetRow> {
  const zip = await openZip(path)
  try {
    const names = new Set(zip.names)
    if (zip.names.some((name) => /vbaProject\.bin$/i.test(name) || /macrosheets\//i.test(name))) refuse(415, reason('sheet.macros'))
    if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) refuse(415, reason('sheet.not_a_sheet'))
    const { sheet, is1904 } = await firstSheet(zip)
    if (!sheet || !names.has(sheet)) return refuse(415, reason('sheet.empty'))
    const shared = names.has('xl/sharedStrings.xml') ? await readShared(zip) : []
    const dates = names.has('xl/styles.xml') ? dateStyles(await whole(zip, 'xl/styles.xml')) : new Set<string>()
    let last = 0
    let count = 0
    for await (const { attributes, inner } of elements(zip.text(sheet), 'row')) {
      const no = Number(attribute(attributes, 'r') ?? last + 1)
      last = Number.isSafeInteger(no) && no > last ? no : last + 1
      count += 1
      if (count > LIMITS.rows) refuse(413, reason('sheet.too_many_rows', { max: LIMITS.rows }))
      const cells = cellsOf(inner, { shared, dates, is1904 })
      if (cells.length > 0) yield { no: last, cells }
    }
  } finally {
    await zip.close()
  }
}

async function firstSheet(zip: Zip): Promise<{ readonly sheet: string | undefined; readonly is1904: boolean }> {
  const workbook = await whole(zip, 'xl/workbook.xml')
  const relations = await whole(zip, 'xl/_rels/workbook.xml.rels')
  const targets = new Map<string, string>()
  for (const [, attributes = ''] of relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
    const target = attribute(attributes, 'Target') ?? ''
    targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
  }
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const visible = sheets.find((attributes) => !/\bstate\s*=\s*["'](?:hidden|veryHidden)["']/.test(attributes)) ?? sheets[0]
  const id = visible === undefined ? undefined : (attribute(visible, 'r:id') ?? attribute(visible, '\\w+:id'))
  const is1904 = /<(?:\w+:)?workbookPr\s[^>]*date1904\s*=\s*["'](?:1|true)["']/.test(workbook)
  return { sheet: id === undefined ? zip.names.find((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)) : targets.get(id), is1904 }
}

async function whole(zip: Zip, name: string): Promise<string> {
  let text = ''
  for await (const piece of zip.text(name)) {
    text += piece
    if (text.length > LIMITS.row) refuse(415, reason('sheet.bomb'))
  }
  return text
}

async function readShared(zip: Zip): Promise<readonly string[]> {
  const shared: string[] = []
  let bytes = 0
  for await (const { inner } of elements(zip.text('xl/sharedStrings.xml'), 'si')) {
    const text = textOf(inner)
    bytes += text.length * 2 + 16
    if (bytes > LIMITS.sharedText) refuse(413, reason('sheet.bomb'))
    shared.push(text)
  }
  return shared
}

const CELL = /<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/
const DAYS_1904 = 1462

interface Book {
  readonly shared: readonly string[]
  /** The styles that show a number as a day. */
  readonly dates: ReadonlySet<string>
  readonly is1904: boolean
}

function cellsOf(inner: string, book: Book): ReadCell[] {
  const cells: ReadCell[] = []
  let next = 0
  for (const [, attributes = '', content = ''] of inner.matchAll(CELL)) {
    const column = columnOf(attribute(attributes, 'r')) ?? next
    next = column + 1
    if (column >= LIMITS.columns) refuse(413, reason('sheet.too_many_columns', { max: LIMITS.columns }))
    const value = valueOf(attributes, content, book)
    if (value === null || value === '') continue
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }
  return cells
}

function valueOf(attributes: string, content: string, { shared, dates, is1904 }: Book): ReadCell {
  const type = attribute(attributes, 't')
  if (type === 'inlineStr') return textOf(content)
  const raw = VALUE.exec(content)?.[1]
  if (raw === undefined) return null
  switch (type) {
    case 's':
      return shared[Number(raw)] ?? null
    case 'b':
      return raw === '1'
    case 'e':
      return null
    case 'str':
    case 'd':
      return unescapeXml(raw)
    default: {
      const number = Number(raw)
      if (raw.trim() === '' || !Number.isFinite(number)) return null
      const style = attribute(attributes, 's')
      return style !== undefined && dates.has(style) ? (momentOfSerial(is1904 ? number + DAYS_1904 : number) ?? number) : number
    }
  }
}

/** The numbers of the cell styles that show a day: the built-in ones (ECMA-376 18.8.30 and its East Asian additions), and those with a year or day in them. */
function dateStyles(styles: string): Set<string> {
  const own = new Set<string>()
  for (const [, attributes = ''] of styles.matchAll(/<(?:\w+:)?numFmt\s([^>]*?)\/?>/g)) {
    const code = (attribute(attributes, 'formatCode') ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    if (/[yYdD年]/.test(code)) own.add(attribute(attributes, 'numFmtId') ?? '')
  }
  const formats = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles)?.[1] ?? ''
  const dates = new Set<string>()
  for (const [index, [, attributes = '']] of [...formats.matchAll(/<(?:\w+:)?xf\s([^>]*?)\/?>/g)].entries()) {
    const id = attribute(attributes, 'numFmtId') ?? ''
    const number = Number(id)
    const isBuiltIn = (number >= 14 && number <= 17) || number === 22 || (number >= 27 && number <= 36) || (number >= 50 && number <= 58)
    if (isBuiltIn || own.has(id)) dates.add(String(index))
  }
  return dates
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (!letters) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
