import { choice, defineResource, ref, text } from '@linli/kit'

const answer = text({ title: '处理说明', required: true, max: 200 })

/** What wants somebody's eye because a rule was about to be broken (提醒): found by jobs, seen by people, the community first and then the street. */
export const alerts = defineResource({
  name: 'grid.alerts',
  title: '网格提醒',
  scope: 'community',
  display: 'summary',
  fields: {
    kind: choice({
      title: '类别',
      required: true,
      options: {
        unanswered: '事件无人响应',
        overdue: '事件超期',
        unchecked: '办结没有复核',
        gap: '网格有空白或重叠',
        visits: '走访逾期',
        moved: '居民已搬走',
      },
    }),
    summary: text({ title: '内容', required: true, max: 160 }),
    eventId: ref('grid.events', { title: '事件' }),
    personId: ref('registry.people', { title: '居民', privacy: 'P1' }),
    level: choice({ title: '督办到', options: { community: '社区', street: '街道', department: '部门' } }),
    key: text({ title: '提醒编号', required: true, unique: true, max: 120, privacy: 'P1', internal: true }),
    answer: text({ title: '处理说明', readOnly: true, max: 200 }),
  },
  list: {
    columns: ['summary', 'kind', 'personId', 'level', 'status', 'createdAt'],
    filters: ['status', 'kind', 'level', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty: '没有提醒。事件超时没人响应、事件超期、网格有空白、走访发现居民搬走时，会在这里和待办里出现。',
  workflow: {
    initial: 'open',
    usual: ['open', 'seen'],
    states: {
      open: { title: '待社区处理', tone: 'bad' },
      raised: { title: '待街道处理', tone: 'bad' },
      seen: { title: '已处理', tone: 'good', final: true },
    },
    steps: {
      settle: { title: '已处理', from: ['open'], to: 'seen', todo: true, waitsAt: 'community', input: { answer } },
      answer: { title: '已督办', from: ['raised'], to: 'seen', todo: true, waitsAt: 'street', input: { answer } },
      raise: { title: '报到街道', from: ['open'], to: 'raised', automatic: true },
      pass: { title: '已报到上一级', from: ['open', 'raised'], to: 'seen', automatic: true, input: { answer } },
    },
  },
})
