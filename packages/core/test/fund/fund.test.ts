import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addFundEntry,
  checkEarmark,
  checkLevy,
  checkPayment,
  checkPeriodClose,
  commitmentLeft,
  disclosureDays,
  fundBalance,
  fundGrowth,
  type FundEntry,
  type FundLine,
  type PaymentRequest,
} from '../../src/fund/index.ts'

const entry = (id: string, kind: FundEntry['kind'], fen: number, change: Partial<FundEntry> = {}): FundEntry => ({
  id,
  lineId: 'a',
  kind,
  fen,
  ...change,
})
const given = [entry('in', 'allocation', 10_000), entry('set', 'commitment', 4000)]

describe('the ledger of a fund', () => {
  it.each<[string, FundEntry, string | undefined]>([
    ['a payment of all that is available', entry('x', 'payment', 6000), undefined],
    ['one fen more', entry('x', 'payment', 6001), 'fund.overspend'],
    ['a commitment of one fen too much', entry('x', 'commitment', 6001), 'fund.overspend'],
    ['a payment out of the commitment', entry('x', 'payment', 4000, { commitmentId: 'set' }), undefined],
    ['more than the commitment', entry('x', 'payment', 4001, { commitmentId: 'set' }), 'fund.commitment_short'],
    ['a release of more than is set aside', entry('x', 'release', 4001, { commitmentId: 'set' }), 'fund.commitment_short'],
    ['a release of nothing', entry('x', 'release', 1), 'fund.commitment_unknown'],
    ['another line’s commitment', entry('x', 'payment', 1, { lineId: 'b', commitmentId: 'set' }), 'fund.commitment_unknown'],
    ['an allocation that names a commitment', entry('x', 'allocation', 1, { commitmentId: 'set' }), 'fund.commitment_misplaced'],
    ['from an empty line', entry('x', 'payment', 1, { lineId: 'b' }), 'fund.overspend'],
    ['nothing', entry('x', 'payment', 0), 'fund.amount'],
    ['a negative amount', entry('x', 'allocation', -5), 'fund.amount'],
    ['half a fen', entry('x', 'allocation', 0.5), 'fund.amount'],
    ['the same entry twice', entry('in', 'allocation', 1), 'fund.duplicate_id'],
    ['reversing the commitment', entry('x', 'reversal', 4000, { reverses: 'set', reason: '取消' }), undefined],
    ['reversing in part', entry('x', 'reversal', 3000, { reverses: 'set', reason: '取消' }), 'fund.reversal_invalid'],
    ['reversing nothing', entry('x', 'reversal', 3000, { reverses: 'none', reason: '取消' }), 'fund.reverses_nothing'],
    ['reversing without a reason', entry('x', 'reversal', 4000, { reverses: 'set' }), 'fund.reversal_reason'],
    ['reversing money that is set aside', entry('x', 'reversal', 10_000, { reverses: 'in', reason: '退回' }), 'fund.reversal_in_use'],
  ])('%s', (_, one, code) => {
    const result = addFundEntry(given, one)
    expect(result.ok ? undefined : result.refusal.code).toBe(code)
  })

  it('a commitment that was paid from is not reversed before the payment is', () => {
    const paid = [...given, entry('pay', 'payment', 1000, { commitmentId: 'set' })]
    expect(fundBalance(paid, 'a')).toEqual({ allocated: 10_000, committed: 3000, paid: 1000, available: 6000 })
    expect(addFundEntry(paid, entry('x', 'reversal', 4000, { reverses: 'set', reason: '取消' }))).toMatchObject({
      refusal: { code: 'fund.reversal_in_use' },
    })
    const back = addFundEntry(paid, entry('r', 'reversal', 1000, { reverses: 'pay', reason: '退款' }))
    expect(back.ok && fundBalance(back.value, 'a')).toEqual(fundBalance(given, 'a'))
    expect(back.ok && addFundEntry(back.value, entry('x', 'reversal', 4000, { reverses: 'set', reason: '取消' })).ok).toBe(true)
  })

  it('a release is not taken back when its money is spent', () => {
    const freed = [...given, entry('free', 'release', 4000, { commitmentId: 'set' }), entry('all', 'payment', 10_000)]
    expect(fundBalance(freed, 'a').available).toBe(0)
    expect(addFundEntry(freed, entry('x', 'reversal', 4000, { reverses: 'free', reason: '误操作' }))).toMatchObject({
      refusal: { code: 'fund.reversal_in_use' },
    })
  })

  it('says how much there is', () => {
    expect(addFundEntry(given, entry('x', 'payment', 9000))).toMatchObject({ refusal: { zh: '可用余额 60.00 元，不足 90.00 元' } })
  })

  it('is never overspent, whatever is tried, and no commitment is used beyond itself', () => {
    const kinds = fc.constantFrom<FundEntry['kind']>('allocation', 'commitment', 'release', 'payment', 'reversal')
    const attempt = fc.record({
      kind: kinds,
      fen: fc.integer({ min: 1, max: 60 }),
      ref: fc.nat(20),
      line: fc.constantFrom('a', 'b'),
      linked: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let ledger: readonly FundEntry[] = []
        for (const [index, tried] of attempts.entries()) {
          const target = ledger[tried.ref % Math.max(1, ledger.length)]
          const one: FundEntry =
            tried.kind === 'reversal'
              ? entry(String(index), 'reversal', target?.fen ?? tried.fen, {
                  lineId: target?.lineId ?? 'a',
                  reverses: target?.id ?? 'none',
                  reason: '更正',
                })
              : entry(String(index), tried.kind, tried.fen, {
                  lineId: tried.line,
                  ...(tried.linked && target ? { commitmentId: target.id } : {}),
                })
          const next = addFundEntry(ledger, one)
          if (next.ok) ledger = next.value
          for (const line of ['a', 'b']) {
            const balance = fundBalance(ledger, line)
            expect(balance.available).toBeGreaterThanOrEqual(0)
            expect(balance.committed).toBeGreaterThanOrEqual(0)
            expect(balance.allocated).toBe(balance.available + balance.committed + balance.paid)
          }
          for (const each of ledger) if (each.kind === 'commitment') expect(commitmentLeft(ledger, each.id)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('what money is for', () => {
  const gift: FundLine = { id: 'g', kind: 'sponsorship', purposes: ['助餐'], unitIds: ['c1'], from: '2026-01-01', to: '2026-12-31' }
  it.each<[string, Partial<FundLine>, { purpose: string; unitId?: string; on: string }, readonly string[]]>([
    ['as given', {}, { purpose: '助餐', unitId: 'c1', on: '2026-12-31' }, []],
    ['another purpose', {}, { purpose: '文体', unitId: 'c1', on: '2026-11-22' }, ['fund.purpose']],
    ['another community', {}, { purpose: '助餐', unitId: 'c2', on: '2026-11-22' }, ['fund.unit']],
    ['no community named', {}, { purpose: '助餐', on: '2026-11-22' }, ['fund.unit']],
    ['too early', {}, { purpose: '助餐', unitId: 'c1', on: '2025-12-31' }, ['fund.not_yet']],
    ['too late', {}, { purpose: '助餐', unitId: 'c1', on: '2027-01-01' }, ['fund.expired']],
    ['a gift without a purpose', { purposes: undefined }, { purpose: '助餐', unitId: 'c1', on: '2026-11-22' }, ['fund.earmark_missing']],
    [
      'income from services is free',
      { kind: 'paid_service', purposes: undefined, unitIds: undefined },
      { purpose: '文体', on: '2026-11-22' },
      [],
    ],
    [
      'the owners’ maintenance fund',
      { kind: 'maintenance_fund', purposes: ['电梯'], unitIds: undefined },
      { purpose: '电梯', on: '2026-11-22' },
      ['fund.tracked_only'],
    ],
  ])('%s', (_, change, use, codes) => {
    expect(checkEarmark({ ...gift, ...change }, use).map((each) => each.code)).toEqual(codes)
  })
})

describe('payments', () => {
  const good: PaymentRequest = { fen: 500_000, draftedBy: 'a', approvedBy: ['b'], basisId: 'm1', invoiceNo: '001' }
  it.each<[string, Partial<PaymentRequest>, readonly string[]]>([
    ['one approver up to 5,000 yuan', {}, []],
    ['a fen more needs two', { fen: 500_001 }, ['fund.approvals_missing']],
    ['two', { fen: 500_001, approvedBy: ['b', 'c'] }, []],
    ['the same one twice is one', { fen: 500_001, approvedBy: ['b', 'b'] }, ['fund.approvals_missing']],
    ['the drafter never approves', { approvedBy: ['a', 'b'] }, ['fund.approver_is_drafter']],
    [
      'the drafter does not make up the number',
      { fen: 500_001, approvedBy: ['a', 'b'] },
      ['fund.approver_is_drafter', 'fund.approvals_missing'],
    ],
    ['nobody', { approvedBy: [] }, ['fund.approvals_missing']],
    ['no paper', { basisId: ' ', invoiceNo: undefined }, ['fund.no_basis', 'fund.no_invoice']],
  ])('%s', (_, change, codes) => {
    expect(checkPayment({ ...good, ...change }).against.map((each) => each.code)).toEqual(codes)
  })

  it('to a relative is flagged, not hidden', () => {
    expect(checkPayment({ ...good, payeeId: 'r', relatedIds: ['r'] })).toMatchObject({
      against: [],
      flags: [{ code: 'fund.related_payee' }],
    })
    expect(checkPayment({ ...good, payeeId: 'x', relatedIds: ['r'] }).flags).toEqual([])
  })

  it('money is collected only with a resolution and consent', () => {
    expect(checkLevy({ from: 'residents', resolutionId: 'r', consented: true })).toEqual([])
    expect(checkLevy({ from: 'residents', consented: false })).toHaveLength(2)
    expect(checkLevy({ from: 'units', consented: true })).toEqual([])
  })

  it('a period is closed only when published, and gifts are published on time', () => {
    expect(checkPeriodClose({ disclosedOn: '2026-10-10' })).toBeUndefined()
    expect(checkPeriodClose({})?.code).toBe('fund.not_disclosed')
    expect(disclosureDays('2026-01-15', '2026-07-15')).toEqual(['2026-10-15'])
    expect(disclosureDays('2026-01-15', '2026-07-16')).toEqual(['2026-04-15', '2026-07-15', '2026-10-16'])
  })
})

describe('growth from year to year', () => {
  it.each<[string, Record<string, number>, Record<string, number>, number | undefined, number | undefined, readonly string[]]>([
    ['grown', { budget: 100_000 }, { budget: 108_000 }, 800, 800, []],
    ['the same', { budget: 100_000 }, { budget: 100_000 }, 0, 0, ['fund.not_grown']],
    ['less', { budget: 100_000 }, { budget: 99_999 }, 0, 0, ['fund.not_grown']],
    [
      'a new source hides a fall',
      { budget: 100_000 },
      { budget: 90_000, sponsorship: 50_000 },
      4000,
      -1000,
      ['fund.sources_changed', 'fund.not_grown'],
    ],
    ['a source dropped', { budget: 100_000, party: 50_000 }, { budget: 110_000 }, -2667, 1000, ['fund.sources_changed']],
    ['nothing before', {}, { budget: 100 }, undefined, undefined, ['fund.sources_changed', 'fund.nothing_to_compare']],
  ])('%s', (_, before, after, all, comparable, codes) => {
    const growth = fundGrowth(before, after)
    expect([growth.basisPoints, growth.comparable.basisPoints, growth.flags.map((each) => each.code)]).toEqual([all, comparable, codes])
  })

  it('names what changed', () => {
    expect(fundGrowth({ a: 1 }, { b: 2 })).toMatchObject({ added: ['b'], dropped: ['a'], changeFen: 1 })
  })
})
