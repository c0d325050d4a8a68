import type { AnyPlugin, AnyReport } from '@linli/kit'
import type { AnyPluginServer } from '@linli/store'
import type { FastifyInstance } from 'fastify'
import { admit, narrowed, operation, PLACE_QUERY } from '../http/index.ts'
import type { Services } from '../services/index.ts'
import { sendSheet, XLSX } from '../sheets/index.ts'
import { answerReport, parseParams, queryReport } from './run-report.ts'
import { reportSheet } from './report-sheet.ts'

/** The page and the spreadsheet of a report. */
export function reportRoutes(
  app: FastifyInstance,
  services: Services,
  plugin: AnyPlugin,
  server: AnyPluginServer,
  report: AnyReport,
): void {
  const { store } = services
  const path = `/${plugin.id}/reports/${report.name.slice(plugin.id.length + 1)}`
  const query = { params: { type: 'string', description: '参数（JSON 对象）/ parameters as a JSON object', example: '{}' }, ...PLACE_QUERY }

  app.get(path, {
    schema: operation({ id: report.name, summary: report.title, description: report.definition, tag: plugin.title, query, answer: ANSWER }),
    handler: async (request) => {
      const as = narrowed(await admit(services, request, plugin, report.name), request)
      const params = parseParams(report, request.query)
      return answerReport(report, params, await queryReport(store, as, server, report, params), new Date().toISOString())
    },
  })

  app.get(`${path}/export.xlsx`, {
    schema: operation({ id: `${report.name}.export`, summary: `导出${report.title}`, tag: plugin.title, query, stream: XLSX }),
    handler: async (request, reply) => {
      const as = narrowed(await admit(services, request, plugin, report.name), request)
      const params = parseParams(report, request.query)
      const counted = await queryReport(store, as, server, report, params)
      await store.run(as, async (ctx) => {
        store.audit.append(ctx, {
          verb: 'export',
          resource: report.name,
          after: { rows: counted.rows.length, fields: Object.keys(counted.columns) },
        })
      })
      return sendSheet(reply, reportSheet(as.street, as.actor, report, params, counted))
    },
  })
}

const ANSWER = {
  type: 'object',
  required: ['name', 'title', 'definition', 'asOf', 'columns', 'rows', 'totals', 'truncated'],
  properties: {
    name: { type: 'string' },
    title: { type: 'string' },
    definition: { type: 'string' },
    asOf: { type: 'string' },
    columns: { type: 'array', items: { type: 'object', additionalProperties: true } },
    rows: { type: 'array', items: { type: 'object', additionalProperties: true } },
    totals: { type: 'object', additionalProperties: true },
    truncated: { type: 'boolean' },
  },
}
