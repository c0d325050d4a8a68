import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeProposals, people, residences, units } from '../../src/index.ts'
import { assignGrid } from '../../src/server/places/assign-grid.ts'
import { placeTree } from '../../src/server/places/tree.ts'
import { movePerson } from '../../src/server/people/actions.ts'
import { admin, GRID, north, NORTH, numberOf, officer, openStreet, person, refusals, room, south, type TestStreet } from './street.ts'

let street: TestStreet
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

test('an officer’s visit fills what is empty and proposes the rest; what is accepted is written', async () => {
  const { id } = await street.as(north, (ctx) => person(ctx, { name: '张三', phone: '13812341234', gridId: GRID }))
  await street.as(officer, (ctx) => ctx.rows(people).update(id, { phone: '13900001111', ethnicity: '回族' }))
  expect(await street.as(north, (ctx) => ctx.rows(people).get(id))).toMatchObject({
    phone: '138****1234',
    ethnicity: '回族',
    source: 'counter',
  })
  expect(await street.as(admin, (ctx) => ctx.elevated().rows(people).count({ phone: '13812341234' }))).toBe(1)
  const [proposal] = await street.as(north, async (ctx) => (await ctx.rows(changeProposals).list({ filter: { personId: id } })).rows)
  expect(proposal).toMatchObject({
    field: 'phone',
    status: 'open',
    source: 'officer',
    recordedSource: 'counter',
    oldValue: null,
    newValue: null,
    newPhone: '139****1111',
  })
  await street.as(north, (ctx) => ctx.rows(changeProposals).step(proposal?.id ?? '', 'accept', {}))
  expect(await street.as(north, (ctx) => ctx.rows(people).get(id))).toMatchObject({ phone: '139****1111', source: 'counter' })
})

test('an identity number that an officer mistypes leaves number, birth and sex as they were', async () => {
  const number = numberOf('1961-02-03', 15)
  const { id } = await street.as(north, (ctx) => person(ctx, { name: '李四', idNumber: number, gridId: GRID }))
  await street.as(officer, (ctx) => ctx.rows(people).update(id, { idNumber: numberOf('1971-02-03', 26) }))
  expect(await street.as(north, (ctx) => ctx.rows(people).first({ idNumber: number }))).toMatchObject({
    id,
    birthDate: '1961-02-03',
    sex: 'male',
  })
  const fields = await street.as(north, async (ctx) =>
    (await ctx.rows(changeProposals).list({ filter: { personId: id } })).rows.map(({ field }) => field),
  )
  expect(fields.toSorted()).toEqual(['birthDate', 'idNumber', 'sex'])
})

test('whoever stands above writes at once and becomes the source', async () => {
  const { id } = await street.as(officer, (ctx) => ctx.rows(people).create({ name: '王五' }))
  expect(await street.as(officer, (ctx) => ctx.rows(people).get(id))).toMatchObject({ source: 'officer', gridId: GRID, communityId: NORTH })
  await street.as(north, (ctx) => ctx.rows(people).update(id, { name: '王武' }))
  expect(await street.as(north, (ctx) => ctx.rows(people).get(id))).toMatchObject({
    name: '王武',
    source: 'counter',
    verifiedAt: '2026-11-22',
  })
})

test('a rule that knows of an earlier check takes no later one back, and the source stays', async () => {
  const { id } = await street.as(north, (ctx) => person(ctx, { name: '赵六', gridId: GRID }))
  const checked = (day: string): Promise<unknown> =>
    street.as(north, async (ctx) => {
      await ctx.elevated().rows(people).update(id, { verifiedAt: day })
      const { verifiedAt, source } = await ctx.rows(people).get(id)
      return [verifiedAt, source]
    })
  expect(await checked('2026-11-23')).toEqual(['2026-11-23', 'counter'])
  expect(await checked('2026-03-01')).toEqual(['2026-11-23', 'counter'])
})

test('moving house moves the person with address, estate, community and grid', async () => {
  const { id } = await street.as(north, async (ctx) => {
    const made = await person(ctx, { name: '迁居者', birthDate: '1940-01-01' })
    await ctx.rows(residences).create({ personId: made.id, unitId: await room(ctx, '101'), kind: 'registered' })
    return made
  })
  expect(await street.as(north, (ctx) => ctx.rows(people).get(id))).toMatchObject({
    address: '幸福小区3号楼2单元101室',
    residenceKind: 'registered',
  })
  const target = await street.as(admin, (ctx) => room(ctx, '102'))
  await street.as(north, (ctx) => movePerson(ctx, { id, unitId: target, kind: 'permanent' }))
  expect(await street.as(north, (ctx) => ctx.rows(people).get(id))).toMatchObject({ homeId: target, residenceKind: 'permanent' })
  await street.as(north, (ctx) => movePerson(ctx, { id }))
  expect(await street.as(north, (ctx) => ctx.rows(people).get(id))).toMatchObject({ homeId: null, address: null, communityId: NORTH })
})

test('the tree keeps its order, its names and its levels', async () => {
  const tree = await street.as(admin, async (ctx) => {
    const rows = ctx.rows(units)
    const estate = await rows.create({ kind: 'estate', name: '绿苑花园', communityId: NORTH })
    for (const name of ['10', '2栋', '一号楼']) await rows.create({ kind: 'building', name, parentId: estate.id })
    return { estate: estate.id, nodes: (await placeTree(ctx, { parentId: estate.id })).nodes }
  })
  expect(tree.nodes.map(({ name }) => name)).toEqual(['1号楼', '2号楼', '10号楼'])
  const refused = (values: object): Promise<string[]> => refusals(street.as(admin, (ctx) => ctx.rows(units).create(values as never)))
  expect(await refused({ kind: 'building', name: '2号楼', parentId: tree.estate })).toEqual(['unit.twice'])
  expect(await refused({ kind: 'unit', name: '1', parentId: tree.estate })).toEqual(['unit.wrong_parent'])
  expect(await refused({ kind: 'estate', name: '无主小区' })).toEqual(['unit.community_missing'])
  await street.as(admin, (ctx) => ctx.rows(units).update(tree.estate, { name: '绿苑新城' }))
  const renamed = await street.as(admin, async (ctx) =>
    (await ctx.rows(units).list({ filter: { parentId: tree.estate } })).rows.map(({ fullName }) => fullName),
  )
  expect(renamed).toEqual(['绿苑新城1号楼', '绿苑新城2号楼', '绿苑新城10号楼'])
})

test('an estate goes to its grid with everything in it, and not to another community’s', async () => {
  const estateId = await street.as(admin, async (ctx) => (await ctx.rows(units).first({ kind: 'estate', name: '幸福小区' }))?.id ?? '')
  const { id } = await street.as(admin, async (ctx) => {
    const made = await person(ctx, { name: '随网格' })
    await ctx.rows(residences).create({ personId: made.id, unitId: await room(ctx, '103'), kind: 'registered' })
    return made
  })
  expect(await refusals(street.as(north, (ctx) => assignGrid(ctx, { id: estateId, gridCode: '411402004001009' })))).toEqual([
    'unit.no_such_grid',
  ])
  expect(await refusals(street.as(south, (ctx) => assignGrid(ctx, { id: estateId, gridCode: GRID })))).toEqual(['row.not_found'])
  await street.as(north, (ctx) => assignGrid(ctx, { id: estateId, gridCode: GRID }))
  expect(await street.as(officer, (ctx) => ctx.rows(people).find(id))).toMatchObject({ gridId: GRID })
  expect(await street.as(admin, (ctx) => ctx.rows(units).count({ estateId, gridId_empty: true }))).toBe(0)
})

test('the frozen tables are those that the resources call for', async () => {
  expect(await street.store.drift('registry')).toEqual([])
})
