import { PLACES, type TestClient, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cellSummary, myArea, type MyArea, officers, patrols } from '../../src/index.ts'
import { MORNING, type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(() => office.street.now(MORNING))
afterAll(() => office.street.close())

const areaOf = async (who: TestClient): Promise<MyArea> => (await who.action<MyArea>(myArea)).ok()

test('an officer of two cells has the patrols of both, from the first day in office to the last', async () => {
  const { director, street } = office
  const both = street.as(
    { role: 'grid-officer', community: PLACES.east, grid: PLACES.firstGrid },
    { role: 'grid-officer', community: PLACES.east, grid: PLACES.secondGrid },
  )
  const accountId = await both.accountId()
  const serves = async (gridId: string, route: string, more: Readonly<Record<string, unknown>>): Promise<void> => {
    const values = { name: '郝两格', accountId, gridId, communityId: PLACES.east, ...more }
    const { id } = (await director.create(officers, values)).ok()
    ;(await director.create(patrols, { officerId: id, plannedOn: '2026-11-20', route })).ok()
  }
  await serves(PLACES.firstGrid, '第一网格的路线', { shiftFrom: '08:00', shiftTo: '12:00' })
  await serves(PLACES.secondGrid, '调走前的路线', { to: '2026-11-30', days: ['1', '2'], shiftFrom: '14:00', shiftTo: '20:00' })
  await serves(PLACES.secondGrid, '还没有到任', { from: '2026-12-01' })
  await serves(PLACES.firstGrid, '已经离任', { to: '2026-11-22' })
  const routes = async (): Promise<readonly string[]> => (await areaOf(both)).patrols.map(({ route }) => route).toSorted()

  const area = await areaOf(both)
  expect(await routes()).toEqual(['第一网格的路线', '调走前的路线'])
  expect(area.cells.map(({ name }) => name)).toEqual(['第一网格', '第二网格'])
  expect(area.shifts).toEqual([
    { cell: '第一网格', name: '郝两格', days: [], from: '08:00', to: '12:00' },
    { cell: '第二网格', name: '郝两格', days: ['1', '2'], from: '14:00', to: '20:00' },
  ])
  // Each patrol keeps the duty hours of its own cell, by which the phone records the way.
  expect(area.patrols.find(({ route }) => route === '调走前的路线')?.shift).toEqual({ days: ['1', '2'], from: '14:00', to: '20:00' })
  // The street's ledger of cells names whoever is in office, too.
  const named = async (): Promise<unknown> =>
    (await director.report<{ rows: { code: string; officer: string | null }[] }>(cellSummary, {}))
      .ok()
      .rows.find(({ code }) => code === PLACES.secondGrid)?.officer
  expect(await named()).toBe('吴桂芝、郝两格')

  street.now('2026-11-30T02:00:00.000Z')
  expect(await routes()).toEqual(['第一网格的路线', '调走前的路线'])
  street.now('2026-12-01T02:00:00.000Z')
  expect(await routes()).toEqual(['第一网格的路线', '还没有到任'])
})

/** As many more of a row, each with a name of its own. */
const copies = async (table: string, { id }: TestRow, prefix: string, howMany: number): Promise<void> => {
  await sql`insert into ${sql.table(table)} select (jsonb_populate_record(r, jsonb_build_object(
      'id', gen_random_uuid(), 'name', ${prefix}::text || n, 'full_name', ${prefix}::text || n))).*
    from ${sql.table(table)} r, generate_series(1, ${howMany}) n where r.id = ${id}`.execute(office.street.store.db)
}

test('a phone holds everybody of a full cell and their homes; what it cannot hold it says', async () => {
  const { neighbour, officer, resident } = office
  const one = await resident('满格一', { grid: PLACES.secondGrid })
  await copies('registry_people', one, '满格居民', 2499)
  await copies('registry_units', { ...one, id: String(one.homeId) }, '满格房屋', 1299)
  const full = await areaOf(neighbour)
  expect([full.residents.length, full.homes.length, full.cut]).toEqual([2500, 1300, []])
  expect(new Set(full.residents.map(({ id }) => id)).size).toBe(2500)

  const other = await resident('挤满一', {})
  await copies('registry_people', other, '挤满居民', 6499)
  const crowded = await areaOf(officer)
  expect([crowded.residents.length, crowded.cut]).toEqual([6000, [{ what: 'residents', kept: 6000, all: 6500 }]])
})
