import { afterAll, beforeAll, expect, test } from 'vitest'
import { householdMembers, households, people, personTags } from '../../src/index.ts'
import server from '../../src/server/index.ts'
import { addMember, removeMember } from '../../src/server/households/actions.ts'
import { markDifficulty } from '../../src/server/households/difficulty.ts'
import { householdTags } from '../../src/index.ts'
import { recordDeath, withdrawDeath } from '../../src/server/people/actions.ts'
import { addTag } from '../../src/server/tags/actions.ts'
import { admin, north, NORTH, numberOf, openStreet, person, refusals, room, south, system, type TestStreet } from './street.ts'

let street: TestStreet
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

const tagsOf = (id: string): Promise<string[]> =>
  street.as(admin, async (ctx) =>
    (
      await ctx
        .elevated()
        .rows(personTags)
        .list({ filter: { personId: id, status: 'active' }, sort: ['createdAt', 'asc'] })
    ).rows.map(({ tag }) => tag),
  )

test('the number fills in sex and birth, and an old person alone is aged and alone with the basis told', async () => {
  const id = await street.as(north, async (ctx) => {
    const { id: personId } = await person(ctx, { name: '张三丰', idNumber: numberOf('1940-05-01', 11) })
    const home = await ctx.rows(households).create({ unitId: await room(ctx), headPersonId: personId })
    expect(home).toMatchObject({ name: '张三丰户', address: '幸福小区3号楼2单元501室', communityId: NORTH })
    return personId
  })
  expect((await tagsOf(id)).toSorted()).toEqual(['aged', 'empty_nest', 'living_alone'])
  const [row, listed] = await street.as(north, async (ctx) => [
    await ctx.rows(people).get(id),
    (await ctx.rows(personTags).list({ filter: { personId: id, label: 'aged' } })).rows[0],
  ])
  expect(row).toMatchObject({ sex: 'male', birthDate: '1940-05-01', openTags: ['aged', 'empty_nest', 'living_alone'] })
  expect(listed).toMatchObject({ label: 'aged', basis: 'rule', ruleVersion: '2026-1', openBasis: '86 周岁，满 80 周岁', tag: null })
  expect(
    await street.as(north, async (ctx) => (await ctx.rows(people).list({ filter: { q: 'zsf' } })).rows.map(({ name }) => name)),
  ).toEqual(['张三丰'])
})

test('a grandchild who moves in ends 空巢 and 独居 for the elder, and leaving brings them back', async () => {
  const { elder, child, home } = await street.as(north, async (ctx) => {
    const elderId = (await person(ctx, { name: '李大爷', birthDate: '1945-01-01' })).id
    const childId = (await person(ctx, { name: '李小宝', birthDate: '2015-01-01' })).id
    const household = await ctx.rows(households).create({ unitId: await room(ctx, '502'), headPersonId: elderId })
    return { elder: elderId, child: childId, home: household.id }
  })
  expect((await tagsOf(elder)).toSorted()).toEqual(['aged', 'empty_nest', 'living_alone'])
  await street.as(north, (ctx) => addMember(ctx, { id: home, personId: child, relation: 'grandchild' }))
  expect(await tagsOf(elder)).toEqual(['aged'])
  expect(await street.as(north, (ctx) => ctx.rows(households).get(home))).toMatchObject({ memberCount: 2 })
  expect(await refusals(street.as(north, (ctx) => addMember(ctx, { id: home, personId: child, relation: 'son' })))).toEqual([
    'member.already',
  ])
  await street.as(north, (ctx) => removeMember(ctx, { id: home, personId: child }))
  expect((await tagsOf(elder)).toSorted()).toEqual(['aged', 'empty_nest', 'living_alone'])
})

test('a birthday brings the tag in the night, and no fact brings none', async () => {
  const soon = await street.as(north, (ctx) => person(ctx, { name: '王将老', birthDate: '1946-11-23' }))
  const unknown = await street.as(north, (ctx) => person(ctx, { name: '赵无期' }))
  expect(await tagsOf(soon.id)).toEqual([])
  const night = server.jobs?.['registry.nightly']
  await street.as(system, async (ctx) => night?.run(ctx as never), '2026-11-22T18:30:00.000Z')
  expect(await tagsOf(soon.id)).toEqual(['aged'])
  expect(await tagsOf(unknown.id)).toEqual([])
})

test('a household in difficulty shares its tag with every member, a new one too, and takes it away again', async () => {
  const { head, wife, home } = await street.as(north, async (ctx) => {
    const headId = (await person(ctx, { name: '周困难', birthDate: '1980-01-01' })).id
    const wifeId = (await person(ctx, { name: '吴氏', birthDate: '1982-01-01' })).id
    const household = await ctx.rows(households).create({ unitId: await room(ctx, '503'), headPersonId: headId })
    return { head: headId, wife: wifeId, home: household.id }
  })
  const given = { id: home, difficulty: 'subsistence', basisText: '低保证 0042 号' } as const
  expect(await refusals(street.as(south, (ctx) => markDifficulty(ctx, given)))).toEqual(['row.not_found'])
  const { householdTagId, members } = await street.as(north, (ctx) => markDifficulty(ctx, given))
  expect(members).toBe(1)
  expect(await refusals(street.as(north, (ctx) => markDifficulty(ctx, given)))).toEqual(['household.twice'])
  await street.as(north, (ctx) => addMember(ctx, { id: home, personId: wife, relation: 'spouse' }))
  expect([await tagsOf(head), await tagsOf(wife)]).toEqual([['hardship'], ['hardship']])

  const listed = await street.as(north, async (ctx) => (await ctx.rows(personTags).list({ filter: { personId: head } })).rows[0])
  expect(listed).toMatchObject({ label: 'protected', tag: null, basisText: null, openBasis: null })
  expect(await street.as(north, async (ctx) => (await ctx.rows(people).get(head)).openTags)).toBeNull()

  await street.as(north, (ctx) => ctx.rows(householdTags).step(householdTagId, 'end', { endReason: '收入已超标准' }))
  expect([await tagsOf(head), await tagsOf(wife)]).toEqual([[], []])
  expect(await street.as(admin, async (ctx) => (await ctx.elevated().rows(households).get(home)).difficulty)).toBeNull()
})

test('whoever leaves a household in difficulty leaves its tag', async () => {
  const { son, home } = await street.as(north, async (ctx) => {
    const headId = (await person(ctx, { name: '郑一', birthDate: '1960-01-01' })).id
    const sonId = (await person(ctx, { name: '郑二', birthDate: '1990-01-01' })).id
    const household = await ctx.rows(households).create({ unitId: await room(ctx, '504'), headPersonId: headId })
    await addMember(ctx, { id: household.id, personId: sonId, relation: 'son' })
    await markDifficulty(ctx, { id: household.id, difficulty: 'low_income', basisText: '评议会 11 月 3 日' })
    return { son: sonId, home: household.id }
  })
  expect(await tagsOf(son)).toEqual(['hardship'])
  await street.as(north, (ctx) => removeMember(ctx, { id: home, personId: son }))
  expect(await tagsOf(son)).toEqual([])
})

test('a recorded tag needs its evidence once, ends on its day in the night, and a derived one is nobody’s to end', async () => {
  const { id } = await street.as(north, (ctx) => person(ctx, { name: '孙退役', birthDate: '1940-01-01' }))
  const given = { id, tag: 'veteran', basisText: '退役证 88 号', to: '2026-12-31' } as const
  await street.as(north, (ctx) => addTag(ctx, given))
  expect(await refusals(street.as(north, (ctx) => addTag(ctx, given)))).toEqual(['tag.twice'])
  expect(await refusals(street.as(north, (ctx) => addTag(ctx, { ...given, tag: 'disabled', to: '2020-01-01' })))).toEqual([
    'tag.ends_before_start',
  ])
  expect((await tagsOf(id)).toSorted()).toEqual(['aged', 'veteran'])
  const aged = await street.as(north, async (ctx) => (await ctx.rows(personTags).first({ personId: id, label: 'aged' }))?.id ?? '')
  expect(await refusals(street.as(north, (ctx) => ctx.rows(personTags).step(aged, 'end', { endReason: '误' })))).toEqual(['tag.derived'])
  const night = server.jobs?.['registry.nightly']
  await street.as(system, async (ctx) => night?.run(ctx as never), '2026-12-31T18:30:00.000Z')
  expect(await tagsOf(id)).toEqual(['aged'])
  expect(await street.as(north, async (ctx) => (await ctx.rows(people).get(id)).openTags)).toEqual(['aged'])
})

test('death ends every tag; taken back, what was recorded returns and what is derived is derived', async () => {
  const { id } = await street.as(north, (ctx) => person(ctx, { name: '钱故人', birthDate: '1940-01-01' }))
  await street.as(north, (ctx) => addTag(ctx, { id, tag: 'disabled', basisText: '残疾证 5 号' }))
  expect(await refusals(street.as(north, (ctx) => recordDeath(ctx, { id, deceasedAt: '2027-01-01' })))).toEqual(['person.death_future'])
  expect(await refusals(street.as(north, (ctx) => recordDeath(ctx, { id, deceasedAt: '1939-01-01' })))).toEqual([
    'person.death_before_birth',
  ])
  expect(await street.as(north, (ctx) => recordDeath(ctx, { id, deceasedAt: '2026-11-20' }))).toEqual({ endedTags: 2 })
  expect(await tagsOf(id)).toEqual([])
  expect(await refusals(street.as(north, (ctx) => addTag(ctx, { id, tag: 'veteran', basisText: '证' })))).toEqual(['person.dead'])
  await street.as(north, (ctx) => withdrawDeath(ctx, { id, reason: '登记错人' }))
  expect((await tagsOf(id)).toSorted()).toEqual(['aged', 'disabled'])
})

test('a dead member no longer keeps the widow from living alone', async () => {
  const { widow, husband } = await street.as(north, async (ctx) => {
    const husbandId = (await person(ctx, { name: '冯老', birthDate: '1944-01-01' })).id
    const widowId = (await person(ctx, { name: '冯嫂', birthDate: '1948-01-01' })).id
    const home = await ctx.rows(households).create({ unitId: await room(ctx, '505'), headPersonId: husbandId })
    await ctx.rows(householdMembers).create({ householdId: home.id, personId: widowId, relation: 'spouse' })
    return { widow: widowId, husband: husbandId }
  })
  expect(await tagsOf(widow)).toEqual(['empty_nest'])
  await street.as(north, (ctx) => recordDeath(ctx, { id: husband, deceasedAt: '2026-11-01' }))
  expect((await tagsOf(widow)).toSorted()).toEqual(['empty_nest', 'living_alone'])
})
