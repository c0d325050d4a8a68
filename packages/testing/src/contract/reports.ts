import type { AnyPlugin } from '@linli/kit'
import { expect, it } from 'vitest'
import type { TestClient } from '../street/index.ts'
import { reportPath } from '../street/index.ts'
import { type Contract, EAST } from './contract.ts'

interface ReportAnswer {
  readonly rows: readonly (Readonly<Record<string, unknown>> & {
    readonly drills?: Readonly<Record<string, { readonly resource: string; readonly filter: Readonly<Record<string, unknown>> }>>
  })[]
  readonly totals: unknown
}

/** Reports count what their reader may see, and what they count can be opened. */
export function reportTests(contract: () => Contract, plugin: AnyPlugin): void {
  if (plugin.reports.length === 0) return

  it('tells another community and another street nothing of these rows', async () => {
    const { there, abroad, sampler } = contract()
    const told = async (reader: TestClient): Promise<unknown> => {
      const answers: unknown[] = []
      for (const report of plugin.reports) {
        const { rows, totals } = (await reader.report<ReportAnswer>(report, await sampler.input(report.name, report.params))).ok()
        answers.push({ report: report.name, rows, totals })
      }
      return answers
    }
    const before = { there: await told(there), abroad: await told(abroad) }
    for (const resource of plugin.resources) await sampler.row(resource, EAST)
    expect({ there: await told(there), abroad: await told(abroad) }).toEqual(before)
  })

  for (const report of plugin.reports) {
    it(`answers ${report.name}, on screen and as a spreadsheet, and opens what it counted`, async () => {
      const { chief, sampler } = contract()
      const params = await sampler.input(report.name, report.params)
      const { rows } = (await chief.report<ReportAnswer>(report, params)).ok()
      for (const row of rows) {
        for (const [column, drill] of Object.entries(row.drills ?? {})) {
          if (report.columns[column]?.kind !== 'integer' || row[column] === null) continue
          const list = await chief.list(drill.resource, { filter: drill.filter, range: [0, 0], total: 'exact' })
          list.ok()
          expect(Number(list.headers['content-range']?.split('/')[1]), `${column} of ${JSON.stringify(row)}`).toBe(row[column])
        }
      }
      const sheet = await chief.get(`${reportPath(report)}/export.xlsx`, { params: JSON.stringify(params) })
      expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
      expect((await chief.get(reportPath(report), { params: '{"noSuchParameter":1}' })).status).toBe(400)
    })
  }
}
