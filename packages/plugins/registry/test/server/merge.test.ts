import { afterAll, beforeAll, expect, test } from 'vitest'
import { duplicates, householdMembers, households, merges, people, personTags, residences } from '../../src/index.ts'
import { mergePeople } from '../../src/server/merge/merge-people.ts'
import { addTag } from '../../src/server/tags/actions.ts'
import type { Ctx } from '../../src/server/context.ts'
import {
  admin,
  north,
  NORTH,
  numberOf,
  openStreet,
  passes,
  person,
  refusals,
  room,
  SOUTH,
  south,
  visits,
  type TestStreet,
} from './street.ts'

let street: TestStreet
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

/** Everything that points at two people, with the people themselves, without what every write touches. */
async function picture(ctx: Ctx, ids: readonly string[]): Promise<unknown> {
  const all = ctx.elevated()
  const of = async (resource: never, filter: object): Promise<unknown> =>
    (await all.rows(resource).list({ filter: filter as never, limit: 200, sort: ['id', 'asc'] as never })).rows.map((row) => {
      const { version: _v, updatedAt: _u, updatedBy: _b, ...rest } = row as Record<string, unknown>
      return rest
    })
  const both = [...ids]
  return {
    people: await of(people as never, { id: both }),
    visits: await of(visits as never, { personId: both }),
    passes: await of(passes as never, { holderId: both }),
    residences: await of(residences as never, { personId: both }),
    members: await of(householdMembers as never, { personId: both }),
    heads: await of(households as never, { headPersonId: both }),
    recorded: await of(personTags as never, { personId: both, basis: 'manual' }),
    derived: ((await of(personTags as never, { personId: both, basis: 'rule', status: 'active' })) as { personId: string; tag: string }[])
      .map(({ personId, tag }) => `${personId} ${tag}`)
      .toSorted(),
  }
}

test('two records of one person are offered once, merged with every reference of every module, and taken apart to what they were', async () => {
  const { a, b } = await street.as(north, async (ctx) => {
    const home = await room(ctx)
    const first = await person(ctx, { name: '王秀英', birthDate: '1940-03-02', phone: '13812341234' })
    await ctx.rows(residences).create({ personId: first.id, unitId: home, kind: 'registered' })
    const second = await person(ctx, {
      name: '王 秀英'.replace(' ', ''),
      birthDate: '1940-03-02',
      idNumber: numberOf('1940-03-02', 22),
      ethnicity: '汉族',
    })
    await ctx.rows(residences).create({ personId: second.id, unitId: home, kind: 'permanent' })
    await ctx.rows(households).create({ unitId: home, headPersonId: second.id })
    await addTag(ctx, { id: second.id, tag: 'disabled', basisText: '残疾证 9 号' })
    return { a: first.id, b: second.id }
  })
  await street.as(admin, async (ctx) => {
    const all = ctx.elevated()
    await all.rows(visits).create({ personId: b, note: '十月走访', communityId: NORTH })
    await all.rows(visits).create({ personId: a, note: '十一月走访', communityId: NORTH })
    await all.rows(passes).create({ holderId: a, number: 'P1', communityId: NORTH })
    await all.rows(passes).create({ holderId: b, number: 'P2', communityId: NORTH })
  })
  const pairs = await street.as(north, async (ctx) => (await ctx.rows(duplicates).list()).rows)
  expect(pairs).toHaveLength(1)
  expect(pairs[0]).toMatchObject({ reason: 'name_birth_place', status: 'open', communityId: NORTH })
  const before = await street.as(admin, (ctx) => picture(ctx, [a, b]))

  const pair = pairs[0]
  if (!pair) return
  const keep = pair.personAId === a ? 'a' : 'b'
  await street.as(north, (ctx) => ctx.rows(duplicates).step(pair.id, 'merge', { keep, decisionNote: '已查验户口簿' }))

  await street.as(admin, async (ctx) => {
    const all = ctx.elevated()
    expect(await all.rows(people).get(b)).toMatchObject({ mergedInto: a, idNumber: null })
    expect(await all.rows(people).get(a)).toMatchObject({ ethnicity: '汉族', mergedInto: null })
    expect(await all.rows(people).first({ idNumber: numberOf('1940-03-02', 22) })).toMatchObject({ id: a })
    expect(await all.rows(visits).count({ personId: a })).toBe(2)
    expect((await all.rows(passes).list({ filter: { holderId: b } })).rows.map(({ number }) => number)).toEqual(['P2'])
    expect((await all.rows(personTags).list({ filter: { personId: a, status: 'active' } })).rows.map(({ tag }) => tag).toSorted()).toEqual([
      'aged',
      'disabled',
      'empty_nest',
      'living_alone',
    ])
    expect(await all.rows(personTags).count({ personId: b, status: 'active' })).toBe(0)
    expect(await all.rows(households).first({ headPersonId: a })).toBeDefined()
  })
  expect(await refusals(street.as(north, (ctx) => ctx.rows(people).update(b, { note: 'x' })))).toEqual(['person.merged'])
  const merge = await street.as(north, (ctx) => ctx.rows(merges).first({ keptId: a }))
  expect(merge?.moved?.find(({ resource }) => resource === 'visiting.passes')).toMatchObject({ ids: [], left: [expect.any(String)] })

  await street.as(north, (ctx) => ctx.rows(merges).step(merge?.id ?? '', 'undo', { undoReason: '是母女，不是一人' }))
  expect(await street.as(admin, (ctx) => picture(ctx, [a, b]))).toEqual(before)
  expect(await street.as(north, (ctx) => ctx.rows(duplicates).get(pair.id))).toMatchObject({ status: 'open' })
})

test('two identity numbers are two people until one is corrected', async () => {
  const [a, b] = await street.as(north, async (ctx) => [
    await person(ctx, { name: '陈一', idNumber: numberOf('1970-01-01', 1) }),
    await person(ctx, { name: '陈一', idNumber: numberOf('1970-01-01', 3) }),
  ])
  expect(await refusals(street.as(north, (ctx) => mergePeople(ctx, a?.id ?? '', b?.id ?? '', '同名')))).toEqual(['merge.two_numbers'])
  expect(await refusals(street.as(north, (ctx) => mergePeople(ctx, a?.id ?? '', a?.id ?? '', '自己')))).toEqual(['merge.same'])
})

test('a pair of two communities is the street’s: neither community sees it or merges it', async () => {
  const a = await street.as(north, (ctx) => person(ctx, { name: '刘跨区', birthDate: '1955-05-05', phone: '13900000001' }))
  const b = await street.as(south, (ctx) =>
    person(ctx, { name: '刘跨区', birthDate: '1955-05-05', phone: '13900000001', communityId: SOUTH }),
  )
  const filter = { reason: 'phone' } as const
  expect(await street.as(north, (ctx) => ctx.rows(duplicates).count(filter))).toBe(0)
  expect(await street.as(south, (ctx) => ctx.rows(duplicates).count(filter))).toBe(0)
  expect(await street.as(admin, (ctx) => ctx.rows(duplicates).count(filter))).toBe(1)
  expect(await refusals(street.as(north, (ctx) => mergePeople(ctx, a.id, b.id, '同一人')))).toEqual(['merge.out_of_reach'])
})

test('a pair that was told apart is not asked about again', async () => {
  const pairOf = (): Promise<{ id: string; status: string }[]> =>
    street.as(north, async (ctx) => (await ctx.rows(duplicates).list({ filter: { reason: 'phone', communityId: NORTH } })).rows as never)
  const a = await street.as(north, (ctx) => person(ctx, { name: '杨双', phone: '13900000002' }))
  await street.as(north, (ctx) => person(ctx, { name: '杨双', phone: '13900000002' }))
  const [pair] = await pairOf()
  await street.as(north, (ctx) => ctx.rows(duplicates).step(pair?.id ?? '', 'different', { decisionNote: '堂兄弟' }))
  await street.as(north, (ctx) => ctx.rows(people).update(a.id, { birthDate: '1960-01-01' }))
  expect((await pairOf()).map(({ status }) => status)).toEqual(['different'])
})
