import { places } from '@linli/kit/platform'
import { PLACES, type TestClient, type TestRow, type TestStreet, testStreet } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assignGrid, people, placeAreas, placeTree, type PlaceArea, type PlaceNode, registry, residences, units } from '../../src/index.ts'
import server from '../../src/server/index.ts'

let street: TestStreet
let admin: TestClient
let east: TestClient
const grid = PLACES.firstGrid
beforeAll(async () => {
  street = await testStreet([{ plugin: registry, server }])
  admin = street.as({ role: 'street-admin' })
  east = street.as({ role: 'community-director', community: PLACES.east })
})
afterAll(() => street.close())

const unit = async (kind: string, name: string, communityId: string, parentId?: string): Promise<TestRow> =>
  (await admin.create(units, { kind, name, communityId, ...(parentId ? { parentId } : {}) })).ok()
const tree = async (who: TestClient, asked: object): Promise<{ nodes: PlaceNode[]; total: number }> =>
  (await who.action<{ nodes: PlaceNode[]; total: number }>(placeTree, { ...asked })).ok()

test('the tree begins with communities, shows grids on demand, and keeps to what a director may see', async () => {
  const estate = await unit('estate', '东苑', PLACES.east)
  const [one, two] = [await unit('building', '1号楼', PLACES.east, estate.id), await unit('building', '2号楼', PLACES.east, estate.id)]
  await unit('estate', '西苑', PLACES.west)
  const someone = (await admin.create(people, { name: '张三', idType: 'none', communityId: PLACES.east })).ok()
  ;(await admin.create(residences, { personId: someone.id, unitId: one.id, kind: 'permanent' })).ok()
  ;(await admin.create(places, { code: grid, name: '第一网格', kind: 'grid', parentCode: PLACES.east })).ok()
  ;(await admin.action(assignGrid, { gridCode: grid }, one.id)).ok()

  const areas = async (who: TestClient): Promise<PlaceArea[]> => (await who.action<{ areas: PlaceArea[] }>(placeAreas, {})).ok().areas
  expect(await areas(east)).toEqual([
    { communityId: PLACES.east, gridId: grid, estates: 0, rooms: 0, households: 0, people: 1 },
    { communityId: PLACES.east, gridId: null, estates: 1, rooms: 0, households: 0, people: 0 },
  ])
  expect((await areas(admin)).map(({ communityId }) => communityId)).toContain(PLACES.west)
  const names = async (asked: object): Promise<string[]> => (await tree(east, asked)).nodes.map(({ name }) => name)
  expect(await names({ communityId: PLACES.east })).toEqual(['东苑'])
  expect(await names({ communityId: PLACES.east, gridId: grid })).toEqual(['1号楼'])
  expect(await names({ communityId: PLACES.east, ungridded: true })).toEqual(['东苑'])
  expect(await names({ parentId: estate.id, ungridded: true })).toEqual(['2号楼'])
  expect(await names({ communityId: PLACES.west })).toEqual([])
  expect(two.id).not.toBe(one.id)
})

test('a level of many places says how many there are and gives the rest', async () => {
  const estate = await unit('estate', '大苑', PLACES.east)
  for (let n = 1; n <= 205; n += 1) await unit('building', `${n}号楼`, PLACES.east, estate.id)
  const first = await tree(admin, { parentId: estate.id })
  expect(first).toMatchObject({ total: 205 })
  const rest = await tree(admin, { parentId: estate.id, offset: first.nodes.length })
  expect(new Set([...first.nodes, ...rest.nodes].map(({ id }) => id)).size).toBe(205)
})
