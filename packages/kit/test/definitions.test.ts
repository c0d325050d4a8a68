import { expect, test } from 'vitest'
import {
  defineAction,
  defineEvent,
  definePlugin,
  defineReport,
  defineResource,
  defineStreet,
  type Fields,
  isAsked,
  withoutUnasked,
  integer,
  pluginPermissions,
  ref,
  resolveFilter,
  text,
  use,
} from '../src/index.ts'
import * as z from 'zod'

const fields = { name: text({ title: '名称', required: true }) }
const benches = defineResource({
  name: 'parks.benches',
  title: '长椅',
  scope: 'community',
  display: 'name',
  fields,
  list: { columns: ['name'] },
  writable: { delete: true },
  workflow: {
    initial: 'sound',
    states: { sound: { title: '完好' }, broken: { title: '损坏', final: true } },
    steps: {
      report: { title: '报损', from: ['sound'], to: 'broken' },
      rot: { title: '朽坏', from: ['sound'], to: 'broken', automatic: true },
    },
  },
})
const plugin = { id: 'parks', package: '@example/parks', entries: [], title: '公园', summary: '' } as const
const parks = definePlugin({
  ...plugin,
  resources: [benches],
  settings: { days: integer({ title: '天数', default: 3, required: true, max: 9 }) },
})
const resource = (more: object): unknown =>
  defineResource({
    name: 'parks.trees',
    title: '树',
    scope: 'street',
    display: 'name',
    fields,
    list: { columns: ['name'] },
    ...more,
  } as never)
const street = {
  code: '411402004',
  name: '白云街道',
  officialName: '白云街道办事处',
  communities: [{ code: '411402004001', name: '前程社区' }],
}

test.each([
  ['resource.name', () => resource({ name: 'Parks.trees' })],
  ['resource.field_name', () => resource({ fields: { ...fields, tree_kind: text({ title: '树种' }) } })],
  ['resource.field_reserved', () => resource({ fields: { ...fields, version: text({ title: '版本' }) } })],
  ['resource.unknown_column', () => resource({ list: { columns: ['nmae'] } })],
  ['resource.sensitive_search', () => resource({ fields: { ...fields, illness: text({ title: '病情', privacy: 'P3', search: true }) } })],
  ['resource.default', () => resource({ fields: { ...fields, no: integer({ title: '编号', default: 0, min: 1 }) } })],
  ['resource.when', () => resource({ fields: { ...fields, no: text({ title: '编号', when: { name: ['x'] } }) } })],
  ['resource.unknown_column', () => resource({ display: 'nmae' })],
  [
    'resource.sealed_in_list',
    () => resource({ fields: { ...fields, story: text({ title: '经历', privacy: 'P4' }) }, list: { columns: ['story'] } }),
  ],
  ['resource.hundredths', () => resource({ fields: { ...fields, points: integer({ title: '得分', hundredths: true }) } })],
  ['resource.readonly_required', () => resource({ fields: { ...fields, no: text({ title: '编号', required: true, readOnly: true }) } })],
  [
    'resource.step_name',
    () =>
      resource({
        workflow: {
          initial: 'a',
          states: { a: { title: 'a' }, b: { title: 'b', final: true } },
          steps: { remove: { title: '去', from: ['a'], to: 'b' } },
        },
      }),
  ],
  [
    'resource.waits_for',
    () =>
      resource({
        workflow: {
          initial: 'a',
          states: { a: { title: 'a' }, b: { title: 'b', final: true } },
          steps: { take: { title: '接收', from: ['a'], to: 'b', todo: true, waitsFor: 'name' } },
        },
      }),
  ],
  [
    'resource.alone',
    () =>
      resource({
        workflow: {
          initial: 'a',
          states: { a: { title: 'a' }, b: { title: 'b', final: true } },
          steps: { take: { title: '接收', from: ['a'], to: 'b', alone: true } },
        },
      }),
  ],
  [
    'resource.when',
    () =>
      resource({
        workflow: {
          initial: 'a',
          states: { a: { title: 'a' }, b: { title: 'b', final: true } },
          steps: { take: { title: '接收', from: ['a'], to: 'b', when: { name: ['x'] } } },
        },
      }),
  ],
  ['resource.hidden_from', () => resource({ hiddenFrom: { account: 'name', until: 'name' } })],
  ['workflow.dead_end', () => resource({ workflow: { initial: 'a', states: { a: { title: 'a' } }, steps: {} } })],
  ['action.name', () => defineAction({ name: 'parks.Count', title: '清点', input: {}, example: {} })],
  ['event.name', () => defineEvent({ name: 'parks.bench.Broken', title: '坏', data: z.object({}) })],
  [
    'report.unknown_column',
    () =>
      defineReport({
        name: 'parks.list',
        title: '台账',
        form: 'ledger',
        definition: '',
        consumer: '',
        params: {},
        columns: { a: { title: 'a', kind: 'text' } },
        chart: { type: 'bar', x: 'b', y: ['a'] },
      }),
  ],
  [
    'report.no_drill',
    () =>
      defineReport({
        name: 'parks.list',
        title: '台账',
        form: 'summary',
        definition: '',
        consumer: '',
        params: {},
        columns: { a: { title: 'a', kind: 'integer', drill: true } },
      }),
  ],
  ['plugin.foreign_name', () => definePlugin({ ...plugin, id: 'gardens', resources: [benches] })],
  ['plugin.name_twice', () => definePlugin({ ...plugin, resources: [benches, benches] })],
  [
    'plugin.ref_outside_needs',
    () =>
      definePlugin({
        ...plugin,
        resources: [resource({ fields: { ...fields, owner: ref('registry.people', { title: '人' }) } }) as never],
      }),
  ],
  [
    'plugin.ref_unknown',
    () => definePlugin({ ...plugin, resources: [resource({ fields: { ...fields, park: ref('parks.parks', { title: '园' }) } }) as never] }),
  ],
  [
    'plugin.figure_unknown',
    () => definePlugin({ ...plugin, resources: [benches], figures: [{ name: 'parks.n', title: 'n', resource: 'parks.trees' }] }),
  ],
  [
    'plugin.setting_without_default',
    () => definePlugin({ ...plugin, resources: [benches], settings: { days: integer({ title: '天数', required: true }) } }),
  ],
  [
    'plugin.setting_default',
    () =>
      definePlugin({
        ...plugin,
        resources: [benches],
        settings: { days: integer({ title: '天数', required: true, default: 12, max: 9 }) },
      }),
  ],
  ['street.code', () => defineStreet({ ...street, code: '411402', modules: [] })],
  ['street.community_code', () => defineStreet({ ...street, communities: [{ code: '411402005001', name: '别处' }], modules: [] })],
  ['street.community_twice', () => defineStreet({ ...street, communities: [...street.communities, ...street.communities], modules: [] })],
  ['street.module_twice', () => defineStreet({ ...street, modules: [use(parks), use(parks)] })],
  ['street.setting', () => defineStreet({ ...street, modules: [{ plugin: parks as never, settings: { days: 30 } }] })],
  ['street.setting', () => defineStreet({ ...street, modules: [{ plugin: parks as never, settings: { dayz: 3 } }] })],
  [
    'street.needs_missing',
    () => defineStreet({ ...street, modules: [use(definePlugin({ ...plugin, id: 'zoo', needs: ['parks'], resources: [] }))] }),
  ],
  [
    'street.needs_circle',
    () =>
      defineStreet({
        ...street,
        modules: [
          use(definePlugin({ ...plugin, id: 'a', needs: ['b'], resources: [] })),
          use(definePlugin({ ...plugin, id: 'b', needs: ['a'], resources: [] })),
        ],
      }),
  ],
] as const)('%s is told to the author when the definition is read', (code, define) => {
  expect(define).toThrow(expect.objectContaining({ code, message: expect.stringMatching(/.{30}/) }) as Error)
})

test('modules stand after those they need, whatever the order in the file', () => {
  const zoo = definePlugin({ ...plugin, id: 'zoo', needs: ['parks'], resources: [] })
  expect(defineStreet({ ...street, modules: [use(zoo), use(parks)] }).modules.map((module) => module.plugin.id)).toEqual(['parks', 'zoo'])
})

test('permissions follow from the definition: no automatic step, no delete unless asked for', () => {
  expect(pluginPermissions(parks as never).map(({ name }) => name)).toEqual([
    'parks.benches.read',
    'parks.benches.create',
    'parks.benches.update',
    'parks.benches.delete',
    'parks.benches.import',
    'parks.benches.export',
    'parks.benches.report',
  ])
})

test('a form asks only for what the choices call for, and forgets what no longer applies', () => {
  const asked = { kind: text({ title: '类别' }), other: text({ title: '其他', when: { kind: ['other'] } }) }
  expect([isAsked(asked.other, { kind: 'other' }), isAsked(asked.other, { kind: 'a' }), isAsked(asked.other, {})]).toEqual([
    true,
    false,
    false,
  ])
  expect(withoutUnasked(asked, { kind: 'a', other: '旧' })).toEqual({ kind: 'a', other: null })
})

test('relative days move with the calendar', () => {
  expect(resolveFilter({ day_gte: '$monthStart', day_lte: '$today', status: 'open', odd: '$nothing' }, '2026-11-22')).toEqual({
    day_gte: '2026-11-01',
    day_lte: '2026-11-22',
    status: 'open',
    odd: '$nothing',
  })
})

test('fields keep what they were given', () => {
  const given: Fields = { days: integer({ title: '天数', default: 3, required: true, max: 9 }) }
  expect(given.days).toMatchObject({
    kind: 'integer',
    title: '天数',
    default: 3,
    required: true,
    max: 9,
    min: -2_147_483_648,
    privacy: 'P0',
  })
})
