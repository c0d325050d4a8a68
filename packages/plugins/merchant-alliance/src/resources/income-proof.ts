import { defineReasons } from '@linli/core/refusal'
import { choice, date, defineResource, file, money, ref, text } from '@linli/kit'

const reason = defineReasons({
  'income.ends_before_start': { zh: '有效期止不能早于核对日期', en: 'The proof cannot run out before it was checked' },
})

/** What a resident proved to earn (收入证明). A rule with an income limit reads the newest; nobody at a till sees any. */
export const incomeProofs = defineResource({
  name: 'merchants.income-proofs',
  title: '收入证明',
  scope: 'community',
  display: 'personId',
  fields: {
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    kind: choice({
      title: '证明种类',
      required: true,
      privacy: 'P3',
      options: {
        allowance: '低保或特困证',
        pension: '养老金流水',
        wage: '单位收入证明',
        tax: '个税记录',
        declared: '本人申报并核实',
        other: '其他',
      },
    }),
    monthly: money({ title: '月收入', required: true, privacy: 'P3', help: '家庭按人均计算；没有收入填 0' }),
    evidence: file({ title: '证明材料（拍照或扫描）', required: true, privacy: 'P3' }),
    from: date({ title: '核对日期', required: true, help: '从这天起有效' }),
    to: date({ title: '有效期止', help: '含当日；不填时按享受资格里的有效天数算' }),
    withdrawnWhy: text({ title: '作废原因', max: 200, readOnly: true, privacy: 'P1' }),
  },
  list: {
    columns: ['personId', 'status', 'from', 'to', 'communityId'],
    filters: ['status', 'personId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  empty: '还没有收入证明。享受资格填了「月收入不超过」的，先在这里登记居民的证明，卡才会发出。',
  check: ({ from, to }) => (from && to && to < from ? [reason('income.ends_before_start', undefined, 'to')] : []),
  workflow: {
    initial: 'valid',
    states: { valid: { title: '有效', tone: 'good' }, withdrawn: { title: '已作废', tone: 'bad', final: true } },
    steps: {
      withdraw: {
        title: '作废',
        from: ['valid'],
        to: 'withdrawn',
        confirm: '作废后，靠这份证明得到的爱心卡随即停用。确定吗？',
        input: { withdrawnWhy: text({ title: '作废原因', required: true, max: 200 }) },
      },
    },
  },
})
