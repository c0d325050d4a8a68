import { formatFen, isFen, type Fen } from '../money/index.ts'
import type { LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { FUND_SOURCES, type FundLine } from './fund-source.ts'

/**
 * One entry of a fund's ledger. Entries are only added; amounts are positive. `allocation` brings money, `commitment` sets some aside,
 * `release` gives set-aside money free again, `payment` spends (out of a commitment when it names one), `reversal` takes one entry back in full.
 */
export interface FundEntry {
  readonly id: string
  readonly lineId: string
  readonly kind: 'allocation' | 'commitment' | 'release' | 'payment' | 'reversal'
  readonly fen: Fen
  readonly commitmentId?: string
  readonly reverses?: string
  readonly reason?: string
}

/** What a line has. `available = allocated − committed − paid`, where `committed` is what is still set aside. */
export interface FundBalance {
  readonly allocated: Fen
  readonly committed: Fen
  readonly paid: Fen
  readonly available: Fen
}

const reason = defineReasons({
  'fund.amount': { zh: '金额应大于 0', en: 'The amount must be positive' },
  'fund.duplicate_id': { zh: '这笔记录已经存在', en: 'This entry exists already' },
  'fund.overspend': { zh: '可用余额 {available} 元，不足 {wanted} 元', en: 'Only {available} yuan are available, {wanted} are asked' },
  'fund.commitment_unknown': { zh: '找不到这笔已安排的资金', en: 'There is no such commitment' },
  'fund.commitment_misplaced': { zh: '只有付款和释放才能对应一笔已安排的资金', en: 'Only a payment or a release names a commitment' },
  'fund.commitment_short': {
    zh: '这笔安排只剩 {left} 元，不足 {wanted} 元',
    en: 'Only {left} yuan are left of the commitment, {wanted} are asked',
  },
  'fund.reverses_nothing': { zh: '找不到要冲销的记录', en: 'There is no such entry to reverse' },
  'fund.reversal_invalid': {
    zh: '冲销须与原记录同一资金、金额相同，且只能冲销一次；冲销本身不能再冲销',
    en: 'A reversal has the line and amount of its entry, happens once, and is not reversed itself',
  },
  'fund.reversal_reason': { zh: '冲销须写明原因', en: 'A reversal needs a reason' },
  'fund.reversal_in_use': {
    zh: '这笔钱已经用出，冲销后余额会变成负数',
    en: 'The money is already used; reversing would make the balance negative',
  },
  'fund.tracked_only': { zh: '{source}只登记，不在这里支出', en: 'This money is recorded here and not spent here' },
  'fund.earmark_missing': { zh: '{source}须写明用途', en: 'This money needs a purpose' },
  'fund.purpose': { zh: '这笔资金限用于：{purposes}', en: 'This money is restricted to: {purposes}' },
  'fund.unit': { zh: '这笔资金不能用于该社区或单位', en: 'This money is not for that unit' },
  'fund.not_yet': { zh: '资金自 {from} 起可用', en: 'The money may be spent from {from}' },
  'fund.expired': { zh: '资金使用期已于 {to} 结束', en: 'The money could be spent until {to}' },
})

/**
 * What a line has after all its entries. Reversed entries and their reversals count nothing.
 *
 * @example
 * fundBalance([{ id: '1', lineId: 'a', kind: 'allocation', fen: 10000 }, { id: '2', lineId: 'a', kind: 'commitment', fen: 3000 }, { id: '3', lineId: 'a', kind: 'payment', fen: 1000, commitmentId: '2' }], 'a') // { allocated: 10000, committed: 2000, paid: 1000, available: 7000 }
 */
export function fundBalance(entries: readonly FundEntry[], lineId: string): FundBalance {
  const live = liveEntries(entries).filter((entry) => entry.lineId === lineId)
  const total = (kind: FundEntry['kind']): Fen => live.filter((entry) => entry.kind === kind).reduce((sum, entry) => sum + entry.fen, 0)
  const fromCommitments = live
    .filter((entry) => entry.kind === 'payment' && entry.commitmentId !== undefined)
    .reduce((sum, entry) => sum + entry.fen, 0)
  const allocated = total('allocation')
  const committed = total('commitment') - total('release') - fromCommitments
  const paid = total('payment')
  return { allocated, committed, paid, available: allocated - committed - paid }
}

/**
 * What is still set aside by a commitment.
 *
 * @example
 * commitmentLeft([{ id: '2', lineId: 'a', kind: 'commitment', fen: 3000 }], '2') // 3000
 */
export function commitmentLeft(entries: readonly FundEntry[], commitmentId: string): Fen {
  const live = liveEntries(entries)
  const set = live.find((entry) => entry.id === commitmentId && entry.kind === 'commitment')?.fen ?? 0
  return live
    .filter((entry) => entry.commitmentId === commitmentId && (entry.kind === 'payment' || entry.kind === 'release'))
    .reduce((left, entry) => left - entry.fen, set)
}

/**
 * Adds an entry, or says why not. The available balance never becomes negative, a commitment is never used beyond what it set aside, nothing is changed or removed.
 * Call it inside the transaction that writes the entry.
 *
 * @example
 * const ledger = [{ id: '1', lineId: 'a', kind: 'allocation', fen: 10000 }]
 * addFundEntry(ledger, { id: '2', lineId: 'a', kind: 'payment', fen: 10000 }).ok // true
 * addFundEntry(ledger, { id: '2', lineId: 'a', kind: 'payment', fen: 10001 }).ok // false
 */
export function addFundEntry(entries: readonly FundEntry[], entry: FundEntry): Result<readonly FundEntry[]> {
  const against = checkEntry(entries, entry)
  return against ? refused(against) : ok([...entries, entry])
}

function checkEntry(entries: readonly FundEntry[], entry: FundEntry): Refusal | undefined {
  if (!isFen(entry.fen) || entry.fen <= 0) return reason('fund.amount', undefined, 'fen')
  if (entries.some((each) => each.id === entry.id)) return reason('fund.duplicate_id')
  if (entry.kind === 'reversal') return checkReversal(entries, entry)
  if (entry.kind === 'release' || (entry.kind === 'payment' && entry.commitmentId !== undefined))
    return checkAgainstCommitment(entries, entry)
  if (entry.commitmentId !== undefined) return reason('fund.commitment_misplaced', undefined, 'commitmentId')
  const { available } = fundBalance(entries, entry.lineId)
  return entry.kind !== 'allocation' && entry.fen > available
    ? reason('fund.overspend', { available: formatFen(available), wanted: formatFen(entry.fen) }, 'fen')
    : undefined
}

function checkAgainstCommitment(entries: readonly FundEntry[], entry: FundEntry): Refusal | undefined {
  const commitment = liveEntries(entries).find(
    (each) => each.id === entry.commitmentId && each.kind === 'commitment' && each.lineId === entry.lineId,
  )
  if (!commitment) return reason('fund.commitment_unknown', undefined, 'commitmentId')
  const left = commitmentLeft(entries, commitment.id)
  return entry.fen > left ? reason('fund.commitment_short', { left: formatFen(left), wanted: formatFen(entry.fen) }, 'fen') : undefined
}

function checkReversal(entries: readonly FundEntry[], entry: FundEntry): Refusal | undefined {
  const original = entries.find((each) => each.id === entry.reverses)
  if (!original) return reason('fund.reverses_nothing', undefined, 'reverses')
  const isSecond = entries.some((each) => each.reverses === original.id)
  if (original.kind === 'reversal' || isSecond || original.lineId !== entry.lineId || original.fen !== entry.fen)
    return reason('fund.reversal_invalid', undefined, 'reverses')
  if ((entry.reason ?? '').trim() === '') return reason('fund.reversal_reason', undefined, 'reason')
  const after = [...entries, entry]
  const used = original.kind === 'commitment' && liveEntries(entries).some((each) => each.commitmentId === original.id)
  return used || fundBalance(after, entry.lineId).available < 0 ? reason('fund.reversal_in_use', undefined, 'reverses') : undefined
}

function liveEntries(entries: readonly FundEntry[]): readonly FundEntry[] {
  const reversed = new Set(entries.map((entry) => entry.reverses).filter((id) => id !== undefined))
  return entries.filter((entry) => entry.kind !== 'reversal' && !reversed.has(entry.id))
}

/**
 * Whether a line's money may be spent on something on a day, apart from how much is left: purpose, unit, period, and money that is only tracked.
 *
 * @example
 * checkEarmark({ id: 'a', kind: 'sponsorship', purposes: ['助餐'] }, { purpose: '文体', on: '2026-11-22' }).map((each) => each.code) // ['fund.purpose']
 */
export function checkEarmark(
  line: FundLine,
  use: { readonly purpose: string; readonly unitId?: string; readonly on: LocalDate },
): readonly Refusal[] {
  const source = FUND_SOURCES.find((entry) => entry.code === line.kind)
  const against: Refusal[] = []
  if (source?.trackedOnly) against.push(reason('fund.tracked_only', { source: source.zh }))
  if (source?.earmarked && (line.purposes ?? []).length === 0)
    against.push(reason('fund.earmark_missing', { source: source.zh }, 'purposes'))
  if (line.purposes && line.purposes.length > 0 && !line.purposes.includes(use.purpose))
    against.push(reason('fund.purpose', { purposes: line.purposes.join('、') }, 'purpose'))
  if (line.unitIds && (use.unitId === undefined || !line.unitIds.includes(use.unitId)))
    against.push(reason('fund.unit', undefined, 'unitId'))
  if (line.from !== undefined && use.on < line.from) against.push(reason('fund.not_yet', { from: line.from }))
  if (line.to !== undefined && use.on > line.to) against.push(reason('fund.expired', { to: line.to }))
  return against
}
