import { choice, date, defineResource, ref, text } from '@linli/kit'

/** That a merchant's agreement or licence runs out, told thirty days ahead (到期提醒). Raised and settled by rules. */
export const renewals = defineResource({
  name: 'merchants.renewals',
  title: '证照到期提醒',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '提醒', required: true, readOnly: true, max: 120 }),
    merchantId: ref('merchants.merchants', { title: '商户', required: true, readOnly: true }),
    paper: choice({ title: '到期的是', required: true, readOnly: true, options: { agreement: '联盟协议', licence: '营业执照' } }),
    endsOn: date({ title: '到期日', required: true, readOnly: true, help: '含当日；过后商户自动暂停' }),
  },
  unique: [['merchantId', 'paper', 'endsOn']],
  list: {
    columns: ['title', 'merchantId', 'paper', 'endsOn', 'status', 'communityId'],
    filters: ['status', 'merchantId', 'paper'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty: '没有快到期的协议和执照。到期前 30 天会在这里和待办里提醒。',
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待续', tone: 'waiting' },
      renewed: { title: '已续', tone: 'good', final: true },
      dropped: { title: '不再续', final: true },
    },
    steps: {
      renew: { title: '已续', from: ['open'], to: 'renewed', automatic: true },
      drop: {
        title: '商户不再续，到期暂停',
        from: ['open'],
        to: 'dropped',
        promise: { n: 30, unit: 'calendarDays' },
        confirm: '要续签的，请打开商户页面点「续签协议」，或修改执照有效期，提醒会自动办结。确定不再续吗？',
      },
    },
  },
})
