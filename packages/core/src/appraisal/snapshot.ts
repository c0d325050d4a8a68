import { type Instant } from '../date/index.ts'
import { fingerprint } from '../fingerprint/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { rankAppraisals, type Ranking } from './ranking.ts'
import { scoreAppraisal, type AppraisalInputs, type AppraisalResult } from './score.ts'
import { type AppraisalSheet } from './sheet.ts'

/** A contest as it was decided: the sheet, every input and what came of it. Plain data, complete in itself. */
export interface AppraisalSnapshot {
  readonly sheet: AppraisalSheet
  readonly inputs: readonly AppraisalInputs[]
  readonly results: readonly AppraisalResult[]
  readonly ranking: Ranking
  readonly frozenAt: Instant
  /** The snapshot this one corrects, after an appeal. The earlier one stays. */
  readonly supersedes?: string
  /** Names the snapshot and shows an accidental change of it; no signature. */
  readonly fingerprint: string
}

const reason = defineReasons({
  'appraisal.snapshot_changed': { zh: '评比存档被改动过', en: 'The frozen appraisal was changed' },
  'appraisal.snapshot_differs': { zh: '按存档重新计算，结果不一致', en: 'Computing the frozen appraisal again gives another result' },
})

/**
 * Scores and ranks all subjects and freezes sheet, inputs and outcome, so that the ranking cannot drift when rows change later.
 *
 * @example
 * const sheet = { code: 's', version: 1, zh: '样表', en: 'Sample', full: 1000, bonusMax: 0, tieBreakers: [], items: [{ code: 'meetings', kind: 'automatic', max: 1000, by: { formula: 'ratio' }, whenEmpty: 'missing', zh: '会议', en: 'Meetings' }] }
 * const input = (subject, numerator) => ({ subject, period: '2026', asOf: '2026-12-31', automatic: { meetings: { numerator, denominator: 12, rows: [] } }, manual: {}, veto: {} })
 * freezeAppraisal(sheet, [input('a', 9), input('b', 12)], '2027-01-05T00:00:00.000Z').value.ranking.placings[0].subject // 'b'
 */
export function freezeAppraisal(
  sheet: AppraisalSheet,
  inputs: readonly AppraisalInputs[],
  frozenAt: Instant,
  supersedes?: string,
): Result<AppraisalSnapshot> {
  const outcome = compute(sheet, inputs)
  if (!outcome.ok) return outcome
  const content = { sheet, inputs, ...outcome.value, frozenAt, ...(supersedes === undefined ? {} : { supersedes }) }
  return ok(structuredClone({ ...content, fingerprint: fingerprint(content) }))
}

/**
 * Computes a snapshot again from its own inputs: the same result, or the reason why it is not.
 *
 * @example
 * const sheet = { code: 's', version: 1, zh: '样表', en: 'Sample', full: 1000, bonusMax: 0, tieBreakers: [], items: [{ code: 'meetings', kind: 'automatic', max: 1000, by: { formula: 'ratio' }, whenEmpty: 'missing', zh: '会议', en: 'Meetings' }] }
 * const input = (subject, numerator) => ({ subject, period: '2026', asOf: '2026-12-31', automatic: { meetings: { numerator, denominator: 12, rows: [] } }, manual: {}, veto: {} })
 * const frozen = freezeAppraisal(sheet, [input('a', 9), input('b', 12)], '2027-01-05T00:00:00.000Z').value
 * rerunAppraisal(frozen).ok // true
 * rerunAppraisal({ ...frozen, inputs: [input('a', 12), input('b', 12)] }).refusal.code // 'appraisal.snapshot_changed'
 */
export function rerunAppraisal(snapshot: AppraisalSnapshot): Result<Pick<AppraisalSnapshot, 'results' | 'ranking'>> {
  const { fingerprint: mark, ...content } = snapshot
  if (fingerprint(content) !== mark) return refused(reason('appraisal.snapshot_changed'))
  const outcome = compute(snapshot.sheet, snapshot.inputs)
  if (!outcome.ok) return outcome
  const same = fingerprint(outcome.value) === fingerprint({ results: snapshot.results, ranking: snapshot.ranking })
  return same ? outcome : refused(reason('appraisal.snapshot_differs'))
}

function compute(sheet: AppraisalSheet, inputs: readonly AppraisalInputs[]): Result<Pick<AppraisalSnapshot, 'results' | 'ranking'>> {
  const results: AppraisalResult[] = []
  for (const input of inputs) {
    const result = scoreAppraisal(sheet, input)
    if (!result.ok) return result
    results.push(result.value)
  }
  const ranking = rankAppraisals(sheet, results)
  return ranking.ok ? ok({ results, ranking: ranking.value }) : ranking
}
