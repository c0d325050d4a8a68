import { idCheckCharacter } from '@linli/core/identifier'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLedgerLine } from '../../src/rules/ledger-line.ts'
import { readCategories, readDay } from '../../src/rules/ledger-words.ts'

const context = { today: '2026-11-22', divisions: ['白云街道', '前程社区'] }
const id = (body: string): string => body + idCheckCharacter(body)
const woman = id('99000119500302002')
const good = { name: '王秀英', idNumber: woman, address: '幸福小区3号楼2单元501室', residence: '户籍', relation: '妻', head: '张三丰' }
const codes = (values: Record<string, unknown>): string[] => readLedgerLine(values, context).faults.map((fault) => fault.code)

test('a good line is understood, sex and birth from the number', () => {
  const read = readLedgerLine(good, context)
  expect(read).toMatchObject({
    ok: true,
    line: {
      name: '王秀英',
      sex: 'female',
      birthDate: '1950-03-02',
      residence: 'registered',
      relation: 'spouse',
      home: { estate: '幸福小区', building: '3号楼', entrance: '2单元', room: '501' },
    },
  })
})

test.each([
  [{ sex: '男' }, 'ledger.sex_contradicts'],
  [{ sex: '中' }, 'ledger.sex'],
  [{ birthDate: '1950-03-03' }, 'ledger.birth_contradicts'],
  [{ birthDate: '1950-02-30' }, 'ledger.date_not_real'],
  [{ birthDate: '1950年3月' }, 'ledger.date'],
  [{ idNumber: null }, 'ledger.identity_missing'],
  [{ idNumber: null, birthDate: '2027-01-01' }, 'ledger.birth_future'],
  [{ idNumber: null, birthDate: '1880-01-01' }, 'ledger.birth_old'],
  [{ name: '王秀英13800000000' }, 'ledger.name_odd'],
  [{ residence: '不知道' }, 'ledger.residence'],
  [{ relation: '远房' }, 'ledger.relation'],
  [{ address: '幸福小区' }, 'address.no_building'],
  [{ address: null }, 'address.empty'],
])('%j is refused with %s alone', (change, code) => {
  expect(codes({ ...good, ...change })).toEqual([code])
})

test('all faults of a line are told at once', () => {
  expect(codes({ ...good, sex: '男', birthDate: '1950/3/3', relation: '?' }).length).toBe(3)
})

test('a fault never repeats the identity number', () => {
  const read = readLedgerLine({ ...good, sex: '男', birthDate: '1951-01-01' }, context)
  expect(JSON.stringify(read.faults)).not.toContain(woman)
})

test('four columns and one text are the same home', () => {
  const { address: _, ...rest } = good
  const columns = readLedgerLine({ ...rest, estate: '幸福小区', building: '3', entrance: '2', room: '501' }, context)
  const text = readLedgerLine(good, context)
  expect(columns.ok && columns.line.home).toEqual(text.ok && text.line.home)
})

test('an address without its estate takes it from its own column', () => {
  const read = readLedgerLine({ ...good, estate: '幸福小区', address: '3号楼2单元501室' }, context)
  expect(read.ok && read.line.home.estate).toBe('幸福小区')
})

test.each(['1950-03-02', '1950/3/2', '1950.03.02', '1950年3月2日', '19500302', '1950-03-02T00:00:00.000Z'])('%s is a day', (text) => {
  const day = readDay(text, 'birthDate', '出生日期')
  expect(day.ok && day.value).toBe('1950-03-02')
})

test('1950312 is no day, because it could be two', () => {
  expect(readDay('1950312', 'birthDate', '出生日期').ok).toBe(false)
})

test('categories become tags; what rules derive is left to them; what nobody knows is kept', () => {
  expect(readCategories('低保户、残疾人 高龄老人，党员，普通居民')).toEqual({
    tags: [
      { tag: 'hardship', word: '低保户' },
      { tag: 'disabled', word: '残疾人' },
    ],
    unknown: ['党员'],
  })
})

test('nothing that stands in a cell makes the reader throw', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant(null), fc.integer(), fc.boolean())
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('name', 'sex', 'birthDate', 'address', 'estate', 'room', 'relation', 'category', 'idNumber'), cell),
      (values) => {
        expect(typeof readLedgerLine(values, context).ok).toBe('boolean')
      },
    ),
  )
})
