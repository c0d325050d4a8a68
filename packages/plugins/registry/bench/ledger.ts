import { idCheckCharacter } from '@linli/core/identifier'
import ExcelJS from 'exceljs'

const HEADINGS = ['姓名', '性别', '身份证号', '电话', '住址', '户籍/常住', '与户主关系', '户主', '类别'] as const
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const FIRST = [...'建秀志桂国玉海春文丽永淑德美振凤']
const SECOND = [...'国兰强英庆梅涛华斌珍福玲顺云林芳']
const RELATIONS = ['户主', '妻', '子'] as const
/** Homes of one estate: 20 buildings of 2 entrances with 18 floors of 2. */
const HOMES = 1440

/** A residents' ledger of an office as an .xlsx: three to a home, a tag on every tenth, two of a hundred with a mistake. */
export async function ledger(rows: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('居民台账')
  sheet.addRow([...HEADINGS])
  for (let index = 0; index < rows; index += 1) sheet.addRow(line(index))
  return Buffer.from(await book.xlsx.writeBuffer())
}

function line(index: number): readonly string[] {
  const home = Math.floor(index / RELATIONS.length)
  const relation = RELATIONS[index % RELATIONS.length] ?? '子'
  const sex = relation === '妻' ? 1 : 0
  const born = relation === '子' ? 1965 + (home % 50) : 1935 + (home % 50)
  const birth = `${born}${two((index % 12) + 1)}${two((index % 28) + 1)}`
  // No number comes twice: each order of a day is given once in 500 homes, by which time the year is another.
  const order = (Math.floor(home / 50) * 2 + 1 - sex) % 1000
  const number = idNumber(birth, order)
  const inEstate = home % HOMES
  const address = `测速花园${Math.floor(home / HOMES) + 1}期${(inEstate % 20) + 1}号楼${(Math.floor(inEstate / 20) % 2) + 1}单元${(Math.floor(inEstate / 40) % 18) + 1}0${Math.floor(inEstate / 720) + 1}室`
  return [
    nameOf(index),
    sex === 1 ? '女' : '男',
    index % 50 === 49 ? `${number.slice(0, 17)}${number.endsWith('5') ? '6' : '5'}` : number,
    `154${String(20_000_000 + index)}`,
    address,
    index % 5 === 0 ? '常住' : '户籍',
    relation,
    nameOf(home * RELATIONS.length),
    index % 10 === 0 ? '残疾' : '',
  ]
}

/** Of nobody: the area 99 is assigned to no division. */
function idNumber(birth: string, order: number): string {
  const body = `990199${birth}${String(order).padStart(3, '0')}`
  return `${body}${idCheckCharacter(body)}`
}

function nameOf(n: number): string {
  const pick = (list: readonly string[], step: number): string => list[Math.floor(n / step) % list.length] ?? ''
  return `${pick(SURNAMES, 1)}${pick(FIRST, 20)}${pick(SECOND, 7)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
