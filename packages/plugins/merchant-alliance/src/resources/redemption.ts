import { choice, date, defineResource, integer, money, ref, text } from '@linli/kit'

/** One use of an offer at a till (核销). Written by the till's actions alone, never edited. */
export const redemptions = defineResource({
  name: 'merchants.redemptions',
  title: '核销记录',
  scope: 'community',
  display: 'receipt',
  fields: {
    receipt: text({ title: '凭证号', required: true, readOnly: true, unique: true, search: true }),
    day: date({ title: '日期', required: true, readOnly: true }),
    merchantId: ref('merchants.merchants', { title: '商户', required: true, readOnly: true }),
    offerId: ref('merchants.offers', { title: '优惠', required: true, readOnly: true }),
    cardId: ref('merchants.cards', { title: '爱心卡', required: true, readOnly: true }),
    personId: ref('registry.people', { title: '持卡人', required: true, readOnly: true, privacy: 'P1' }),
    bill: money({ title: '账单金额', required: true, readOnly: true }),
    discount: money({ title: '优惠金额', required: true, readOnly: true }),
    payable: money({ title: '实付金额', required: true, readOnly: true }),
    gift: money({ title: '赠送价值', required: true, readOnly: true }),
    channel: choice({ title: '核验方式', options: { code: '扫码', number: '卡号' }, required: true, readOnly: true }),
    ownShop: choice({ title: '本店关联人', options: { yes: '是', no: '否' }, required: true, readOnly: true }),
    idempotencyKey: text({ title: '提交编号', required: true, readOnly: true, privacy: 'P1' }),
    ticket: text({ title: '核验凭据', readOnly: true, privacy: 'P3' }),
    totalSlot: integer({ title: '占用总份数序号', readOnly: true, privacy: 'P1' }),
    personSlot: integer({ title: '占用个人次数序号', readOnly: true, privacy: 'P1' }),
    periodKey: text({ title: '限用周期', readOnly: true, privacy: 'P1' }),
  },
  // The slots are what holds M1 in the database itself: no two living uses can hold the same place of a limit, locked or not.
  unique: [
    ['offerId', 'totalSlot'],
    ['offerId', 'personId', 'periodKey', 'personSlot'],
    ['merchantId', 'idempotencyKey'],
    ['ticket', 'offerId'],
  ],
  list: {
    columns: ['day', 'receipt', 'merchantId', 'offerId', 'bill', 'discount', 'payable', 'status'],
    filters: ['status', 'merchantId', 'offerId', 'day', 'ownShop'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty: '还没有核销记录。商户在手机页面核销后会出现在这里。',
  workflow: {
    initial: 'reserved',
    states: {
      reserved: { title: '待确认', tone: 'waiting' },
      confirmed: { title: '已核销', tone: 'good' },
      expired: { title: '超时未确认', final: true },
      reversed: { title: '已撤销', tone: 'bad', final: true },
    },
    steps: {
      confirm: { title: '确认', from: ['reserved'], to: 'confirmed', automatic: true },
      expire: { title: '超时', from: ['reserved'], to: 'expired', automatic: true },
      reverse: {
        title: '撤销',
        from: ['confirmed'],
        to: 'reversed',
        confirm: '只能撤销当天的核销，撤销后次数退回。确定吗？',
        input: { reason: text({ title: '原因', required: true }) },
      },
    },
  },
})
