import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { people, personTags } from '../../src/index.ts'
import { residents } from '../../src/server/imports/residents.ts'
import { admin, north, numberOf, openStreet, type TestStreet } from './street.ts'

let street: TestStreet
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

type Line = Readonly<Record<string, string>>

/** Couples, each with a home and a tag. */
function ledger(estate: string, born: number, lines: number): Line[] {
  return Array.from({ length: lines }, (_, index) => {
    const home = Math.floor(index / 2)
    const isHead = index % 2 === 0
    return {
      name: isHead ? '王建国' : '李秀兰',
      idNumber: numberOf(`${born}-03-05`, home * 2 + (isHead ? 1 : 0)),
      address: `${estate}${(home % 4) + 1}号楼1单元${Math.floor(home / 4) + 1}01室`,
      residence: '户籍',
      relation: isHead ? '户主' : '妻',
      head: '王建国',
      phone: `154${String(20_000_000 + index)}`,
      category: '残疾',
    }
  })
}

/** A transaction of the server's import; the statements that it took. */
async function statementsOf(lines: readonly Line[]): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    const outcomes = await street.as(north, async (ctx) => {
      await residents.prepare?.(ctx, lines)
      const each: string[] = []
      for (const line of lines) each.push((await ctx.attempt(async () => residents.apply(ctx, line))).outcome)
      await residents.finish?.(ctx)
      return each
    })
    expect(outcomes).toEqual(lines.map(() => 'created'))
    return query.mock.calls.length
  } finally {
    query.mockRestore()
  }
}

test('five times the lines of a ledger take hardly more statements', async () => {
  const few = await statementsOf(ledger('幸福小区', 1950, 20))
  const many = await statementsOf(ledger('平安小区', 1960, 100))
  expect(few).toBeGreaterThan(5)
  expect(many - few).toBeLessThanOrEqual(8)
  await street.as(admin, async (ctx) => {
    expect(await ctx.rows(people).count()).toBe(120)
    expect(await ctx.elevated().rows(personTags).count({ tag: 'disabled', status: 'active' })).toBe(120)
  })
})
