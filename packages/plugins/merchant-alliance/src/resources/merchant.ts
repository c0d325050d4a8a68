import { address, choice, creditCode, date, defineResource, file, geoPoint, longText, phone, ref, text } from '@linli/kit'

/** What kind of shop it is; open to a street's own list later, fixed here so that figures compare. */
export const CATEGORIES = {
  food: '餐饮',
  grocery: '粮油副食',
  supermarket: '超市便利',
  pharmacy: '药店',
  clothing: '服装鞋帽',
  hairdressing: '理发美容',
  repair: '维修家政',
  laundry: '洗衣',
  bathing: '洗浴',
  optics: '眼镜',
  stationery: '文具书店',
  other: '其他',
} as const

const agreementInput = {
  agreementFrom: date({ title: '协议起', required: true }),
  agreementTo: date({ title: '协议止', required: true }),
  agreement: file({ title: '已签协议（扫描或拍照）', required: true, privacy: 'P0' }),
} as const

/** A shop of the alliance, from its application to its leaving (domain: 爱心商户). */
export const merchants = defineResource({
  name: 'merchants.merchants',
  title: '爱心商户',
  scope: 'community',
  display: 'name',
  subject: true,
  fields: {
    name: text({ title: '商户名称', required: true, max: 60, search: true, pinyin: true }),
    creditCode: creditCode({
      title: '统一社会信用代码',
      required: true,
      unique: true,
      search: true,
      help: '营业执照上的 18 位代码，系统会核对校验位',
    }),
    category: choice({ title: '行业', required: true, options: CATEGORIES }),
    address: address({ title: '门店地址', required: true, privacy: 'P0', search: true }),
    contactName: text({ title: '联系人', required: true, max: 30, privacy: 'P1' }),
    contactPhone: phone({ title: '联系电话', required: true }),
    ownerId: ref('registry.people', { title: '经营者', help: '在居民库中找到经营者，用于识别本店自用' }),
    memberOwned: choice({ title: '党员商户', options: { yes: '是', no: '否' }, required: true, default: 'no' }),
    licenceExpiry: date({ title: '营业执照有效期至', help: '长期有效的不填' }),
    licence: file({ title: '营业执照', privacy: 'P0' }),
    agreementFrom: date({ title: '协议起', readOnly: true }),
    agreementTo: date({ title: '协议止', readOnly: true, indexed: true }),
    agreement: file({ title: '已签协议', readOnly: true, privacy: 'P0' }),
    location: geoPoint({ title: '位置' }),
    source: choice({
      title: '申请方式',
      readOnly: true,
      required: true,
      default: 'office',
      options: { office: '社区登记', phone: '商户手机申请' },
    }),
    note: longText({ title: '备注', max: 500 }),
  },
  list: {
    columns: ['name', 'category', 'communityId', 'status', 'memberOwned', 'agreementTo'],
    filters: ['status', 'category', 'memberOwned', 'source'],
    sort: ['name', 'asc'],
  },
  empty: '还没有商户。点「新增」登记第一家提出申请的商户，或从表格导入已有名单；商户也可以自己在手机上申请（/m/#/merchants/apply）。',
  workflow: {
    initial: 'applied',
    states: {
      applied: { title: '已申请', tone: 'waiting' },
      checked: { title: '已核验', tone: 'waiting' },
      signed: { title: '已签约', tone: 'waiting' },
      active: { title: '正常', tone: 'good' },
      suspended: { title: '暂停', tone: 'bad' },
      refused: { title: '未通过', tone: 'bad', final: true },
      left: { title: '已退出', final: true },
    },
    steps: {
      check: {
        title: '核验通过',
        from: ['applied'],
        to: 'checked',
        promise: { n: 5, unit: 'workingDays' },
        input: { checkedLicence: choice({ title: '已核对营业执照原件', options: { yes: '已核对' }, required: true }) },
      },
      refuse: {
        title: '不予通过',
        from: ['applied', 'checked'],
        to: 'refused',
        confirm: '不予通过后商户需要重新申请，确定吗？',
        input: { reason: text({ title: '原因', required: true }) },
      },
      sign: {
        title: '签订协议',
        from: ['checked'],
        to: 'signed',
        promise: { n: 10, unit: 'workingDays' },
        input: agreementInput,
      },
      activate: { title: '加入联盟', from: ['signed'], to: 'active', promise: { n: 3, unit: 'workingDays' } },
      renew: { title: '续签协议', from: ['active'], to: 'active', input: agreementInput },
      renewAndResume: { title: '续签协议并恢复', from: ['suspended'], to: 'active', input: agreementInput },
      suspend: { title: '暂停', from: ['active'], to: 'suspended', input: { reason: text({ title: '原因', required: true }) } },
      resume: { title: '恢复', from: ['suspended'], to: 'active' },
      leave: {
        title: '退出联盟',
        from: ['signed', 'active', 'suspended'],
        to: 'left',
        confirm: '退出后该商户的优惠全部结束，已有核销记录保留。确定吗？',
        input: { reason: text({ title: '原因', required: true }) },
      },
    },
  },
})
