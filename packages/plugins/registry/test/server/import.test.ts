import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeProposals, duplicates, householdMembers, households, people, personTags, residences, units } from '../../src/index.ts'
import { residents } from '../../src/server/imports/residents.ts'
import type { Actor } from '@linli/core/access'
import { admin, GRID, north, NORTH, numberOf, openStreet, person, south, street as streetDefinition, type TestStreet } from './street.ts'

let street: TestStreet
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

type Line = Readonly<Record<string, string>>

/** A ledger in one transaction, as the server applies it: checked, written, finished. */
function load(lines: readonly Line[], who: Actor = north): Promise<string[]> {
  return street.as(who, async (ctx) => {
    const outcomes: string[] = []
    for (const line of lines) {
      const faults = (await residents.check?.(ctx, line)) ?? []
      outcomes.push(faults.length > 0 ? faults.map(({ code }) => code).join() : (await residents.apply(ctx, line)).outcome)
    }
    await residents.finish?.(ctx)
    return outcomes
  })
}

const family: readonly Line[] = [
  {
    name: '张三丰',
    idNumber: numberOf('1940-05-01', 11),
    address: '幸福小区3号楼2单元501室',
    residence: '户籍',
    relation: '户主',
    phone: '13800000001',
  },
  {
    name: '王秀英',
    idNumber: numberOf('1942-06-01', 22),
    address: '幸福小区3号楼2单元501',
    residence: '户籍',
    relation: '妻',
    head: '张三丰',
    category: '残疾、党员',
  },
  {
    name: '张小丰',
    birthDate: '1970-01-02',
    address: '白云街道前程社区幸福小区3-2-501',
    residence: '人户分离',
    relation: '长子',
    head: '张三丰',
  },
]

test('a ledger becomes one home, one household, its people with residences and tags; again it changes nothing', async () => {
  expect(await load(family)).toEqual(['created', 'created', 'created'])
  await street.as(admin, async (ctx) => {
    const all = ctx.elevated()
    expect(await all.rows(units).count({ kind: 'room' })).toBe(1)
    const [household] = (await all.rows(households).list()).rows
    expect(household).toMatchObject({ name: '张三丰户', memberCount: 3, address: '幸福小区3号楼2单元501室', communityId: NORTH })
    const members = (await all.rows(householdMembers).list({ sort: ['createdAt', 'asc'] })).rows
    expect(members.map(({ relation, livesHere }) => [relation, livesHere])).toEqual([
      ['head', true],
      ['spouse', true],
      ['son', false],
    ])
    const head = await all.rows(people).first({ name: '张三丰' })
    expect(household?.headPersonId).toBe(head?.id)
    expect(head).toMatchObject({
      openTags: ['aged', 'empty_nest'],
      source: 'counter',
      residenceKind: 'registered',
      sex: 'male',
      birthDate: '1940-05-01',
    })
    const wife = await all.rows(people).first({ name: '王秀英' })
    expect(wife).toMatchObject({ note: '类别：党员' })
    const recorded = (await all.rows(personTags).list({ filter: { personId: wife?.id ?? '', basis: 'import' } })).rows
    expect(recorded.map(({ tag, basisText }) => [tag, basisText])).toEqual([['disabled', '居民台账类别：残疾']])
  })
  expect(await load(family)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(await street.as(admin, (ctx) => ctx.rows(people).count())).toBe(3)
  expect(await street.as(admin, (ctx) => ctx.rows(residences).count())).toBe(3)
})

test('a changed line updates the same person, and a move carries her to the new home and out of the old household', async () => {
  const [, wife] = family
  const moved = { ...wife, address: '幸福小区4号楼1单元101室', head: '', relation: '户主', phone: '13900000009' } as Line
  expect(await load([moved])).toEqual(['updated'])
  await street.as(admin, async (ctx) => {
    const all = ctx.elevated()
    expect(await all.rows(people).first({ name: '王秀英' })).toMatchObject({ address: '幸福小区4号楼1单元101室', phone: '139****0009' })
    expect(await all.rows(households).first({ name: '张三丰户' })).toMatchObject({ memberCount: 2 })
    const left = await all.rows(people).first({ name: '张三丰' })
    expect(left?.openTags).toEqual(['aged', 'empty_nest', 'living_alone'])
  })
})

test('without a number the registry’s namesake of the same home is offered for merging', async () => {
  await street.as(north, (ctx) => person(ctx, { name: '赵先', birthDate: '1950-01-01', phone: '13700000001' }))
  const line = { name: '赵先', idNumber: numberOf('1950-01-01', 33), address: '幸福小区5号楼1单元101室', phone: '13700000001' }
  expect(await load([line])).toEqual(['created'])
  const pairs = await street.as(north, async (ctx) => (await ctx.rows(duplicates).list()).rows)
  expect(pairs.map(({ reason, status }) => [reason, status])).toEqual([['phone', 'open']])
})

test('places are found by name, by grid, by the only community in reach, and refused in plain words', async () => {
  const line = { name: '孙某', birthDate: '1980-01-01', address: '某某花园1号楼101室' }
  const check = (more: Line, who: Actor = admin): Promise<string[]> =>
    street.as(who, async (ctx) => ((await residents.check?.(ctx, { ...line, ...more })) ?? []).map(({ code }) => code))
  expect(await check({})).toEqual(['ledger.community_missing'])
  expect(await check({}, north)).toEqual([])
  expect(await check({ community: '前程' })).toEqual([])
  expect(await check({ community: '前程社区' })).toEqual([])
  expect(await check({ community: NORTH })).toEqual([])
  expect(await check({ community: '月球社区' })).toEqual(['ledger.community_unknown'])
  expect(await check({ grid: '第一网格' })).toEqual([])
  expect(await check({ grid: GRID })).toEqual([])
  expect(await check({ grid: '第九网格' })).toEqual(['ledger.grid_unknown'])
  expect(await check({ community: '绿苑', grid: GRID })).toEqual(['ledger.grid_elsewhere'])
  expect(await check({ community: '绿苑' }, north)).toEqual(['ledger.community_out_of_reach'])
  expect(await check({ address: '幸福小区9号楼101室' })).toEqual([])
})

test('another community’s resident is not taken over by a spreadsheet', async () => {
  const [head] = family
  expect(await load([{ ...head, community: '绿苑社区' } as Line], south)).toEqual(['ledger.recorded_elsewhere'])
})

test('a less trusted ledger proposes and does not overwrite', async () => {
  const number = numberOf('1966-01-01', 44)
  await street.as(north, (ctx) => person(ctx, { name: '周定', idNumber: number, phone: '13600000001' }))
  const line = { name: '周定', idNumber: number, phone: '13600000002', address: '幸福小区6号楼1单元101室' }
  const as = { actor: admin, street: streetDefinition, pluginId: 'registry' }
  await street.store.modules.change(as, 'registry', { settings: { ledgerSource: 'officer' } })
  expect(await load([line])).toEqual(['updated'])
  const found = await street.as(north, async (ctx) => ctx.rows(people).first({ name: '周定' }))
  expect(found).toMatchObject({ phone: '136****0001', address: '幸福小区6号楼1单元101室', source: 'counter' })
  const proposals = await street.as(north, async (ctx) => (await ctx.rows(changeProposals).list()).rows)
  expect(proposals.map(({ field, newPhone, source }) => [field, newPhone, source])).toEqual([['phone', '136****0002', 'officer']])
})
