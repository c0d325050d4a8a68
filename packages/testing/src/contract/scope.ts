import { PURPOSES } from '@linli/core/privacy'
import type { AnyAction, AnyResource } from '@linli/kit'
import { expect, it } from 'vitest'
import type { TestClient, TestRow } from '../street/index.ts'
import { actionPath, PLACES, pathOf } from '../street/index.ts'
import { type Contract, EAST, mayCreate, mayUpdate, WEST } from './contract.ts'

/** Nobody reads, changes, moves or makes rows of a place that is not theirs. */
export function scopeTests(contract: () => Contract, resource: AnyResource, actions: readonly AnyAction[]): void {
  const untouched = async (row: TestRow): Promise<void> => {
    const { chief } = contract()
    expect((await chief.find(resource, row.id)).ok()).toMatchObject({ id: row.id, version: row.version, communityId: row.communityId })
  }

  it('is not there for people of another street', async () => {
    const { sampler, abroad } = contract()
    const row = await sampler.row(resource)
    await expectHidden(contract(), abroad, resource, row)
    await expectUnreachable(contract(), abroad, resource, row, actions)
    await untouched(row)
  })

  if (resource.scope === 'street') {
    it('is read by every community and written by the street alone', async () => {
      const { sampler, here } = contract()
      const row = await sampler.row(resource)
      expect((await here.find(resource, row.id)).status).toBe(200)
      if (mayUpdate(resource)) {
        const change = (await sampler.change(resource, row)) ?? {}
        if (Object.keys(change).length > 0) expect((await here.update(resource, row.id, change)).status).toBe(403)
      }
      if (mayCreate(resource)) expect((await here.create(resource, await sampler.request(resource))).status).toBe(403)
      await untouched(row)
    })
    return
  }

  it('is not there for people of another community', async () => {
    const { sampler, there } = contract()
    const row = await sampler.row(resource)
    await expectHidden(contract(), there, resource, row)
    await expectUnreachable(contract(), there, resource, row, actions)
    await untouched(row)
  })

  if (resource.scope === 'grid') {
    it('is not there for people of another grid', async () => {
      const { sampler, besides } = contract()
      const row = await sampler.row(resource)
      if (row.gridId === null) return
      await expectHidden(contract(), besides, resource, row)
      await untouched(row)
    })
  }

  if (mayCreate(resource)) {
    it('is not made in another community, nor hung on rows of one', async () => {
      const { sampler, there, chief } = contract()
      const request = await sampler.request(resource, EAST)
      const before = (await chief.list(resource, { filter: { communityId: EAST.community } })).headers['content-range']
      expect((await there.create(resource, request)).status).toBeOneOf([400, 403, 404, 422])
      const pointsAtPlaces = Object.entries(resource.fields).some(
        ([key, { kind, target }]) =>
          kind === 'ref' && typeof request[key] === 'string' && contract().t.store.resource(target ?? '')?.scope !== 'street',
      )
      if (pointsAtPlaces) {
        const { communityId: _community, gridId: _grid, ...elsewhere } = request
        expect((await there.create(resource, elsewhere)).status).toBeOneOf([400, 403, 404, 422])
      }
      expect((await chief.list(resource, { filter: { communityId: EAST.community } })).headers['content-range']).toBe(before)
    })
  }

  if (mayUpdate(resource)) {
    it('is not moved into another community', async () => {
      const { sampler, there } = contract()
      const row = await sampler.row(resource, WEST)
      if (row.communityId !== WEST.community) return
      expect((await there.update(resource, row.id, { communityId: PLACES.east })).status).toBeOneOf([400, 403, 422])
      await untouched(row)
    })
  }
}

async function expectHidden({ chief }: Contract, stranger: TestClient, resource: AnyResource, row: TestRow): Promise<void> {
  expect((await chief.find(resource, row.id)).status, 'the sample row itself can be read').toBe(200)
  expect((await stranger.find(resource, row.id)).status).toBe(404)
  expect((await stranger.list(resource, { filter: { id: [row.id] } })).ok()).toEqual([])
  expect((await stranger.list(resource, { range: [0, 199] })).ok().map(({ id }) => id)).not.toContain(row.id)
  expect((await stranger.get(`${pathOf(resource)}/${row.id}/timeline`)).status).toBe(404)
}

async function expectUnreachable(
  { sampler }: Contract,
  stranger: TestClient,
  resource: AnyResource,
  row: TestRow,
  actions: readonly AnyAction[],
): Promise<void> {
  if (mayUpdate(resource)) expect((await stranger.update(resource, row.id, (await sampler.change(resource, row)) ?? {})).status).toBe(404)
  if (resource.writable?.delete) expect((await stranger.remove(resource, row.id)).status).toBe(404)
  const personal = Object.entries(resource.fields).filter(([, { privacy }]) => privacy > 'P0' && privacy < 'P4')
  if (personal.length > 0) {
    const asked = { fields: personal.map(([name]) => name), purpose: Object.keys(PURPOSES)[0] }
    expect((await stranger.post(`${pathOf(resource)}/${row.id}/reveal`, asked)).status).toBe(404)
  }
  for (const [name, step] of Object.entries(resource.workflow?.steps ?? {})) {
    if (step.automatic) continue
    const input = await sampler.input(`${resource.name}.${name}`, step.input ?? {})
    expect((await stranger.step(resource, row.id, name, input)).status, `step ${name}`).toBe(404)
  }
  for (const action of actions) {
    const answer = await stranger.post(actionPath(action, row.id), await sampler.input(action.name, action.input))
    expect(answer.status, `action ${action.name}`).toBe(404)
  }
}
