import { expect, expectTypeOf, test } from 'vitest'
import { defineResource, type NewRow, parseInput, phone, type Row, text } from '../src/index.ts'

const visits = defineResource({
  name: 'hall.visits',
  title: '来访',
  scope: 'community',
  display: 'matter',
  fields: {
    matter: text({ title: '事由', required: true }),
    name: text({ title: '姓名', required: true, privacy: 'P1', passing: true }),
    phone: phone({ title: '电话', passing: true }),
  },
  list: { columns: ['matter'] },
})

test('what is required and passing is asked of whoever writes, and a rule alone may empty it', () => {
  expect(parseInput(visits.fields, { matter: '问路' })).toMatchObject({ ok: false, faults: [{ code: 'input.required', field: 'name' }] })
  expect(parseInput(visits.fields, { name: null }, { mode: 'patch' })).toMatchObject({ ok: false, faults: [{ field: 'name' }] })
  expect(parseInput(visits.fields, { name: null }, { mode: 'patch', byRule: true })).toEqual({ ok: true, value: { name: null } })
  expect(parseInput(visits.fields, { matter: null }, { mode: 'patch', byRule: true })).toMatchObject({ ok: false })
  expectTypeOf<Row<typeof visits>['name']>().toEqualTypeOf<string | null>()
  expectTypeOf<Row<typeof visits>['matter']>().toEqualTypeOf<string>()
  expectTypeOf<NewRow<typeof visits>['name']>().toEqualTypeOf<string>()
})
