import type { AnyReport, Drill, ReportColumn, ReportLines, ReportRow } from '@linli/kit'
import type { AnyPluginServer, Context, RunAs, Store } from '@linli/store'
import { parseBody, parseJsonObject } from '../http/index.ts'

/** What a report shows at most; who needs more exports it. */
const MOST_SHOWN = 2000

export interface ReportAnswer {
  readonly name: string
  readonly title: string
  readonly definition: string
  readonly asOf: string
  readonly columns: readonly Readonly<Record<string, unknown>>[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly totals: Readonly<Record<string, number>>
  readonly truncated: boolean
}

type Found = readonly ReportRow[] | ReportLines
type Query = (ctx: Context, params: unknown) => Promise<Found> | Found

/** The rows of a report with all of its columns, those that came with the data after the defined ones. */
export interface Counted {
  readonly rows: readonly ReportRow[]
  readonly columns: Readonly<Record<string, ReportColumn>>
}

/** The parameters of a report from the address, validated. @throws RefusedError 400 */
export function parseParams(report: AnyReport, query: unknown): Readonly<Record<string, unknown>> {
  return parseBody(report.params, parseJsonObject(query, 'params'))
}

/** All rows of a report. */
export async function queryReport(
  store: Store,
  as: RunAs,
  server: AnyPluginServer,
  report: AnyReport,
  params: Readonly<Record<string, unknown>>,
): Promise<Counted> {
  const found = await store.read(as, async (ctx) => (server.reports[report.name] as Query)(ctx, params))
  return 'further' in found
    ? { rows: found.rows, columns: { ...report.columns, ...found.further } }
    : { rows: found, columns: report.columns }
}

/** A report as its page shows it: rows with the way from each figure to what was counted, and totals over all of them. */
export function answerReport(
  report: AnyReport,
  params: Readonly<Record<string, unknown>>,
  { rows, columns }: Counted,
  asOf: string,
): ReportAnswer {
  const drilled = Object.entries(columns).filter(([, column]) => column.drill)
  return {
    name: report.name,
    title: report.title,
    definition: report.definition,
    asOf,
    columns: Object.entries(columns).map(([name, column]) => ({ name, ...column })),
    rows: rows.slice(0, MOST_SHOWN).map((row) => {
      const drills: [string, Drill][] = drilled.flatMap(([column]) => {
        const drill = report.drill?.({ row, column, params: params as never })
        return drill ? [[column, drill] as [string, Drill]] : []
      })
      return drills.length > 0 ? { ...row, drills: Object.fromEntries(drills) } : row
    }),
    totals: totalsOf({ rows, columns }),
    truncated: rows.length > MOST_SHOWN,
  }
}

/** The sums of the columns that are summed. */
export function totalsOf({ rows, columns }: Counted): Readonly<Record<string, number>> {
  const summed = Object.entries(columns).filter(([, column]) => column.total)
  return Object.fromEntries(
    summed.map(([name]) => [name, rows.reduce((sum, row) => sum + (typeof row[name] === 'number' ? row[name] : 0), 0)]),
  )
}
