import { addTag, people, registry, residences, units } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { PLACES, type TestClient, type TestRow, type TestStreet, testStreet, type TestStreetOptions } from '@linli/testing'
import { cells, designForm, drawCell, forms, grid, gridEvents, officers, type Question } from '../../src/index.ts'
import { areaOf } from '../../src/rules/area.ts'
import server from '../../src/server/index.ts'

/** A Monday, ten in the morning in China. */
export const MORNING = '2026-11-23T02:00:00.000Z'
export const after = (minutes: number): string => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** An area around a corner of the town, in thousandths of a degree. */
export const box = (x: number, y: number, width: number, height: number) =>
  areaOf([
    [115.6 + x / 1000, 34.4 + y / 1000],
    [115.6 + (x + width) / 1000, 34.4 + y / 1000],
    [115.6 + (x + width) / 1000, 34.4 + (y + height) / 1000],
    [115.6 + x / 1000, 34.4 + (y + height) / 1000],
  ])

/** An office with two cells, their officers, the community's director and a photo. */
export interface Office {
  readonly street: TestStreet
  readonly admin: TestClient
  readonly director: TestClient
  /** Officers of the first and of the second cell. */
  readonly officer: TestClient
  readonly neighbour: TestClient
  readonly photo: string
  readonly cells: readonly [TestRow, TestRow]
  /** Somebody with an address in a cell, tagged if said. */
  resident(
    name: string,
    more?: { readonly grid?: string; readonly tag?: string; readonly values?: Readonly<Record<string, unknown>> },
  ): Promise<TestRow>
  home(name: string, grid?: string | null): Promise<TestRow>
  event(
    values?: Readonly<Record<string, unknown>>,
  ): Promise<TestRow & { readonly no: string; readonly status: string; readonly dueAt: string | null }>
  /** A form in use. */
  form(questions: readonly Question[], target?: 'person' | 'home' | 'organisation'): Promise<TestRow>
}

export async function openOffice(
  options: TestStreetOptions & {
    readonly settings?: Readonly<Record<string, unknown>>
    /** Further modules of the street. */
    readonly also?: Parameters<typeof testStreet>[0]
  } = {},
): Promise<Office> {
  const { settings = {}, also = [], ...rest } = options
  const street = await testStreet([{ plugin: registry, server: registryServer }, { plugin: grid, server, settings }, ...also], {
    now: MORNING,
    ...rest,
  })
  const admin = street.as({ role: 'street-admin' })
  const director = street.as({ role: 'community-director', community: PLACES.east })
  const officer = street.as({ role: 'grid-officer', community: PLACES.east, grid: PLACES.firstGrid })
  const neighbour = street.as({ role: 'grid-officer', community: PLACES.east, grid: PLACES.secondGrid })
  const photo = (await director.upload<{ id: string }>('/api/platform/files', { name: '现场.png', content: PNG })).ok().id
  const first = (await director.create(cells, { code: PLACES.firstGrid, name: '第一网格', communityId: PLACES.east })).ok()
  const second = (await director.create(cells, { code: PLACES.secondGrid, name: '第二网格', communityId: PLACES.east })).ok()
  ;(await director.action(drawCell, { area: box(0, 0, 5, 5) }, first.id)).ok()
  ;(await director.action(drawCell, { area: box(5, 0, 5, 5) }, second.id)).ok()
  for (const [client, name, gridId] of [
    [officer, '周晓东', PLACES.firstGrid],
    [neighbour, '吴桂芝', PLACES.secondGrid],
  ] as const) {
    ;(await director.create(officers, { name, accountId: await client.accountId(), gridId, communityId: PLACES.east })).ok()
  }
  let count = 0
  const estate = (await director.create(units, { kind: 'estate', name: '前程花园', communityId: PLACES.east })).ok()
  const building = (await director.create(units, { kind: 'building', name: '3号楼', parentId: estate.id, communityId: PLACES.east })).ok()
  const home: Office['home'] = async (name, grid = PLACES.firstGrid) =>
    (await director.create(units, { kind: 'room', name, parentId: building.id, gridId: grid, communityId: PLACES.east })).ok()

  return {
    street,
    admin,
    director,
    officer,
    neighbour,
    photo,
    cells: [first, second],
    home,
    resident: async (name, { grid: gridId = PLACES.firstGrid, tag, values = {} } = {}) => {
      count += 1
      const unit = await home(`${100 + count}`, gridId)
      const person = (
        await director.create(people, { name, idType: 'none', birthDate: '1940-01-01', communityId: PLACES.east, gridId, ...values })
      ).ok()
      ;(await director.create(residences, { personId: person.id, unitId: unit.id, kind: 'permanent', from: '2020-01-01' })).ok()
      if (tag) (await director.action(addTag, { tag, basisText: '走访认定', from: '2026-08-01' }, person.id)).ok()
      await street.drain()
      return (await director.find(people, person.id)).ok()
    },
    event: async (values = {}) =>
      (
        await director.create<TestRow & { no: string; status: string; dueAt: string | null }>(gridEvents, {
          title: '路灯不亮',
          type: 'dispute',
          gridId: PLACES.firstGrid,
          communityId: PLACES.east,
          ...values,
        })
      ).ok(),
    form: async (questions, target = 'person') => {
      count += 1
      const form = (await admin.create(forms, { code: `form-${count}`, title: '入户采集', target, purpose: '核对居民电话，便于联系' })).ok()
      ;(await admin.action(designForm, { questions }, form.id)).ok()
      return (await admin.step(forms, form.id, 'publish')).ok()
    },
  }
}
