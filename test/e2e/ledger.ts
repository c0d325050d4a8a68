import ExcelJS from 'exceljs'
import { idCheckCharacter } from '../../packages/core/src/identifier/index.ts'

/** The headings as this office writes them, a few of them differently from the registry's own. */
const HEADINGS = [
  '序号',
  '姓名',
  '性别',
  '身份证号码',
  '出生年月日',
  '联系电话',
  '现住址',
  '户籍/常住',
  '与户主关系',
  '户主',
  '类别',
  '备注',
] as const

type Heading = (typeof HEADINGS)[number]
type Line = Readonly<Partial<Record<Heading, string | number>>>

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高', '林', '何', '郭', '马', '罗']
const GIVEN = [
  '建国',
  '秀兰',
  '志强',
  '桂英',
  '国庆',
  '玉兰',
  '海涛',
  '春梅',
  '文斌',
  '丽华',
  '永福',
  '淑珍',
  '德顺',
  '美玲',
  '振华',
  '凤英',
]

/** An identity number of nobody: its area 99 is assigned to no division. */
export function nobodysNumber(birth: string, order: number): string {
  const body = `990199${birth.replaceAll('-', '')}${String(order % 1000).padStart(3, '0')}`
  return `${body}${idCheckCharacter(body)}`
}

/** How a cell is spoiled, and a part of the reason that somebody must read then. */
interface Spoil {
  readonly reason: string
  readonly spoil: (line: Line) => Line
}

const SPOILS: readonly Spoil[] = [
  { reason: '请填写姓名', spoil: (line) => ({ ...line, 姓名: '' }) },
  { reason: '校验', spoil: (line) => ({ ...line, 身份证号码: wrongCheck(String(line['身份证号码'])) }) },
  { reason: '18 位', spoil: (line) => ({ ...line, 身份证号码: String(line['身份证号码']).slice(0, 16) }) },
  { reason: '电话', spoil: (line) => ({ ...line, 联系电话: '12345' }) },
  { reason: '性别与身份证号不符', spoil: (line) => ({ ...line, 性别: line['性别'] === '男' ? '女' : '男' }) },
  { reason: '没有身份证号时请填写出生日期', spoil: (line) => ({ ...line, 身份证号码: '' }) },
  { reason: '看不出楼栋', spoil: (line) => ({ ...line, 现住址: '朝阳花园' }) },
  { reason: '与户主关系认不出来', spoil: (line) => ({ ...line, 与户主关系: '房客的朋友' }) },
  { reason: '请填户籍、常住、流动或人户分离', spoil: (line) => ({ ...line, '户籍/常住': '不清楚了' }) },
  { reason: '请填写住址', spoil: (line) => ({ ...line, 现住址: '' }) },
]

function wrongCheck(number: string): string {
  return `${number.slice(0, 17)}${number.endsWith('5') ? '6' : '5'}`
}

/** A ledger with what a test must know of it. */
export interface Ledger {
  readonly file: Buffer
  readonly total: number
  readonly bad: number
  /** The sheet's row number of the first row spoiled in each way, with what its reason must contain. */
  readonly faults: readonly { readonly row: number; readonly reason: string }[]
}

/** The rows above the first person: the title, who reports, the headings. */
const ABOVE = 3

/**
 * A residents' ledger as an office keeps it: title lines over the headings, one line a person, `bad` of them spoiled in ten ways.
 * `first` lines stand before the made ones.
 */
export async function residentsLedger(total: number, bad: number, first: readonly Line[] = []): Promise<Ledger> {
  const lines: Line[] = [...first]
  const spoiledAt = new Set(
    Array.from({ length: bad }, (_, index) => first.length + 20 + Math.floor((index * (total - first.length - 30)) / bad)),
  )
  const faults: { row: number; reason: string }[] = []
  let count = 0
  for (let index = first.length; index < total; index += 1) {
    const line = person(index)
    const spoil = spoiledAt.has(index) ? SPOILS[count++ % SPOILS.length] : undefined
    if (spoil && count <= SPOILS.length) faults.push({ row: index + 1 + ABOVE, reason: spoil.reason })
    lines.push(spoil ? spoil.spoil(line) : line)
  }
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('居民台账')
  sheet.addRow(['前程社区居民信息台账'])
  sheet.mergeCells(1, 1, 1, HEADINGS.length)
  sheet.addRow(['填报单位：前程社区居委会　　填报日期：2026 年 11 月'])
  sheet.addRow([...HEADINGS])
  for (const [index, line] of lines.entries())
    sheet.addRow(HEADINGS.map((heading) => (heading === '序号' ? index + 1 : (line[heading] ?? ''))))
  return { file: Buffer.from(await book.xlsx.writeBuffer()), total, bad, faults }
}

/** Two to a home: husband and wife of one family name on the first, of another on the second. */
function person(index: number): Line {
  const home = Math.floor(index / 2)
  const isHead = index % 2 === 0
  const nameOf = (n: number): string =>
    `${SURNAMES[(n * 7) % SURNAMES.length] ?? ''}${GIVEN[(n * 3 + Math.floor(n / 16)) % GIVEN.length] ?? ''}`
  const birth = `${1938 + ((home * 13 + (isHead ? 0 : 2)) % 62)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`
  return {
    姓名: nameOf(index),
    性别: isHead ? '男' : '女',
    身份证号码: nobodysNumber(birth, (index % 499) * 2 + (isHead ? 1 : 0)),
    联系电话: `154${String(20_000_000 + index)}`,
    现住址: `朝阳花园${(home % 20) + 1}号楼${(Math.floor(home / 20) % 3) + 1}单元${(Math.floor(home / 60) % 18) + 1}0${1 + (home % 2)}室`,
    '户籍/常住': index % 5 === 0 ? '常住' : '户籍',
    与户主关系: isHead ? '户主' : '妻',
    户主: nameOf(isHead ? index : index - 1),
    类别: index % 97 === 0 ? '残疾' : '',
  }
}

/** The cells of the first sheet of a workbook, by another program than ours. */
export async function cellsOf(file: Buffer): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file as unknown as ArrayBuffer)
  const rows: unknown[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  return rows
}
