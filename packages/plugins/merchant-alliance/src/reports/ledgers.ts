import { choice, date, defineReport, integer, ref } from '@linli/kit'
import { merchants } from '../resources/index.ts'
import { CATEGORIES } from '../resources/merchant.ts'
import { GRADES } from '../resources/score.ts'

const statusOptions = Object.fromEntries(Object.entries(merchants.workflow?.states ?? {}).map(([name, state]) => [name, state.title]))

/** 爱心商圈商户台账. */
export const merchantLedger = defineReport({
  name: 'merchants.merchant-ledger',
  title: '爱心商圈商户台账',
  form: 'ledger',
  definition: '联盟登记的全部商户，按名称排列；不含居民信息。',
  consumer: '街道党工委统计「爱心商圈」联盟商户数（报告口径），社区联系商户',
  params: { status: choice({ title: '状态', options: statusOptions }) },
  columns: {
    name: { title: '商户名称', kind: 'text' },
    creditCode: { title: '统一社会信用代码', kind: 'text' },
    category: { title: '行业', kind: 'text', options: CATEGORIES },
    community: { title: '所属社区', kind: 'text' },
    address: { title: '门店地址', kind: 'text' },
    memberOwned: { title: '党员商户', kind: 'text', options: { yes: '是', no: '否' } },
    agreementFrom: { title: '协议起', kind: 'date' },
    agreementTo: { title: '协议止', kind: 'date' },
    licenceExpiry: { title: '执照有效期至', kind: 'date' },
    status: { title: '状态', kind: 'text', options: statusOptions },
  },
})

/** 优惠核销明细. */
export const redemptionLedger = defineReport({
  name: 'merchants.redemption-ledger',
  title: '优惠核销明细',
  form: 'ledger',
  definition: '所选日期内已核销和已撤销的每一笔；撤销的不计入合计。不含持卡人姓名和享受原因。',
  consumer: '街道核对联盟让利、社区回访商户',
  params: {
    from: date({ title: '开始日期', required: true }),
    to: date({ title: '结束日期', required: true }),
    merchantId: ref('merchants.merchants', { title: '商户' }),
  },
  columns: {
    day: { title: '日期', kind: 'date' },
    receipt: { title: '凭证号', kind: 'text' },
    merchant: { title: '商户', kind: 'text' },
    offer: { title: '优惠', kind: 'text' },
    bill: { title: '账单金额', kind: 'money', total: true },
    discount: { title: '优惠金额', kind: 'money', total: true },
    payable: { title: '实付金额', kind: 'money', total: true },
    gift: { title: '赠送价值', kind: 'money', total: true },
    status: { title: '状态', kind: 'text', options: { confirmed: '已核销', reversed: '已撤销' } },
  },
})

/** 年度爱心商户评分表. */
export const scoreReport = defineReport({
  name: 'merchants.score-report',
  title: '年度爱心商户评分表',
  form: 'ledger',
  definition:
    '满分 100：活跃 40（有核销的月数 ÷ 在盟月数），让利 30（达到联盟中位数的两倍得满分），口碑 30（每件投诉减 10）。85 优秀、70 良好、50 合格。权重由本系统设计，不是文件规定。',
  consumer: '街道年度评选爱心商户，公示后挂牌',
  params: { year: integer({ title: '年度', required: true, min: 2000, max: 2200 }) },
  columns: {
    rank: { title: '名次', kind: 'integer' },
    merchant: { title: '商户', kind: 'text' },
    community: { title: '所属社区', kind: 'text' },
    points: { title: '得分', kind: 'integer' },
    grade: { title: '等次', kind: 'text', options: GRADES },
    visits: { title: '核销笔数', kind: 'integer', total: true },
    discount: { title: '让利金额', kind: 'money', total: true },
    complaints: { title: '投诉件数', kind: 'integer', total: true },
    basis: { title: '得分构成', kind: 'text' },
    comment: { title: '评语', kind: 'text' },
    status: { title: '状态', kind: 'text', options: { draft: '待公布', published: '已公布' } },
  },
})
