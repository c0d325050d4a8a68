import type { Actor } from '@linli/core/access'
import { dayOf } from '@linli/core/date'
import { type AnyReport, percentText, type ReportCell, type ReportColumn, type Street } from '@linli/kit'
import type { Cell, Sheet } from '../sheets/index.ts'
import { shownMoment, shownValue } from '../sheets/index.ts'
import { type Counted, totalsOf } from './run-report.ts'

/** A report as a spreadsheet with the official header and a line of totals. */
export function reportSheet(
  street: Street,
  actor: Actor,
  report: AnyReport,
  params: Readonly<Record<string, unknown>>,
  counted: Counted,
): Sheet {
  const now = new Date().toISOString()
  const { rows } = counted
  const columns = Object.entries(counted.columns)
  const given = Object.entries(report.params).flatMap(([name, field]) => {
    const value = params[name]
    return value === null || value === undefined ? [] : [`${field.title}：${String(shownValue(field, value) ?? '')}`]
  })
  const totals = totalsOf(counted)
  return {
    fileName: `${report.title}-${dayOf(now)}.xlsx`,
    official: street.officialName,
    title: report.title,
    notes: [
      [`统计时间：${shownMoment(now)}`, `导出人：${actor.name}`, `共 ${rows.length} 行`, ...given].join('　　'),
      `口径：${report.definition}`,
    ],
    headings: columns.map(([, column]) => column.title),
    rows: lines(),
  }

  function* lines(): Generator<readonly Cell[]> {
    for (const row of rows) yield columns.map(([name, column]) => cell(column, row[name] ?? null))
    if (Object.keys(totals).length > 0)
      yield columns.map(([name, column], index) => (name in totals ? cell(column, totals[name] ?? 0) : index === 0 ? '合计' : null))
  }
}

function cell(column: ReportColumn, value: ReportCell): Cell {
  if (value === null) return null
  if (column.kind === 'money' && typeof value === 'number') return value / 100
  if (column.kind === 'percent' && typeof value === 'number') return percentText(value)
  if (column.kind === 'dateTime' && typeof value === 'string') return shownMoment(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? (column.options?.[value] ?? value) : value
}
