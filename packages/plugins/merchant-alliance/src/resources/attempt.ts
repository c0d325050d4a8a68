import { defineResource, ref, text } from '@linli/kit'

/** A card that a till could not read, counted so that nobody guesses numbers. */
export const attempts = defineResource({
  name: 'merchants.attempts',
  title: '核对失败记录',
  scope: 'community',
  display: 'code',
  fields: {
    merchantId: ref('merchants.merchants', { title: '商户', required: true, readOnly: true }),
    code: text({ title: '原因代码', required: true, readOnly: true }),
  },
  list: { columns: ['createdAt', 'merchantId', 'code'], filters: ['merchantId'], sort: ['createdAt', 'desc'] },
  writable: { create: false, update: false, import: false },
  menu: false,
})
