import type { DataProvider, RaRecord } from 'react-admin'
import { ask, request } from '../http/index.ts'
import { pathOf, type Model } from '../model/index.ts'
import { chosenPlace } from '../place/index.ts'
import { changedValues, givenValues } from './changed-values.ts'
import { cursorMemory } from './cursor-memory.ts'
import { countedOf, filterOf, listQuery, type ListParams } from './list-query.ts'

interface Listed {
  readonly data: RaRecord[]
  readonly total?: number
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean }
  readonly meta: { readonly more: boolean }
}

type Provider = Pick<
  DataProvider,
  'getList' | 'getOne' | 'getMany' | 'getManyReference' | 'update' | 'updateMany' | 'create' | 'delete' | 'deleteMany'
> & {
  readonly supportAbortSignal: true
}

/** The dialect of docs/http-api.md for react-admin: with abort, cursors, counts that stop at a bound, versions, and only what was changed. */
export function dataProvider(model: Pick<Model, 'resources'>): DataProvider {
  const cursors = cursorMemory()
  const definition = (name: string): Pick<NonNullable<ReturnType<Model['resources']['get']>>, 'fields' | 'scope'> =>
    model.resources.get(name) ?? { fields: {}, scope: 'street' }

  async function list(name: string, params: ListParams & { readonly signal?: AbortSignal }): Promise<Listed> {
    const query = listQuery(params, filterOf(params.filter, definition(name).scope, chosenPlace()))
    const after = cursors.before(name, query)
    const { data, headers } = await ask<RaRecord[]>(pathOf(name), {
      query: { ...query, after },
      ...(params.signal ? { signal: params.signal } : {}),
    })
    const next = headers.get('x-next')
    cursors.remember(name, query, next)
    const { total, more } = countedOf(headers.get('content-range'), headers.get('x-total-more'))
    const pageInfo = { hasNextPage: hasNext(query.range, data.length, total, more, next), hasPreviousPage: query.range[0] > 0 }
    return { data, ...(total === undefined ? {} : { total }), pageInfo, meta: { more } }
  }

  async function many(name: string, ids: readonly unknown[], signal?: AbortSignal): Promise<RaRecord[]> {
    const answer = await list(name, {
      filter: { id: ids },
      pagination: { page: 1, perPage: Math.max(ids.length, 1) },
      ...(signal ? { signal } : {}),
    })
    return answer.data
  }

  const provider: Provider = {
    supportAbortSignal: true,
    getList: async (name, params) => (await list(name, params)) as never,
    getOne: async (name, { id, signal }) => ({
      data: await request(`${pathOf(name)}/${String(id)}`, signal ? { signal } : {}),
    }),
    getMany: async (name, { ids, signal }) => ({ data: (await many(name, ids, signal)) as never }),
    getManyReference: async (name, { target, id, ...params }) =>
      (await list(name, { ...params, filter: { ...(params.filter as object), [target]: id } })) as never,
    create: async (name, { data }) => {
      cursors.forget(name)
      return { data: await request(pathOf(name), { method: 'POST', body: givenValues(definition(name), data) }) }
    },
    update: async (name, { id, data, previousData }) => {
      cursors.forget(name)
      const body = { ...changedValues(definition(name), data, previousData), version: (previousData as { version?: number }).version }
      return { data: await request(`${pathOf(name)}/${String(id)}`, { method: 'PUT', body }) }
    },
    updateMany: async (name, { ids, data }) => {
      cursors.forget(name)
      for (const id of ids) await request(`${pathOf(name)}/${String(id)}`, { method: 'PUT', body: data })
      return { data: ids }
    },
    delete: async (name, { id }) => {
      cursors.forget(name)
      return { data: await request(`${pathOf(name)}/${String(id)}`, { method: 'DELETE' }) }
    },
    deleteMany: async (name, { ids }) => {
      cursors.forget(name)
      for (const id of ids) await request(`${pathOf(name)}/${String(id)}`, { method: 'DELETE' })
      return { data: ids }
    },
  }
  return provider as unknown as DataProvider
}

function hasNext(range: readonly [number, number], rows: number, total: number | undefined, more: boolean, next: string | null): boolean {
  if (next !== null) return true
  if (more) return rows === range[1] - range[0] + 1
  return total === undefined ? rows === range[1] - range[0] + 1 : range[1] + 1 < total
}
