import { accessOf, systemAccess, type Actor, type Place, type Role } from '@linli/core/access'
import { defineReasons } from '@linli/core/refusal'
import type { PrivacyClass } from '@linli/core/privacy'
import {
  boolean,
  choice,
  date,
  dateTime,
  defineEvent,
  definePlugin,
  defineResource,
  defineStreet,
  file,
  geoPoint,
  idNumber,
  integer,
  json,
  longText,
  money,
  phone,
  ref,
  tags,
  text,
  use,
} from '@linli/kit'
import * as z from 'zod'
import { definePluginServer, pluginSql, type LoadedPlugin, type RunAs } from '../src/index.ts'

const reason = defineReasons({
  'parks.too_many_seats': { zh: '座位太多', en: 'Too many seats' },
  'parks.frozen': { zh: '不能改', en: 'Frozen' },
  'parks.sold_out': { zh: '已领完', en: 'None left' },
})

export const STREET = '411402004'
export const NORTH = '411402004001'
export const SOUTH = '411402004002'

export const keepers = defineResource({
  name: 'parks.keepers',
  title: '管护员',
  scope: 'community',
  display: 'name',
  fields: {
    name: text({ title: '姓名', required: true, search: true, pinyin: true }),
    idNumber: idNumber({ title: '身份证号', unique: true, search: true }),
    phone: phone({ title: '电话', search: true }),
    income: money({ title: '收入', privacy: 'P3' }),
    note: longText({ title: '备注', privacy: 'P4' }),
    born: date({ title: '出生日期', readOnly: true }),
    skills: tags({ title: '技能', options: { pruning: '修剪', planting: '栽种', repair: '维修' } }),
    grade: choice({ title: '等级', options: { a: '一级', b: '二级' }, required: true, default: 'b' }),
  },
  list: { columns: ['name', 'phone'], filters: ['grade', 'skills'], sort: ['name', 'asc'] },
  writable: { delete: true },
  derive: ({ idNumber: number }) => (number ? { born: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` } : {}),
})

export const benches = defineResource({
  name: 'parks.benches',
  title: '长椅',
  scope: 'grid',
  display: 'place',
  fields: {
    place: text({ title: '位置', required: true, search: true }),
    code: text({ title: '编号', unique: true, immutable: true }),
    seats: integer({ title: '座位', min: 1 }),
    keeper: ref('parks.keepers', { title: '管护员' }),
    isCovered: boolean({ title: '有顶', required: true, default: false }),
    checkedAt: dateTime({ title: '检查时间' }),
    from: date({ title: '启用' }),
    spot: geoPoint({ title: '位置点' }),
    extra: json(z.record(z.string(), z.unknown()), { title: '其他' }),
    photo: file({ title: '照片', accept: ['image/png'] }),
    total: integer({ title: '合计', readOnly: true }),
  },
  list: { columns: ['place', 'status'], filters: ['isCovered', 'status'], sort: ['seats', 'desc'] },
  workflow: {
    initial: 'sound',
    states: { sound: { title: '完好' }, broken: { title: '损坏' }, gone: { title: '拆除', final: true } },
    steps: {
      damage: { title: '报损', from: ['sound'], to: 'broken', input: { note: text({ title: '说明', required: true }) } },
      mend: {
        title: '修复',
        from: ['broken'],
        to: 'sound',
        input: { seats: integer({ title: '座位', min: 1 }) },
        promise: { n: 3, unit: 'workingDays' },
      },
      dismantle: { title: '拆除', from: ['broken'], to: 'gone', todo: true, waitsAt: 'community' },
      rot: { title: '朽坏', from: ['sound'], to: 'broken', automatic: true },
    },
  },
  check: ({ seats }) => ((seats ?? 0) > 20 ? [reason('parks.too_many_seats', { most: 20 }, 'seats')] : []),
})

export const notices = defineResource({
  name: 'parks.notices',
  title: '告示',
  scope: 'street',
  display: 'title',
  fields: {
    title: text({ title: '标题', required: true }),
    left: integer({ title: '剩余', required: true, default: 3 }),
    from: date({ title: '起' }),
    to: date({ title: '止' }),
  },
  list: { columns: ['title'] },
  unique: [['title', 'from']],
})

export const tickets = defineResource({
  name: 'parks.tickets',
  title: '票',
  scope: 'street',
  display: 'holder',
  fields: { notice: ref('parks.notices', { title: '告示', required: true }), holder: text({ title: '持有人', required: true }) },
  list: { columns: ['holder'] },
})

export const broken = defineEvent({ name: 'parks.bench.broken', title: '长椅损坏', data: z.object({ benchId: z.string() }) })

export const parks = definePlugin({
  id: 'parks',
  package: '@example/parks',
  entries: ['server'],
  title: '公园',
  summary: '长椅台账',
  resources: [keepers, benches, notices, tickets],
  events: [broken],
  figures: [
    { name: 'parks.bench-count', title: '长椅数', resource: 'parks.benches', by: 'status' },
    { name: 'parks.income-sum', title: '收入合计', resource: 'parks.keepers', sum: 'income' },
  ],
  settings: { days: integer({ title: '天数', default: 3, required: true }), greeting: text({ title: '问候' }) },
})

export const log = defineResource({
  name: 'ledger.lines',
  title: '流水',
  scope: 'community',
  display: 'line',
  fields: { line: text({ title: '内容', required: true }) },
  list: { columns: ['line'] },
})

/** Listens to the parks; what it hears can be made to fail. */
export const ledger = definePlugin({
  id: 'ledger',
  package: '@example/ledger',
  entries: ['server'],
  title: '流水账',
  summary: '',
  needs: ['parks'],
  listens: ['parks'],
  resources: [log],
})

export const hearing: { fail: (() => void) | undefined } = { fail: undefined }

/** A promise that differs from bench to bench. */
function promisedIn(extra: Readonly<Record<string, unknown>> | null | undefined): { readonly dueAt?: string } {
  return typeof extra?.promised === 'string' ? { dueAt: extra.promised } : {}
}

export const parksServer = definePluginServer(parks, {
  migrations: [{ name: '0001_create', up: pluginSql(parks) }],
  guards: {
    'parks.benches': {
      create: (_ctx, { values }) => ({ total: (values.seats ?? 0) * 2, ...promisedIn(values.extra) }),
      update: (_ctx, { patch }) => promisedIn(patch.extra),
      damage: async (ctx, { row, input }) => {
        if (input.note === 'never') return reason('parks.frozen')
        await ctx.emit(broken, { resource: benches, id: row.id, communityId: row.communityId }, { benchId: row.id })
        return promisedIn(row.extra)
      },
    },
  },
  effects: {
    'parks.benches': {
      dismantle: async (ctx, { after }) => {
        await ctx
          .elevated()
          .rows(notices)
          .create({ title: `拆除 ${after.id}` })
      },
    },
  },
  actions: {},
  reports: {},
})

const ledgerServer = definePluginServer(ledger, {
  migrations: [{ name: '0001_create', up: pluginSql(ledger) }],
  actions: {},
  reports: {},
  on: {
    'parks.bench.broken': async (ctx, event) => {
      await ctx.rows(log).create({ line: `${event.name} ${event.data.benchId ?? ''}`, communityId: event.communityId })
      hearing.fail?.()
    },
  },
  jobs: {
    sweep: {
      title: '清理',
      every: '0 3 * * *',
      run: async (ctx) => {
        await ctx.rows(log).create({ line: `swept ${ctx.today}` })
      },
    },
  },
})

export const plugins: readonly LoadedPlugin[] = [
  { plugin: parks, server: parksServer },
  { plugin: ledger, server: ledgerServer },
]

export const street = defineStreet({
  code: STREET,
  name: '白云街道',
  officialName: '白云街道办事处',
  communities: [
    { code: NORTH, name: '北社区' },
    { code: SOUTH, name: '南社区' },
  ],
  modules: [use(parks, { days: 5 }), use(ledger)],
})

/** Somebody who may do everything at some places. */
export function person(
  places: readonly Omit<Place, 'streetId'>[],
  show: PrivacyClass = 'P1',
  reveal: PrivacyClass = 'P3',
  allow = ['**'],
): Actor {
  const role: Role = { name: 'r', title: '角色', allow, deny: [], clearance: { show, reveal } }
  const posts = places.map((place) => ({ role: 'r', place: { streetId: STREET, ...place }, from: '2000-01-01' }))
  return {
    kind: 'person',
    id: `person-${places.map((place) => place.gridId ?? place.communityId ?? '').join('+')}`,
    name: '王丽',
    streetId: STREET,
    access: accessOf([role], posts, '2026-11-22'),
  }
}

export const system: Actor = { kind: 'system', id: 'system', name: '系统', streetId: STREET, access: systemAccess(STREET) }
export const everywhere = person([{}])
export const north = person([{ communityId: NORTH }])
export const south = person([{ communityId: SOUTH }])

export function as(actor: Actor, more: Partial<RunAs> = {}): RunAs {
  return { actor, street, pluginId: 'parks', ...more }
}

export { reason }
