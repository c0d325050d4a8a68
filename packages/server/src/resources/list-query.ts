import type { AnyResource } from '@linli/kit'
import type { ListQuery, TotalMode } from '@linli/store'
import { parseJson, parseJsonObject, parseRange } from '../http/index.ts'
import { reason, refuse } from '../problem/index.ts'

const MOST = 1000
const KNOWN: ReadonlySet<string> = new Set(['filter', 'sort', 'range', 'total', 'after', 'embed'])
const TOTALS: ReadonlySet<string> = new Set(['exact', 'bounded', 'none'])

/** The list that a request asks for, in the dialect of ra-data-simple-rest. @throws RefusedError 400 */
export function parseListQuery(query: unknown): ListQuery<AnyResource> & { readonly offset: number; readonly limit: number } {
  const given = query as Readonly<Record<string, unknown>>
  for (const name of Object.keys(given)) if (!KNOWN.has(name)) refuse(400, reason('query.unknown', { name }, name))
  const filter = parseJsonObject(given, 'filter')
  const wanted = Array.isArray(filter.id) ? Math.min(Math.max(filter.id.length, 1), MOST) : 25
  const { total, after } = given
  if (total !== undefined && !(typeof total === 'string' && TOTALS.has(total)))
    refuse(400, reason('query.json', { name: 'total' }, 'total'))
  if (after !== undefined && typeof after !== 'string') refuse(400, reason('query.json', { name: 'after' }, 'after'))
  return {
    filter: filter as ListQuery<AnyResource>['filter'],
    sort: parseSort(given),
    ...parseRange(given, wanted, MOST),
    ...(total ? { total: total as TotalMode } : {}),
    ...(after ? { after: after as string } : {}),
  }
}

/** `sort=["field","ASC"]`. @throws RefusedError 400 */
export function parseSort(query: unknown): ListQuery<AnyResource>['sort'] {
  const value = parseJson(query, 'sort')
  if (value === undefined || value === null) return undefined
  const [field, order] = Array.isArray(value) ? (value as unknown[]) : []
  if (typeof field !== 'string' || typeof order !== 'string' || !/^(asc|desc)$/i.test(order))
    return refuse(400, reason('query.json', { name: 'sort' }, 'sort'))
  return [field as 'id', order.toLowerCase() as 'asc' | 'desc']
}

/** The parameters of a list, for the document. */
export const LIST_QUERY = {
  filter: { type: 'string', description: '筛选条件（JSON 对象）/ conditions as a JSON object', example: '{}' },
  sort: { type: 'string', description: '排序 / ["field","ASC"]', example: '["id","ASC"]' },
  range: { type: 'string', description: '行的范围，含两端，最多 1000 行 / both ends included', example: '[0,24]' },
  total: { type: 'string', enum: ['exact', 'bounded', 'none'], description: '总数的算法 / how the total is counted' },
  after: { type: 'string', description: '上一页给出的游标 / the cursor of the previous page' },
} as const
