import { expectTypeOf, test } from 'vitest'
import {
  choice,
  defineResource,
  definePlugin,
  integer,
  ref,
  text,
  use,
  type NewRow,
  type Row,
  type StepInput,
  type StepName,
} from '../src/index.ts'

const benches = defineResource({
  name: 'parks.benches',
  title: '长椅',
  scope: 'community',
  display: 'place',
  fields: {
    place: text({ title: '位置', required: true }),
    wood: choice({ title: '材质', options: { oak: '橡木', pine: '松木' }, required: true, default: 'oak' }),
    seats: integer({ title: '座位', min: 1 }),
    park: ref('parks.parks', { title: '公园' }),
  },
  list: { columns: ['place', 'status'], filters: ['wood'] },
  workflow: {
    initial: 'sound',
    states: { sound: { title: '完好' }, broken: { title: '损坏' }, gone: { title: '拆除', final: true } },
    steps: {
      damage: { title: '报损', from: ['sound'], to: 'broken', input: { note: text({ title: '说明', required: true }) } },
      remove: { title: '拆除', from: ['broken'], to: 'gone' },
    },
  },
})
const parks = definePlugin({
  id: 'parks',
  package: '@example/parks',
  entries: [],
  title: '公园',
  summary: '',
  resources: [
    benches,
    defineResource({
      name: 'parks.parks',
      title: '公园',
      scope: 'community',
      display: 'name',
      fields: { name: text({ title: '名称' }) },
      list: { columns: ['name'] },
    }),
  ],
  settings: { days: integer({ title: '天数', default: 3, required: true }) },
})

test('rows, inputs and steps carry their types', () => {
  expectTypeOf<Row<typeof benches>['place']>().toEqualTypeOf<string>()
  expectTypeOf<Row<typeof benches>['seats']>().toEqualTypeOf<number | null>()
  expectTypeOf<Row<typeof benches>['wood']>().toEqualTypeOf<'oak' | 'pine'>()
  expectTypeOf<Row<typeof benches>['status']>().toEqualTypeOf<'sound' | 'broken' | 'gone'>()
  expectTypeOf<StepName<typeof benches>>().toEqualTypeOf<'damage' | 'remove'>()
  expectTypeOf<StepInput<typeof benches, 'damage'>['note']>().toEqualTypeOf<string>()
  const fresh: NewRow<typeof benches> = { place: '东门' }
  expectTypeOf(fresh.place).toEqualTypeOf<string>()
})

const named = { title: 'b', scope: 'street', display: 'name', fields: { name: text({ title: 'n' }) } } as const

test('an author is stopped', () => {
  // @ts-expect-error a list column that does not exist
  defineResource({ name: 'a.bs', ...named, list: { columns: ['nmae'] } })
  const states = { on: { title: '开' }, off: { title: '关', final: true } } as const
  const list = { columns: ['name'] } as const
  const steps = { close: { title: '关', from: ['on'], to: 'offf' } } as const
  // @ts-expect-error a step to a state that does not exist
  defineResource({ name: 'a.bs', ...named, list, workflow: { initial: 'on', states, steps } })
  // @ts-expect-error a setting of the wrong type
  use(parks, { days: 'three' })
  // @ts-expect-error a setting that does not exist
  use(parks, { dayz: 3 })
  use(parks, { days: 3 })
  // @ts-expect-error a status that cannot be
  const status: Row<typeof benches>['status'] = 'brokn'
  // @ts-expect-error a step that does not exist
  const step: StepName<typeof benches> = 'damge'
  // @ts-expect-error a column that does not exist
  const missing: keyof Row<typeof benches> = 'plac'
  void [status, step, missing]
})
