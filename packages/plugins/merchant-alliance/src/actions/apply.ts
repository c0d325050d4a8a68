import { address, choice, creditCode, defineAction, phone, text } from '@linli/kit'
import { CATEGORIES } from '../resources/merchant.ts'

/** The communities that a merchant can apply to, for its phone page. */
export const applyPage = defineAction({
  name: 'merchants.apply-page',
  title: '申请加入的说明',
  public: true,
  readOnly: true,
  hidden: true,
  input: {},
  example: {
    street: '白云街道',
    communities: [{ code: '411402004001', name: '前程社区' }] as readonly { readonly code: string; readonly name: string }[],
  },
})

/** A merchant applies to join, from its own phone and without an account; the application waits in its community's inbox. */
export const applyToJoin = defineAction({
  name: 'merchants.apply',
  title: '申请加入爱心商圈',
  public: true,
  hidden: true,
  input: {
    name: text({ title: '商户名称', required: true, max: 60 }),
    creditCode: creditCode({ title: '统一社会信用代码', required: true, help: '营业执照上的 18 位代码' }),
    category: choice({ title: '行业', required: true, options: CATEGORIES }),
    communityId: text({ title: '所在社区', required: true, max: 12 }),
    address: address({ title: '门店地址', required: true, privacy: 'P0' }),
    contactName: text({ title: '联系人', required: true, max: 30, privacy: 'P1' }),
    contactPhone: phone({ title: '联系电话', required: true }),
  },
  example: { thanks: '申请已收到，社区会在 5 个工作日内核验' },
})
