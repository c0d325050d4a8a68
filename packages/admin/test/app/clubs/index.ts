import {
  address,
  boolean,
  choice,
  date,
  defineAction,
  definePlugin,
  defineReport,
  defineResource,
  file,
  idNumber,
  integer,
  longText,
  money,
  phone,
  ref,
  tags,
  text,
} from '@linli/kit'

export const people = defineResource({
  name: 'clubs.people',
  title: '居民',
  scope: 'grid',
  display: 'name',
  fields: {
    name: text({ title: '姓名', required: true, search: true, pinyin: true, max: 40 }),
    idNumber: idNumber({ title: '身份证号', help: '18 位', unique: true }),
    phone: phone({ title: '电话' }),
    gender: choice({ title: '性别', options: { female: '女', male: '男' } }),
    born: date({ title: '出生日期' }),
    tags: tags({ title: '标签', options: { aged: '高龄', alone: '独居', poor: '困难' } }),
    home: address({ title: '住址' }),
    illness: longText({ title: '健康情况', privacy: 'P3' }),
    photo: file({ title: '照片' }),
  },
  list: { columns: ['name', 'gender', 'born', 'phone', 'tags', 'communityId'], filters: ['gender', 'tags', 'communityId', 'born'] },
  empty: '还没有居民。先导入居民台账，或点“新增”登记一位。',
})

export const requests = defineResource({
  name: 'clubs.requests',
  title: '活动申请',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '活动名称', required: true, search: true }),
    personId: ref('clubs.people', { title: '申请人', required: true }),
    budget: money({ title: '预算', required: true, max: 1_000_00 }),
    seats: integer({ title: '人数', min: 1, max: 500, default: 20 }),
    outdoor: boolean({ title: '户外', required: true, default: false }),
    reply: longText({ title: '答复', readOnly: true }),
  },
  list: { columns: ['title', 'personId', 'budget', 'status', 'dueAt'], filters: ['status', 'personId', 'budget', 'createdAt'] },
  workflow: {
    initial: 'submitted',
    states: {
      submitted: { title: '待受理', tone: 'waiting' },
      accepted: { title: '办理中', tone: 'waiting' },
      approved: { title: '已同意', tone: 'good', final: true },
      refused: { title: '未同意', tone: 'bad', final: true },
    },
    steps: {
      accept: { title: '受理', from: ['submitted'], to: 'accepted', promise: { n: 2, unit: 'workingDays' } },
      approve: {
        title: '同意',
        from: ['accepted'],
        to: 'approved',
        input: { reply: longText({ title: '答复', required: true }) },
        promise: { n: 5, unit: 'workingDays' },
      },
      refuse: {
        title: '不同意',
        from: ['submitted', 'accepted'],
        to: 'refused',
        confirm: '不同意后不能再改。确定吗？',
        input: { reply: longText({ title: '原因', required: true, min: 5 }) },
      },
    },
  },
  writable: { delete: true },
})

const settle = defineAction({
  name: 'clubs.settle',
  title: '年度结算',
  help: '把当年的活动经费结清。',
  input: { year: integer({ title: '年度', required: true, min: 2020, max: 2100 }) },
  example: { settled: 12 },
})

const monthly = defineReport({
  name: 'clubs.monthly',
  title: '活动月汇总',
  form: 'summary',
  definition: '按社区统计活动申请的件数和预算。',
  consumer: '街道党工委月度会',
  params: {
    month: text({ title: '月份', default: '2026-11', pattern: { source: '^\\d{4}-\\d{2}$', zh: '写作 2026-11', en: 'like 2026-11' } }),
  },
  columns: {
    community: { title: '社区', kind: 'text' },
    count: { title: '件数', kind: 'integer', total: true, drill: true },
    budget: { title: '预算', kind: 'money', total: true },
  },
  chart: { type: 'bar', x: 'community', y: ['count'] },
  drill: ({ row }) => ({ resource: 'clubs.requests', filter: { communityId: row.communityId } }),
})

/** A small module with one field of nearly every kind, for the screens' own tests. */
export const clubs = definePlugin({
  id: 'clubs',
  package: '@linli/admin-test-clubs',
  entries: ['admin'],
  title: '社区活动',
  summary: '居民申请活动，社区受理，街道批复。',
  resources: [people, requests],
  actions: [settle],
  reports: [monthly],
  figures: [
    { name: 'clubs.people-count', title: '居民', resource: 'clubs.people', by: 'gender', help: '在册居民' },
    { name: 'clubs.budget-sum', title: '活动预算', resource: 'clubs.requests', sum: 'budget', by: 'status' },
  ],
  settings: {
    quota: integer({ title: '每月名额', default: 30, min: 1, max: 500, required: true }),
    open: boolean({ title: '接受网上申请', default: true, required: true }),
  },
  english: {
    clubs: 'Clubs',
    'clubs.people': 'Person',
    'clubs.people.name': 'Name',
    'clubs.requests': 'Request',
    'clubs.requests.status.submitted': 'Submitted',
  },
})
