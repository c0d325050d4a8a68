import type { Figure } from '@linli/kit'

const OPEN = ['reported', 'verified', 'dispatched', 'returned', 'accepted', 'handling', 'reopened']

/** The net's numbers on the dashboard. */
export const figures: readonly Figure[] = [
  { name: 'grid.open-events', title: '在办事件', resource: 'grid.events', filter: { status: OPEN }, by: 'type' },
  {
    name: 'grid.month-events',
    title: '本月上报事件',
    resource: 'grid.events',
    filter: { createdAt_gte: '$monthStart' },
    by: 'communityId',
  },
  {
    name: 'grid.late-urgent',
    title: '紧急超时未响应',
    resource: 'grid.events',
    filter: { level: 'urgent', ackMissed: 'yes', createdAt_gte: '$monthStart' },
  },
  {
    name: 'grid.unanswered',
    title: '超过时限无人响应',
    resource: 'grid.events',
    filter: { ackMissed: 'yes', acknowledgedAt_empty: true, status: OPEN },
    by: 'level',
  },
  { name: 'grid.visits-due', title: '今天应走访', resource: 'grid.visits', filter: { status: 'due', dueOn_lte: '$today' } },
  { name: 'grid.conflicts', title: '采集有出入待处理', resource: 'grid.submissions', filter: { status: 'conflict' } },
]
