import { DefinitionError } from '../definition-error.ts'
import type { FieldKind, Fields, Values } from '../field/index.ts'

/** A column of a report. */
export interface ReportColumn {
  readonly title: string
  /** `percent` is a number of hundredths, 25 for a quarter; it is shown with one decimal at most. */
  readonly kind: Extract<FieldKind, 'text' | 'integer' | 'money' | 'date' | 'dateTime' | 'boolean'> | 'percent'
  /** Summed in the last line. */
  readonly total?: boolean
  /** Clicking the figure opens exactly its rows. */
  readonly drill?: boolean
  /** Options of a coded text: value → label. */
  readonly options?: Readonly<Record<string, string>>
}

/** A list of a resource with a filter: what a figure was counted from. */
export interface Drill {
  readonly resource: string
  readonly filter: Readonly<Record<string, unknown>>
}

export interface ReportChart {
  readonly type: 'bar' | 'line' | 'pie'
  readonly x: string
  readonly y: readonly string[]
}

export type ReportCell = string | number | boolean | null
export type ReportRow = Readonly<Record<string, ReportCell>>

/** What a report found where some columns are only known with the data: a column for each question of a form. */
export interface ReportLines {
  readonly rows: readonly ReportRow[]
  /** Columns after the defined ones, in their order. */
  readonly further: Readonly<Record<string, ReportColumn>>
}

export interface ReportDefinition<Name extends string, P extends Fields, Column extends string> {
  /** `<plugin>.<noun>`; also its permission. */
  readonly name: Name
  readonly title: string
  /** `ledger` (台账): one line a record. `summary` (汇总): one line a group. */
  readonly form: 'ledger' | 'summary'
  /** What is counted, over what, for which period: shown under the title. */
  readonly definition: string
  readonly params: P
  readonly columns: Readonly<Record<Column, ReportColumn>>
  readonly chart?: ReportChart
  /** Who uses it and why it must be kept: what burden it is (a ledger without a consumer should not exist). */
  readonly consumer: string
  /** The rows behind a figure. Pure. The contract suite holds that their number equals a drilled count. */
  drill?(cell: { readonly row: ReportRow; readonly column: Column; readonly params: Values<P> }): Drill | undefined
}

/** What is counted or listed for somebody above. Made by {@link defineReport}; its query stands in the module's `./server`. */
export interface Report<Name extends string = string, P extends Fields = Fields, Column extends string = string> extends ReportDefinition<
  Name,
  P,
  Column
> {
  readonly kind: 'report'
}

export type AnyReport = Report<string, Fields, string>

/**
 * Declares a report or ledger. Page, filters, drill-down, chart, spreadsheet with the official header and print follow from it.
 */
export function defineReport<const Name extends `${string}.${string}`, const P extends Fields, const Column extends string>(
  definition: ReportDefinition<Name, P, Column>,
): Report<Name, P, Column> {
  const columns = Object.keys(definition.columns)
  for (const used of definition.chart ? [definition.chart.x, ...definition.chart.y] : []) {
    if (!columns.includes(used))
      throw new DefinitionError(
        'report.unknown_column',
        `${definition.name}: the chart names "${used}", which is no column. Known: ${columns.join(', ')}.`,
      )
  }
  const drilled = columns.some((column) => definition.columns[column as Column].drill)
  if (drilled && !definition.drill)
    throw new DefinitionError(
      'report.no_drill',
      `${definition.name}: a column is marked drill, so drill() must say which rows stand behind it.`,
    )
  return { ...definition, kind: 'report' }
}
