import { date, dateTime, defineResource, integer, json, longText, ref, text } from '@linli/kit'
import { trackSchema } from '../rules/track.ts'

/**
 * A walk through a cell (巡查). Its track is kept within the shift and for a limited time (W7); it is P3, so that the audit, which is kept for ever,
 * notes that it changed and never where somebody was.
 */
export const patrols = defineResource({
  name: 'grid.patrols',
  title: '巡查',
  scope: 'grid',
  display: 'route',
  fields: {
    officerId: ref('grid.officers', { title: '网格员', required: true }),
    accountId: ref('platform.accounts', { title: '登录账号', readOnly: true }),
    plannedOn: date({ title: '巡查日期', required: true }),
    route: text({ title: '路线和重点部位', required: true, max: 120, search: true, help: '例如：前程花园 1—6 号楼楼道、充电棚、北门。' }),
    note: longText({ title: '巡查情况', max: 1000, readOnly: true }),
    found: integer({ title: '发现问题（件）', readOnly: true, min: 0 }),
    points: integer({ title: '应到点位', readOnly: true, min: 0 }),
    reached: integer({ title: '已到点位', readOnly: true, min: 0 }),
    startedAt: dateTime({ title: '开始', readOnly: true }),
    endedAt: dateTime({ title: '结束', readOnly: true }),
    metres: integer({ title: '路程（米）', readOnly: true, min: 0 }),
    track: json(trackSchema, { title: '轨迹', readOnly: true, privacy: 'P3' }),
    trackDroppedAt: dateTime({ title: '轨迹已删除', readOnly: true }),
  },
  list: {
    columns: ['plannedOn', 'route', 'officerId', 'status', 'points', 'reached', 'found', 'metres', 'gridId'],
    filters: ['status', 'officerId', 'plannedOn', 'communityId', 'gridId'],
    sort: ['plannedOn', 'desc'],
  },
  writable: { import: false },
  empty: '还没有巡查计划。点「新增」安排，本网格的巡查点位会自动列入，网格员在手机上开始、到点和结束。',
  workflow: {
    initial: 'planned',
    states: {
      planned: { title: '待巡查', tone: 'waiting' },
      walking: { title: '巡查中', tone: 'waiting' },
      done: { title: '已完成', tone: 'good', final: true },
      missed: { title: '未巡查', tone: 'bad', final: true },
    },
    steps: {
      start: { title: '开始巡查', from: ['planned'], to: 'walking', todo: true, waitsFor: 'accountId', waitsAt: 'grid' },
      finish: {
        title: '结束巡查',
        from: ['walking'],
        to: 'done',
        todo: true,
        waitsFor: 'accountId',
        waitsAt: 'grid',
        input: {
          note: longText({ title: '巡查情况', required: true, max: 1000, help: '没有发现问题也请写明。' }),
          found: integer({ title: '发现问题（件）', required: true, min: 0, max: 100, default: 0 }),
        },
      },
      skip: { title: '没有巡查', from: ['planned'], to: 'missed', input: { reason: text({ title: '原因', required: true }) } },
      miss: { title: '逾期未巡查', from: ['planned'], to: 'missed', automatic: true },
    },
  },
})
