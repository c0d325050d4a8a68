import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divisionsOf, formatHomeAddress, homeAddressOf, naturalKey, parseHomeAddress } from '../../src/rules/address.ts'

const known = [...divisionsOf('河南省商丘市梁园区白云街道办事处'), '白云街道', '前程社区', '前程社区居委会']

test.each([
  ['幸福小区3号楼2单元501室', '幸福小区3号楼2单元501室'],
  ['幸福小区3栋2单元501', '幸福小区3号楼2单元501室'],
  ['幸福小区三号楼二单元501', '幸福小区3号楼2单元501室'],
  ['幸福小区３号楼２单元５０１室', '幸福小区3号楼2单元501室'],
  ['幸福小区 3#楼 2单元 501', '幸福小区3号楼2单元501室'],
  ['幸福小区3-2-501', '幸福小区3号楼2单元501室'],
  ['幸福小区3号楼2-501', '幸福小区3号楼2单元501室'],
  ['幸福小区3-501', '幸福小区3号楼501室'],
  ['幸福小区十二幢1单元102户', '幸福小区12号楼1单元102室'],
  ['幸福小区A座1203', '幸福小区A号楼1203室'],
  ['河南省商丘市梁园区白云街道前程社区幸福小区3号楼2单元501室', '幸福小区3号楼2单元501室'],
  ['白云街道办事处前程社区居委会新城市花园6号楼301', '新城市花园6号楼301室'],
  ['前程街12号', '前程街12号'],
  ['前程街12号院3号', '前程街12号3室'],
])('%s is read as %s', (written, canonical) => {
  const parsed = parseHomeAddress(written, known)
  expect(parsed.ok ? formatHomeAddress(parsed.value) : parsed.refusal).toBe(canonical)
})

test.each([
  ['', 'address.empty'],
  ['白云街道', 'address.no_building'],
  ['幸福小区', 'address.no_building'],
  ['幸福小区3号楼', 'address.no_room'],
  ['3号楼2单元501', 'address.no_estate'],
  ['幸福小区3号楼2单元501室对面', 'address.left_over'],
])('%s is refused with %s', (written, code) => {
  const parsed = parseHomeAddress(written, known)
  expect(parsed.ok ? parsed.value : parsed.refusal.code).toBe(code)
})

test('what was written out is read back as the same home', () => {
  const estate = fc.constantFrom('幸福小区', '绿苑花园', '城市之星', '前程家属院', '锦绣天成')
  const home = fc.record({
    estate,
    building: fc.integer({ min: 1, max: 99 }),
    entrance: fc.option(fc.integer({ min: 1, max: 9 })),
    room: fc.integer({ min: 101, max: 3304 }),
  })
  fc.assert(
    fc.property(home, ({ estate: name, building, entrance, room }) => {
      const columns = homeAddressOf({
        estate: name,
        building: `${building}`,
        entrance: entrance === null ? null : `${entrance}`,
        room: `${room}`,
      })
      expect(columns.ok).toBe(true)
      if (!columns.ok) return
      expect(parseHomeAddress(formatHomeAddress(columns.value), known)).toEqual(columns)
    }),
  )
})

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => typeof parseHomeAddress(text, known).ok === 'boolean'))
})

test('buildings sort as people count', () => {
  expect(['10号楼', '2号楼', '1号楼'].toSorted((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1))).toEqual(['1号楼', '2号楼', '10号楼'])
})
