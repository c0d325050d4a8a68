import { dayOf } from '@linli/core/date'
import { isShown, mayReveal } from '@linli/core/privacy'
import type { AnyPlugin, AnyResource, FieldSpec } from '@linli/kit'
import type { RunAs } from '@linli/store'
import type { FastifyInstance } from 'fastify'
import { admit, operation, parseJsonObject } from '../http/index.ts'
import { reason, refuse } from '../problem/index.ts'
import type { Services } from '../services/index.ts'
import { type Cell, sendSheet, type Sheet, shownMoment, shownValue, XLSX } from '../sheets/index.ts'
import { LIST_QUERY, parseSort } from './list-query.ts'

const OF_WORKFLOW: ReadonlySet<string> = new Set(['status', 'statusSince', 'dueAt', 'dueProvisional'])
const KNOWN: ReadonlySet<string> = new Set(['filter', 'sort', 'columns', 'purpose'])
const STANDARD: Readonly<Record<string, string>> = {
  id: '编号',
  communityId: '社区',
  gridId: '网格',
  status: '状态',
  statusSince: '进入状态时间',
  dueAt: '办理时限',
  dueProvisional: '时限暂定',
  createdAt: '新增时间',
  updatedAt: '修改时间',
}

interface Column {
  readonly name: string
  readonly title: string
  readonly field: FieldSpec | undefined
}

/** The spreadsheet of a list: streamed, with the official header, recorded with its fields and the number of rows. */
export function exportRoute(app: FastifyInstance, services: Services, plugin: AnyPlugin, resource: AnyResource): void {
  const { store } = services
  app.get(`/${resource.name.replace('.', '/')}/export.xlsx`, {
    schema: operation({
      id: `${resource.name}.export`,
      summary: `导出${resource.title}`,
      description: '含身份信息以上的列时须说明用途；导出会被记录。/ A purpose is needed above contact data; the export is recorded.',
      tag: plugin.title,
      query: {
        filter: LIST_QUERY.filter,
        sort: LIST_QUERY.sort,
        columns: { type: 'string', description: '列名，用逗号分开 / comma-separated', example: resource.list.columns.join(',') },
        purpose: { type: 'string', description: '用途 / purpose' },
      },
      stream: XLSX,
      headers: { 'X-Total-Rows': { type: 'integer', description: '将导出的行数 / rows to come' } },
    }),
    handler: async (request, reply) => {
      const admitted = await admit(services, request, plugin, `${resource.name}.export`)
      const query = request.query as Readonly<Record<string, unknown>>
      for (const name of Object.keys(query)) if (!KNOWN.has(name)) refuse(400, reason('query.unknown', { name }, name))
      const filter = parseJsonObject(query, 'filter') as never
      const sort = parseSort(query)
      const columns = parseColumns(resource, query.columns)
      const as = cleared(admitted, columns, query.purpose)
      const names = await placeNames(services, as)
      // Recorded before the first byte leaves, so that an export that was broken off is remembered too.
      const count = await store.run(as, async (ctx) => {
        const rows = await ctx.rows(resource).count(filter)
        store.audit.append(ctx, {
          verb: 'export',
          resource: resource.name,
          after: { rows, fields: columns.map(({ name }) => name), filters: Object.keys(filter) },
          reason: typeof query.purpose === 'string' ? query.purpose : null,
        })
        return rows
      })
      const now = new Date().toISOString()
      const sheet: Sheet = {
        fileName: `${resource.title}-${dayOf(now)}.xlsx`,
        official: as.street.officialName,
        title: `${resource.title}台账`,
        notes: [
          [`导出时间：${shownMoment(now)}`, `导出人：${as.actor.name}`, `共 ${count} 行`, ...filterNotes(resource, filter)].join('　　'),
        ],
        headings: columns.map(({ title }) => title),
        rows: lines(),
      }
      void reply.header('x-total-rows', count)
      return sendSheet(reply, sheet)

      async function* lines(): AsyncGenerator<readonly Cell[]> {
        const door = await store.read(as, async (ctx) => ctx.rows(resource))
        for await (const row of door.each({ filter, sort })) yield columns.map((column) => cellOf(resource, column, row, names))
      }
    },
  })
}

function parseColumns(resource: AnyResource, given: unknown): readonly Column[] {
  if (given !== undefined && typeof given !== 'string') return refuse(400, reason('query.json', { name: 'columns' }, 'columns'))
  const names = given ? given.split(',').slice(0, 200) : resource.list.columns
  return names.map((name) => {
    const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined
    const isStandard = Object.hasOwn(STANDARD, name) && (resource.workflow || !OF_WORKFLOW.has(name))
    if (!field && !isStandard) return refuse(400, reason('query.column', { name: name.slice(0, 80) }, 'columns'))
    return { name, title: field?.title ?? STANDARD[name] ?? name, field }
  })
}

/** Above contact data a purpose is asked for, and what may be seen for a purpose is then seen by this one reading. @throws RefusedError 403 */
function cleared(as: RunAs, columns: readonly Column[], purpose: unknown): RunAs {
  const { access } = as.actor
  const sensitive = columns.filter(({ field }) => field && field.privacy > 'P1')
  for (const { field } of sensitive) {
    const decided = mayReveal(field?.privacy ?? 'P4', access.clearance, typeof purpose === 'string' ? purpose : undefined)
    const isOwn = field && isShown(field.privacy, access.clearance) && decided.ok
    if (!decided.ok && !isOwn) refuse(403, decided.refusal)
  }
  if (sensitive.length === 0) return as
  const clearance = {
    show: access.clearance.reveal > access.clearance.show ? access.clearance.reveal : access.clearance.show,
    reveal: access.clearance.reveal,
  }
  return {
    ...as,
    actor: { ...as.actor, access: { decide: (p) => access.decide(p), scope: (p) => access.scope(p), posts: access.posts, clearance } },
  }
}

function cellOf(
  resource: AnyResource,
  { name, field }: Column,
  row: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, string>,
): Cell {
  const value = row[name]
  if (field) return shownValue(field, value)
  if (value === null || value === undefined) return null
  if (name === 'status') return resource.workflow?.states[String(value)]?.title ?? String(value)
  if (name === 'communityId' || name === 'gridId') return names.get(String(value)) ?? String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return name === 'id' ? String(value) : shownMoment(String(value))
}

async function placeNames({ store }: Services, as: RunAs): Promise<ReadonlyMap<string, string>> {
  const places = store.resource('platform.places')
  const names = new Map(as.street.communities.map(({ code, name }) => [code, name]))
  if (!places) return names
  await store.read({ ...as, pluginId: 'platform', permission: undefined }, async (ctx) => {
    for await (const row of ctx.elevated().rows(places).each()) {
      const place = row as unknown as { readonly code: string; readonly name: string }
      names.set(place.code, place.name)
    }
  })
  return names
}

function filterNotes(resource: AnyResource, filter: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    const [name = ''] = key.split('_')
    const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined
    // What is personal is not repeated on paper that may lie about.
    if (field && field.privacy > 'P0') return [`${field.title}：（已筛选）`]
    if (key === 'q') return ['搜索：（已筛选）']
    const values = (Array.isArray(value) ? (value as unknown[]) : [value]).slice(0, 5)
    return [`${field?.title ?? STANDARD[name] ?? name}：${values.map((one) => (field ? shownValue(field, one) : String(one))).join('、')}`]
  })
}
