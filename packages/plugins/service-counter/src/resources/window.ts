import { dateTime, defineResource, ref, text } from '@linli/kit'

/** A window of the hall and who sits there. */
export const windows = defineResource({
  name: 'counter.windows',
  title: '窗口',
  scope: 'community',
  display: 'name',
  subject: true,
  fields: {
    name: text({ title: '窗口名称', required: true, max: 30, search: true, help: '例：3 号窗口 综合受理' }),
    accountId: ref('platform.accounts', { title: '坐班人员' }),
    duties: text({ title: '受理范围', max: 200 }),
    padPairedAt: dateTime({ title: '评价器配对时间', readOnly: true }),
    padKey: text({ title: '评价器密钥的摘要', readOnly: true, internal: true, indexed: true, max: 64 }),
    padCode: text({ title: '待配对的评价器', readOnly: true, internal: true, indexed: true, max: 20 }),
    padCaseId: ref('counter.applications', { title: '评价器上的办件', readOnly: true, internal: true, tab: false }),
    padUntil: dateTime({ title: '评价器显示到', readOnly: true, internal: true }),
  },
  list: {
    columns: ['name', 'accountId', 'duties', 'status', 'communityId'],
    filters: ['status', 'communityId', 'accountId'],
    sort: ['name', 'asc'],
  },
  writable: { import: false },
  empty: '还没有窗口。点「新增」，写上窗口名称和坐班人员，叫号和首问移交都要用到。',
  workflow: {
    initial: 'open',
    states: { open: { title: '开放', tone: 'good' }, closed: { title: '暂停服务', tone: 'bad' } },
    steps: {
      close: { title: '暂停服务', from: ['open'], to: 'closed' },
      reopen: { title: '恢复服务', from: ['closed'], to: 'open' },
    },
  },
})
