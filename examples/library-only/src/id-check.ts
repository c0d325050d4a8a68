import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import { importIdNumber, maskIdNumber } from '@linli/core/identifier'
import { dayOf, type LocalDate } from '@linli/core/date'

// An identity-number checker for a workbook: which rows are wrong and why, which number stands twice. It shows masked numbers only.
// node src/id-check.ts people.xlsx

/** A row that somebody has to look at. */
export interface IdFault {
  readonly sheet: string
  readonly row: number
  /** Masked; empty where the cell does not look like a number. */
  readonly shown: string
  readonly why: string
}

export interface IdCheck {
  readonly checked: number
  readonly faults: readonly IdFault[]
}

const HEADING = /身份证|证件号/

/** Checks every sheet that has a column headed 身份证 or 证件号; old numbers with 15 digits are converted before they are compared. */
export async function checkWorkbook(file: string, today: LocalDate): Promise<IdCheck> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const faults: IdFault[] = []
  const seen = new Map<string, string>()
  let checked = 0
  workbook.eachSheet((sheet) => {
    const column = columnOf(sheet)
    if (column === undefined) return
    sheet.eachRow((row, number) => {
      if (number <= column.headingRow) return
      const cell = row.getCell(column.number)
      const text = cell.text.trim()
      if (text === '') return
      checked++
      const fault = (why: string): void => void faults.push({ sheet: sheet.name, row: number, shown: maskIdNumber(text), why })
      if (typeof cell.value === 'number' && text.length > 15) {
        fault('单元格是数字格式，末几位已经丢失；请改为文本格式后重新填写')
        return
      }
      const parsed = importIdNumber(text, { today })
      if (!parsed.ok) {
        fault(parsed.refusal.zh)
        return
      }
      const earlier = seen.get(parsed.value.digits)
      if (earlier === undefined) seen.set(parsed.value.digits, `${sheet.name} 第 ${number} 行`)
      else fault(`与${earlier}重复`)
    })
  })
  return { checked, faults }
}

function columnOf(sheet: ExcelJS.Worksheet): { readonly number: number; readonly headingRow: number } | undefined {
  for (let row = 1; row <= Math.min(sheet.rowCount, 5); row++) {
    for (let number = 1; number <= sheet.columnCount; number++) {
      if (HEADING.test(sheet.getCell(row, number).text)) return { number, headingRow: row }
    }
  }
  return undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file = ''] = process.argv.slice(2)
  const today = dayOf(new Date().toISOString())
  const answer = await checkWorkbook(file, today).catch(() => undefined)
  for (const { sheet, row, shown, why } of answer?.faults ?? []) console.log(`${sheet} 第 ${row} 行 ${shown}：${why}`)
  console.log(answer ? `共核对 ${answer.checked} 个号码，${answer.faults.length} 个有问题` : `打不开文件：${file}（只能是 .xlsx）`)
  process.exitCode = answer?.faults.length === 0 ? 0 : 1
}
