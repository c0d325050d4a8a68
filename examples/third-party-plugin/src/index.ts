import { choice, date, defineAction, defineEvent, definePlugin, defineReport, defineResource, integer, phone, ref, text } from '@linli/kit'
import * as z from 'zod'

/** What is found, in the order of the screen. */
export const KINDS = { papers: '证件', purse: '钱包', phone: '手机', keys: '钥匙', other: '其他' } as const

/** Things that were handed in, until somebody comes for them (民法典 art. 314–318: kept for a year, then the state's). */
export const items = defineResource({
  name: 'lost-and-found.items',
  title: '失物',
  scope: 'community',
  display: 'what',
  fields: {
    what: text({ title: '物品', required: true, max: 40, search: true, pinyin: true }),
    kind: choice({ title: '类别', required: true, options: KINDS }),
    place: text({ title: '捡到的地方', required: true, max: 60, search: true }),
    day: date({ title: '捡到的日期', required: true }),
    finderId: ref('registry.people', { title: '拾得人' }),
    claimant: text({ title: '领取人', max: 30, privacy: 'P1', readOnly: true }),
    claimantPhone: phone({ title: '领取人电话', readOnly: true }),
  },
  list: { columns: ['what', 'kind', 'place', 'day', 'status'], filters: ['status', 'kind', 'day'], sort: ['day', 'desc'] },
  workflow: {
    initial: 'kept',
    states: {
      kept: { title: '保管中', tone: 'waiting' },
      claimed: { title: '已领取', tone: 'good', final: true },
      handedOver: { title: '已上交', final: true },
    },
    steps: {
      claim: {
        title: '领取',
        from: ['kept'],
        to: 'claimed',
        input: {
          claimant: text({ title: '领取人', required: true, max: 30, privacy: 'P1' }),
          claimantPhone: phone({ title: '领取人电话', required: true }),
        },
      },
      handOver: { title: '上交公安', from: ['kept'], to: 'handedOver', confirm: '上交后不能再领取，确定吗？' },
    },
  },
  empty: '没有失物。有人交来时，点「新增」登记。',
})

/** Somebody came for their thing. */
export const claimed = defineEvent({ name: 'lost-and-found.item.claimed', title: '失物已领取', data: z.object({ itemId: z.string() }) })

/** Looks for what somebody has lost. */
export const search = defineAction({
  name: 'lost-and-found.search',
  title: '找失物',
  readOnly: true,
  input: {
    kind: choice({ title: '类别', required: true, options: KINDS }),
    lostOn: date({ title: '丢失日期', required: true }),
  },
  example: { items: [{ id: '0193b1f0-0000-7000-8000-000000000001', what: '黑色钱包', place: '南门' }] },
})

export const summary = defineReport({
  name: 'lost-and-found.summary',
  title: '失物办理情况',
  form: 'summary',
  definition: '按类别统计保管中的失物',
  consumer: '社区每月公示',
  params: {},
  columns: { title: { title: '类别', kind: 'text' }, count: { title: '件数', kind: 'integer', total: true, drill: true } },
  drill: ({ row }) => ({ resource: 'lost-and-found.items', filter: { kind: row.kind, status: 'kept' } }),
})

export const lostAndFound = definePlugin({
  id: 'lost-and-found',
  package: 'linli-plugin-lost-and-found',
  entries: ['server'],
  title: '失物招领',
  summary: '登记拾得的物品，等失主来领；一年无人领取的上交。',
  order: 200,
  needs: ['registry'],
  resources: [items],
  actions: [search],
  reports: [summary],
  events: [claimed],
  figures: [
    { name: 'lost-and-found.waiting', title: '待领失物', resource: 'lost-and-found.items', filter: { status: 'kept' }, by: 'kind' },
  ],
  settings: { keepDays: integer({ title: '保管天数', required: true, default: 365, min: 30, max: 730 }) },
  grants: {
    'community-director': ['lost-and-found.**'],
    'counter-clerk': ['lost-and-found.items.*', 'lost-and-found.search'],
    'street-leader': ['lost-and-found.*.read', 'lost-and-found.summary'],
  },
  english: {
    失物招领: 'Lost and found',
    失物: 'Found item',
    物品: 'Thing',
    类别: 'Kind',
    证件: 'Papers',
    钱包: 'Purse',
    手机: 'Mobile phone',
    钥匙: 'Keys',
    其他: 'Other',
    捡到的地方: 'Found at',
    捡到的日期: 'Found on',
    拾得人: 'Finder',
    领取人: 'Claimant',
    领取人电话: "Claimant's telephone",
    保管中: 'Kept',
    已领取: 'Claimed',
    已上交: 'Handed over',
    领取: 'Claim',
    上交公安: 'Hand over to the police',
    找失物: 'Look for a thing',
    丢失日期: 'Lost on',
    失物办理情况: 'Found items',
    件数: 'Items',
    待领失物: 'Items waiting',
    保管天数: 'Days kept',
  },
})
