import { boolean, choice, dateTime, defineResource, geoPoint, integer, ref, text } from '@linli/kit'

/** A spot of a cell that every patrol passes (巡查点位): a charging shed, a fire lane, a manhole. */
export const checkpoints = defineResource({
  name: 'grid.checkpoints',
  title: '巡查点位',
  scope: 'grid',
  display: 'name',
  fields: {
    name: text({ title: '点位', required: true, max: 60, search: true, help: '例如：2 号楼充电棚、北门消防通道。' }),
    look: text({ title: '看什么', required: true, max: 120, help: '例如：有没有飞线充电、灭火器在不在。' }),
    spot: geoPoint({ title: '位置', help: '填了位置，到点时记下相距多少米。' }),
    inUse: boolean({ title: '列入巡查', required: true, default: true }),
  },
  list: { columns: ['name', 'look', 'inUse', 'gridId'], filters: ['inUse', 'communityId', 'gridId'], sort: ['name', 'asc'] },
  writable: { import: false },
  empty: '还没有巡查点位。点「新增」登记充电棚、消防通道等，以后安排的巡查会自动列入。',
})

/** A checkpoint on one patrol (到点记录): reached by whom and when, or missed. Planned with the patrol, so that what was left out is seen. */
export const patrolPoints = defineResource({
  name: 'grid.patrol-points',
  title: '到点记录',
  scope: 'grid',
  display: 'title',
  fields: {
    title: text({ title: '点位', required: true, max: 60 }),
    look: text({ title: '看什么', max: 120 }),
    patrolId: ref('grid.patrols', { title: '巡查', required: true }),
    checkpointId: ref('grid.checkpoints', { title: '巡查点位', required: true }),
    spot: geoPoint({ title: '应到位置' }),
    reachedAt: dateTime({ title: '到点时间' }),
    reachedBy: ref('platform.accounts', { title: '谁到的' }),
    metres: integer({ title: '相距（米）', min: 0 }),
    finding: choice({ title: '情况', options: { fine: '正常', problem: '有问题' } }),
    note: text({ title: '说明', max: 200 }),
    offlineId: text({ title: '提交编号', internal: true, unique: true, max: 64, privacy: 'P1' }),
  },
  unique: [['patrolId', 'checkpointId']],
  list: {
    columns: ['title', 'status', 'reachedAt', 'reachedBy', 'metres', 'finding', 'note', 'patrolId'],
    filters: ['status', 'patrolId', 'finding', 'communityId', 'gridId'],
    sort: ['title', 'asc'],
  },
  writable: { create: false, update: false, import: false },
  menu: false,
  empty: '这次巡查没有点位。先在「巡查点位」登记，再安排巡查。',
  workflow: {
    initial: 'planned',
    states: {
      planned: { title: '待到', tone: 'waiting' },
      reached: { title: '已到', tone: 'good', final: true },
      missed: { title: '没有到', tone: 'bad', final: true },
    },
    steps: {
      reach: { title: '到点', from: ['planned'], to: 'reached', automatic: true },
      miss: { title: '没有到', from: ['planned'], to: 'missed', automatic: true },
    },
  },
})
