import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  address,
  boolean,
  choice,
  creditCode,
  date,
  dateTime,
  file,
  fraction,
  geoPoint,
  idNumber,
  integer,
  longText,
  money,
  parseInput,
  phone,
  ref,
  tags,
  text,
} from '../src/index.ts'

const fields = {
  name: text({ title: '姓名', required: true, max: 5 }),
  nick: text({ title: '小名', pattern: { source: '^\\p{Script=Han}+$', zh: '请用汉字', en: 'use Chinese characters' } }),
  sex: choice({ title: '性别', options: { male: '男', female: '女' } }),
  groups: tags({ title: '人群', options: { old: '高龄', poor: '困难' } }),
  idNumber: idNumber({ title: '身份证号' }),
  phone: phone({ title: '电话' }),
  code: creditCode({ title: '信用代码' }),
  birth: date({ title: '出生日期' }),
  seen: dateTime({ title: '时间' }),
  fee: money({ title: '金额', min: 100 }),
  count: integer({ title: '数量', min: 1, max: 9, default: 1, required: true }),
  rate: fraction({ title: '折扣', min: 1, max: 99 }),
  note: longText({ title: '备注' }),
  home: address({ title: '住址' }),
  photo: file({ title: '照片' }),
  at: geoPoint({ title: '位置' }),
  head: ref('registry.people', { title: '户主' }),
  own: boolean({ title: '自有' }),
  total: integer({ title: '合计', readOnly: true }),
} as const

const faultOf = (input: Record<string, unknown>): { field?: string; code: string; zh: string } | undefined => {
  const parsed = parseInput(fields, { name: '张三丰', ...input })
  return parsed.ok ? undefined : parsed.faults[0]
}

test('what is required and missing, or only blanks, is asked for by its name', () => {
  for (const name of [undefined, null, '', '   '])
    expect(faultOf({ name })).toMatchObject({ field: 'name', code: 'input.required', zh: '请填写姓名' })
})

test('defaults are filled at creation and left alone in a patch', () => {
  expect(parseInput(fields, { name: '张三丰' })).toMatchObject({ ok: true, value: { name: '张三丰', count: 1, sex: null } })
  expect(parseInput(fields, { nick: '三丰' }, { mode: 'patch' })).toEqual({ ok: true, value: { nick: '三丰' } })
  expect(parseInput(fields, { nick: '' }, { mode: 'patch' })).toEqual({ ok: true, value: { nick: null } })
})

test('what is not a field, or written by rules alone, is refused by name', () => {
  expect(faultOf({ admin: true })).toMatchObject({ field: 'admin', code: 'input.unknown' })
  expect(faultOf({ total: 3 })).toMatchObject({ field: 'total', code: 'input.unknown' })
  expect(parseInput(fields, JSON.parse('{"name":"张","__proto__":{"admin":true}}'))).toMatchObject({
    ok: false,
    faults: [{ field: '__proto__' }],
  })
  expect(parseInput(fields, { name: '张三丰', total: 3 }, { byRule: true })).toMatchObject({ ok: true, value: { total: 3 } })
})

test.each([
  [{ name: '一二三四五六' }, 'input.too_long', '姓名最多 5 个字'],
  [{ name: '张\n三' }, 'input.characters', '姓名里有不能用的字符，请删去换行和特殊符号'],
  [{ nick: 'zsf' }, 'input.pattern', '小名：请用汉字'],
  [{ sex: '男' }, 'input.choice', '性别只能从列表中选择'],
  [{ groups: ['young'] }, 'input.choice', '人群只能从列表中选择'],
  [{ idNumber: '110105194912310021' }, 'id.checksum', undefined],
  [{ idNumber: '990105194912310027' }, 'id.test_area', undefined],
  [{ phone: '12345' }, 'phone.mobile', undefined],
  [{ code: '91350100M000100Y4Z' }, 'credit_code.characters', undefined],
  [{ birth: '2026-02-29' }, 'date.not_real', '没有这一天：2026-02-29'],
  [{ seen: 'yesterday' }, 'input.format', '时间的格式不对'],
  [{ fee: 99 }, 'input.too_small', '金额不能小于 1.00 元'],
  [{ count: 10 }, 'input.too_big', '数量不能大于 9'],
  [{ count: 1.5 }, 'input.format', '数量的格式不对'],
  [{ rate: 100 }, 'input.too_big', '折扣不能大于 99'],
  [{ photo: '../../etc/passwd' }, 'input.format', '照片的格式不对'],
  [{ at: { lat: 91, lng: 0 } }, 'input.too_big', undefined],
  [{ head: '1' }, 'input.format', '户主的格式不对'],
  [{ own: 'yes' }, 'input.format', '自有的格式不对'],
])('%j is refused as %s', (input, code, zh) => {
  const fault = faultOf(input)
  expect(fault).toMatchObject({ field: Object.keys(input)[0], code })
  if (zh !== undefined) expect(fault?.zh).toBe(zh)
})

test('values come back in their stored form', () => {
  const parsed = parseInput(fields, {
    name: ' 张三丰 ',
    idNumber: '11010519491231002x',
    phone: '+86 138-1234-1234',
    seen: '2026-11-22T12:00:00+08:00',
    groups: ['old', 'old'],
  })
  expect(parsed).toMatchObject({
    ok: true,
    value: { name: '张三丰', idNumber: '11010519491231002X', phone: '13812341234', seen: '2026-11-22T04:00:00.000Z', groups: ['old'] },
  })
})

test('an identity number of nobody is taken where demo data is allowed, and nowhere else', () => {
  const input = { name: '张三丰', idNumber: '990105194912310028' }
  const strict = parseInput(fields, input)
  const demo = parseInput(fields, input, { allowTestArea: true })
  expect(strict.ok).toBe(false)
  expect(demo.ok || demo.faults[0]?.code !== 'id.test_area').toBe(true)
})

test('nothing that a client can send throws, and what is accepted is accepted again', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.record(Object.fromEntries(Object.keys(fields).map((key) => [key, fc.anything()])), { requiredKeys: [] })),
      (input) => {
        const parsed = parseInput(fields, input)
        if (!parsed.ok) return parsed.faults.length > 0
        const again = parseInput(fields, parsed.value, { byRule: true })
        return again.ok && JSON.stringify(again.value) === JSON.stringify(parsed.value)
      },
    ),
  )
})
