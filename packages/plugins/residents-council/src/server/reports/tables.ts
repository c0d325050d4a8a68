import type { AppraisalSnapshot } from '@linli/core/appraisal'
import type { ReportRow, Values } from '@linli/kit'
import type { annualTable, halfYearTable } from '../../reports/index.ts'
import { appraisals, councils } from '../../resources/index.ts'
import { linesOf } from '../appraisal/appraisals.ts'
import type { Ctx } from '../context.ts'

/** 半年评比表: what was published, from the frozen snapshot. */
export function queryHalfYear(ctx: Ctx, { period }: Values<typeof halfYearTable.params>): Promise<readonly ReportRow[]> {
  return published(ctx, 'contest', period)
}

/** 年度考评表. The appraisal is the street's; a community sees the lines of its own councils. */
export function queryAnnual(ctx: Ctx, { year }: Values<typeof annualTable.params>): Promise<readonly ReportRow[]> {
  return published(ctx, 'annual', year)
}

async function published(ctx: Ctx, kind: 'contest' | 'annual', period: string): Promise<readonly ReportRow[]> {
  const own = new Set<string>()
  for await (const council of ctx.rows(councils).each({})) own.add(council.id)
  const found = await ctx
    .elevated()
    .rows(appraisals)
    .list({ filter: { kind, period, status: ['published', 'final'] }, sort: ['createdAt', 'asc'], limit: 100, total: 'none' })
  const rows: ReportRow[] = []
  for (const { snapshot } of found.rows)
    for (const line of await linesOf(ctx, snapshot as AppraisalSnapshot, []))
      if (own.has(line.councilId))
        rows.push({
          place: line.place,
          council: line.council,
          ...Object.fromEntries(line.items.map(({ code, points }) => [code, points])),
          total: line.vetoed ? '一票否决' : line.total,
          grade: line.grade,
        })
  return rows
}
