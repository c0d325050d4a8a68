import { parseCreditCode, parseIdNumber, parsePhone } from '@linli/core/identifier'
import { expect, test } from 'vitest'
import { DEMO_MERCHANTS, DEMO_ORGANISATIONS, residents } from '../src/demo/index.ts'

const lines = residents(3000)

test('the invented residents are nobody: their area is assigned to no division, and real use refuses them', () => {
  for (const line of lines) {
    expect(parseIdNumber(line.身份证号, { allowTestArea: true })).toMatchObject({
      ok: true,
      value: { sex: line.性别 === '男' ? 'male' : 'female' },
    })
    expect(parseIdNumber(line.身份证号)).toMatchObject({ ok: false, refusal: { code: 'id.test_area' } })
    if (line.电话) expect(parsePhone(line.电话).ok).toBe(true)
  }
  expect(new Set(lines.map((line) => line.身份证号)).size).toBe(3000)
})

test('the same seed gives the same street, and a home holds one household', () => {
  expect(residents(200)).toEqual(lines.slice(0, 200))
  const homes = new Map<string, string>()
  for (const line of lines) {
    const home = `${line.小区}${line.楼栋}${line.单元}${line.房号}`
    expect(homes.get(home) ?? line.户号).toBe(line.户号)
    homes.set(home, line.户号)
  }
  expect(homes.size).toBeGreaterThan(1000)
})

test('43 merchants have credit codes that fit', () => {
  expect(DEMO_MERCHANTS).toHaveLength(43)
  expect(new Set(DEMO_MERCHANTS.map(({ name }) => name)).size).toBe(43)
  for (const { creditCode } of DEMO_MERCHANTS) expect(parseCreditCode(creditCode).ok).toBe(true)
})

test('every community has its committee and a property firm, with codes that fit and are nobody else’s', () => {
  const communities = Map.groupBy(DEMO_ORGANISATIONS, ({ community }) => community)
  expect(communities.size).toBe(5)
  for (const own of communities.values()) {
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['committee', 'property']))
  }
  const codes = [...DEMO_ORGANISATIONS, ...DEMO_MERCHANTS].map(({ creditCode }) => creditCode ?? '')
  for (const code of codes) expect(parseCreditCode(code).ok).toBe(true)
  expect(new Set(codes).size).toBe(codes.length)
})
