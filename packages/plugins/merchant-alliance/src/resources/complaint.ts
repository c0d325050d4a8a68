import { choice, defineResource, longText, phone, ref, text } from '@linli/kit'

/** What a resident complains about at a merchant (投诉), promised an answer. */
export const complaints = defineResource({
  name: 'merchants.complaints',
  title: '商户投诉',
  scope: 'community',
  display: 'summary',
  fields: {
    merchantId: ref('merchants.merchants', { title: '商户', required: true, immutable: true }),
    redemptionId: ref('merchants.redemptions', { title: '相关核销' }),
    summary: text({ title: '投诉事项', required: true, max: 60, search: true }),
    content: longText({ title: '详细情况', required: true, max: 1000, privacy: 'P1' }),
    kind: choice({
      title: '类别',
      required: true,
      options: {
        refused: '拒绝优惠',
        price: '先涨价再打折',
        attitude: '服务态度',
        quality: '质量',
        privacy: '当众询问隐私',
        other: '其他',
      },
    }),
    complainant: text({ title: '投诉人', max: 30, privacy: 'P1' }),
    complainantPhone: phone({ title: '联系电话' }),
    answer: longText({ title: '答复', max: 1000, readOnly: true }),
  },
  list: {
    columns: ['summary', 'merchantId', 'kind', 'status', 'dueAt'],
    filters: ['status', 'merchantId', 'kind'],
    sort: ['createdAt', 'desc'],
  },
  empty: '没有投诉。居民来电或到窗口反映时，点「新增」登记。',
  workflow: {
    initial: 'received',
    states: {
      received: { title: '已受理', tone: 'waiting' },
      answered: { title: '已答复', tone: 'good' },
      reopened: { title: '不满意再办', tone: 'bad' },
      closed: { title: '已办结', final: true },
    },
    steps: {
      answer: {
        title: '答复',
        from: ['received', 'reopened'],
        to: 'answered',
        promise: { n: 5, unit: 'workingDays' },
        input: { answer: longText({ title: '答复内容', required: true, max: 1000 }) },
      },
      reopen: {
        title: '投诉人不满意',
        from: ['answered'],
        to: 'reopened',
        input: { reason: text({ title: '不满意的原因', required: true }) },
      },
      close: { title: '投诉人认可，办结', from: ['answered'], to: 'closed', todo: true },
    },
  },
})
