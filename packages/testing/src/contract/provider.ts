import type { AnyResource } from '@linli/kit'
import simpleRest from 'ra-data-simple-rest'
import { expect, it } from 'vitest'
import { pathOf, type TestClient } from '../street/index.ts'
import { type Contract, mayCreate, mayUpdate } from './contract.ts'

type Provider = ReturnType<typeof simpleRest>

/** React-admin's provider for simple REST servers, as its package has it, drives the resource: whoever writes an admin app needs no other. */
export function providerTests(contract: () => Contract, resource: AnyResource): void {
  const name = resource.name.replace('.', '/')
  const page = { pagination: { page: 1, perPage: 10 }, sort: { field: 'id', order: 'ASC' } } as const

  it('is listed, opened and referred to by the stock provider', async () => {
    const { sampler, chief } = contract()
    const { id } = await sampler.row(resource)
    const provider = stockProvider(chief)
    const { data, total } = await provider.getList(name, { ...page, filter: { id: [id] } })
    expect([data.map((row) => row.id), total]).toEqual([[id], 1])
    const seen = (await chief.find(resource, id)).ok()
    expect((await provider.getOne(name, { id })).data).toEqual(seen)
    expect((await provider.getMany(name, { ids: [id] })).data.map((row) => row.id)).toEqual([id])
    for (const target of resource.list.filters ?? []) {
      const other = seen[target]
      if (resource.fields[target]?.kind !== 'ref' || typeof other !== 'string') continue
      const { data: children } = await provider.getManyReference(name, { ...page, target, id: other, filter: { id: [id] } })
      expect(
        children.map((row) => row.id),
        `of ${target}`,
      ).toEqual([id])
    }
  })

  if (mayUpdate(resource))
    it('is changed by the stock provider, alone and among several', async () => {
      const { sampler, writer } = contract()
      const provider = stockProvider(writer(resource))
      const row = await sampler.row(resource)
      const change = await sampler.change(resource, row)
      if (!change) return
      const { data: previousData } = await provider.getOne(name, { id: row.id })
      const { data } = await provider.update(name, { id: row.id, data: { ...previousData, ...change }, previousData })
      expect(data.version).toBe(row.version + 1)
      expect((await provider.updateMany(name, { ids: [row.id], data: change })).data).toEqual([row.id])
    })

  if (mayCreate(resource))
    it('is made by the stock provider', async () => {
      const { sampler, writer } = contract()
      const provider = stockProvider(writer(resource))
      const { data } = await provider.create(name, { data: await sampler.request(resource) })
      expect((await provider.getOne(name, { id: data.id })).data.id).toBe(data.id)
      if (!resource.writable?.delete) return
      expect((await provider.delete(name, { id: data.id })).data.id).toBe(data.id)
      expect((await writer(resource).get(`${pathOf(resource)}/${data.id}`)).status).toBe(404)
    })
}

/** The provider, whose requests go to the test street as somebody. */
function stockProvider(client: TestClient): Provider {
  return simpleRest('/api', async (address, { method = 'GET', body } = {}) => {
    const path = String(address)
    const given = body === undefined || body === null ? undefined : (JSON.parse(String(body)) as unknown)
    const answer =
      method === 'POST'
        ? await client.post(path, given)
        : method === 'PUT'
          ? await client.put(path, given)
          : method === 'DELETE'
            ? await client.delete(path)
            : await client.get(path)
    return { status: answer.status, headers: new Headers(answer.headers), body: answer.bytes.toString(), json: answer.ok() }
  })
}
