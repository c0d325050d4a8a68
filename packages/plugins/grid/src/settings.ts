import { boolean, choice, integer, tags } from '@linli/kit'
import { TAG_OPTIONS } from '@linli/plugin-registry'

const OURS = '未核验：没有统一规定，按本地办法设定。'
const hours = (title: string, preset: number): ReturnType<typeof whole> => whole(title, preset, 720)
const days = (title: string, preset: number): ReturnType<typeof whole> => whole(title, preset, 120)
function whole(title: string, preset: number, max: number) {
  return integer({ title, required: true, default: preset, min: 1, max, help: OURS })
}

/** What a street may tune. Where nothing is prescribed by law the help says 未核验. */
export const settings = {
  urgentRespondMinutes: integer({ title: '紧急事件响应（分钟）', required: true, default: 30, min: 5, max: 240, help: OURS }),
  urgentStreetMinutes: integer({
    title: '紧急事件再过几分钟报街道',
    required: true,
    default: 15,
    min: 0,
    max: 240,
    help: `超时先提醒社区，再过这么久仍无人响应，报到街道。${OURS}`,
  }),
  respondStreetHours: integer({
    title: '其他事件再过几小时报街道',
    required: true,
    default: 24,
    min: 0,
    max: 720,
    help: `重大、较大、一般事件超过响应时限先提醒社区，再过这么久仍无人响应，报到街道。${OURS}`,
  }),
  checkDays: integer({ title: '办结几天没有复核报街道', required: true, default: 3, min: 1, max: 30, help: OURS }),
  urgentFinishHours: hours('紧急事件办结（小时）', 24),
  majorRespondHours: hours('重大事件响应（小时）', 2),
  majorFinishDays: days('重大事件办结（工作日）', 3),
  largerRespondHours: hours('较大事件响应（小时）', 24),
  largerFinishDays: days('较大事件办结（工作日）', 5),
  normalRespondDays: days('一般事件响应（工作日）', 2),
  normalFinishDays: days('一般事件办结（工作日）', 7),
  aloneDays: integer({ title: '独居老人多少天探访一次', required: true, default: 7, min: 1, max: 180, help: OURS }),
  keyDays: integer({ title: '重点人群多少天走访一次', required: true, default: 30, min: 1, max: 180, help: OURS }),
  reviewDays: integer({ title: '需求多少天复核一次', required: true, default: 90, min: 1, max: 365, help: OURS }),
  keyTags: tags({
    title: '重点人群标签',
    options: TAG_OPTIONS,
    default: ['key_care', 'no_kin', 'left_behind_child', 'bereaved_parent'],
    help: OURS,
  }),
  reviewTags: tags({ title: '需求复核标签', options: TAG_OPTIONS, default: ['hardship', 'disabled', 'disabled_ability'], help: OURS }),
  visitAhead: integer({ title: '提前几天排入走访', required: true, default: 3, min: 0, max: 30 }),
  visitGrace: integer({ title: '走访逾期几天记为未走访', required: true, default: 7, min: 1, max: 60, help: OURS }),
  trackDays: integer({ title: '巡查轨迹保存天数', required: true, default: 90, min: 1, max: 365, help: '到期自动删除，只留路程和时间。' }),
  reporterMonths: integer({
    title: '报告人信息保存（月）',
    required: true,
    default: 24,
    min: 1,
    max: 120,
    help: `结案满期后自动删除报告人姓名和电话。${OURS}`,
  }),
  repeatMetres: integer({ title: '疑似重复：相距（米）', required: true, default: 10, min: 1, max: 1000 }),
  repeatDays: integer({ title: '疑似重复：相隔（天）', required: true, default: 3, min: 1, max: 60 }),
  photoNeeded: boolean({ title: '隐患、环境、设施类办结要传照片', required: true, default: true }),
  open311: choice({
    title: 'Open311 接口',
    required: true,
    default: 'off',
    options: { off: '关闭', read: '只公开事件进度', report: '公开进度，并接受持密钥的系统上报' },
    help: '公开的只有类别、地点、状态和时限，不含任何人的信息和照片。',
  }),
} as const
