import { defineReasons } from '@linli/core/refusal'
import { choice, date, defineResource, phone, ref, tags, text } from '@linli/kit'

const reason = defineReasons({
  'officer.ends_before_start': { zh: '离任日期早于到任日期', en: 'The service cannot end before it starts' },
})
const time = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '填时和分，如 08:30', en: 'hours and minutes, like 08:30' } as const

/** Who looks after a cell, and when on duty (网格员). The account's post says what the officer may see; this row says who is on duty. */
export const officers = defineResource({
  name: 'grid.officers',
  title: '网格员',
  scope: 'grid',
  display: 'name',
  fields: {
    name: text({ title: '姓名', required: true, max: 40, search: true, pinyin: true }),
    accountId: ref('platform.accounts', { title: '登录账号', help: '手机上用这个账号登录；岗位和所属网格在「岗位」里安排。' }),
    phone: phone({ title: '电话' }),
    duty: choice({
      title: '职责',
      required: true,
      default: 'main',
      options: { main: '网格长', officer: '专职网格员', assistant: '兼职网格员' },
    }),
    days: tags({
      title: '当班日',
      options: { '1': '周一', '2': '周二', '3': '周三', '4': '周四', '5': '周五', '6': '周六', '7': '周日' },
      help: '不选表示每天。',
    }),
    shiftFrom: text({ title: '上班时间', required: true, default: '08:00', max: 5, pattern: time }),
    shiftTo: text({ title: '下班时间', required: true, default: '18:00', max: 5, pattern: time, help: '巡查轨迹只在当班时间内记录。' }),
    device: text({ title: '使用的手机', max: 60, privacy: 'P1' }),
    from: date({ title: '到任日期' }),
    to: date({ title: '离任日期', help: '含当日；不填为在任。' }),
  },
  list: {
    columns: ['name', 'duty', 'phone', 'gridId', 'days', 'shiftFrom', 'shiftTo', 'to'],
    filters: ['duty', 'communityId', 'gridId', 'accountId'],
  },
  writable: { import: false },
  empty: '还没有网格员。点「新增」登记，并在「岗位」里给账号安排网格。',
  check: ({ from, to }) => (from && to && to < from ? [reason('officer.ends_before_start', undefined, 'to')] : []),
})
