import { checkOffer, describeOffer } from '@linli/core/eligibility'
import { choice, date, dateTime, defineResource, file, fraction, integer, money, ref, tags, text } from '@linli/kit'
import { offerTermsOf } from '../rules/offer-terms.ts'

/** What a merchant gives to whom, how often and until when (优惠). */
export const offers = defineResource({
  name: 'merchants.offers',
  title: '优惠',
  scope: 'community',
  display: 'title',
  fields: {
    merchantId: ref('merchants.merchants', { title: '商户', required: true, immutable: true }),
    title: text({
      title: '优惠名称',
      required: true,
      max: 40,
      search: true,
      pinyin: true,
      help: '例如：粮油九折。商户和持卡人都看得到，不要写享受的原因',
    }),
    ruleId: ref('merchants.entitlement-rules', { title: '享受资格', required: true }),
    benefit: choice({
      title: '优惠方式',
      required: true,
      options: { percent: '打折', fixed: '立减', free_item: '免费或赠送' },
    }),
    payPercent: fraction({ title: '折扣', min: 1, max: 99, help: '付原价的百分之几：九折填 90', when: { benefit: ['percent'] } }),
    amountOff: money({ title: '立减金额', when: { benefit: ['fixed'] } }),
    item: text({ title: '免费或赠送的项目', max: 40, when: { benefit: ['free_item'] } }),
    itemValue: money({ title: '项目价值', when: { benefit: ['free_item'] } }),
    itemOnBill: choice({ title: '项目价格', options: { yes: '在账单内减免', no: '另外赠送' }, when: { benefit: ['free_item'] } }),
    minSpend: money({ title: '最低消费' }),
    cap: money({ title: '单笔最多优惠' }),
    days: tags({
      title: '可用日',
      options: { '1': '周一', '2': '周二', '3': '周三', '4': '周四', '5': '周五', '6': '周六', '7': '周日' },
      help: '不选表示每天可用',
    }),
    from: date({ title: '开始日期', required: true }),
    to: date({ title: '结束日期', indexed: true }),
    totalLimit: integer({ title: '总份数', min: 1, max: 1_000_000 }),
    personLimit: integer({ title: '每人限用次数', min: 1, max: 1000 }),
    personPeriod: choice({ title: '限用周期', options: { day: '每天', week: '每周', month: '每月', total: '总共' } }),
    condition: text({ title: '其他条件', max: 100, help: '例如：仅限堂食' }),
    signedAt: dateTime({ title: '商户签字时间', readOnly: true }),
    signedBy: text({ title: '签字人', readOnly: true, privacy: 'P1' }),
    signedPaper: file({ title: '签字单', readOnly: true, privacy: 'P0' }),
  },
  list: {
    columns: ['title', 'merchantId', 'benefit', 'status', 'from', 'to'],
    filters: ['status', 'merchantId', 'benefit'],
    sort: ['createdAt', 'desc'],
  },
  empty: '还没有优惠。在商户页面点「新增优惠」，填写后由商户签字、街道审核再发布。',
  summary: (values) => (values.benefit && values.from ? describeOffer(offerTermsOf(values)) : ''),
  check: (values) => (values.benefit && values.from ? checkOffer(offerTermsOf(values)) : []),
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '草稿', tone: 'neutral' },
      approved: { title: '已审核', tone: 'waiting' },
      published: { title: '已发布', tone: 'good' },
      paused: { title: '暂停', tone: 'bad' },
      ended: { title: '已结束', final: true },
    },
    steps: {
      approve: { title: '审核通过', from: ['draft'], to: 'approved', promise: { n: 3, unit: 'workingDays' } },
      sendBack: { title: '退回修改', from: ['approved'], to: 'draft', input: { reason: text({ title: '原因', required: true }) } },
      publish: {
        title: '发布',
        from: ['approved'],
        to: 'published',
        todo: true,
        input: {
          signedPaper: file({ title: '商户签字单', privacy: 'P0', help: '商户已在手机上签字的不用上传' }),
        },
      },
      pause: { title: '暂停', from: ['published'], to: 'paused', input: { reason: text({ title: '原因', required: true }) } },
      resume: { title: '恢复', from: ['paused'], to: 'published' },
      end: { title: '结束', from: ['draft', 'approved', 'published', 'paused'], to: 'ended', confirm: '结束后不能恢复，确定吗？' },
    },
  },
})
