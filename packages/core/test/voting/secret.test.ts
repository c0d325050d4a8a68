import { describe, expect, it } from 'vitest'
import {
  castSecretBallot,
  closeSecretVote,
  freezeBase,
  openSecretVote,
  reconfigureSecretVote,
  secretRoll,
  tallySecret,
  type BallotChoice,
  type SecretOpening,
  type SecretVote,
} from '../../src/voting/index.ts'
import { NOTICED, OPENED, people, rule } from './support.ts'

const RULE = { ...rule('RC_INTERNAL'), secret: true }

function opened(size: number, opening: Partial<SecretOpening> = {}): SecretVote {
  const frozen = freezeBase(RULE, people(size), NOTICED)
  const vote = frozen.ok ? openSecretVote(RULE, frozen.value.snapshot, { noticedOn: NOTICED, openedAt: OPENED, ...opening }) : frozen
  if (!vote.ok) throw new Error(vote.refusal.code)
  return vote.value
}

function cast(vote: SecretVote, memberId: string, choice: BallotChoice, token: string): SecretVote {
  const result = castSecretBallot(vote, memberId, { token, choice })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const TOKENS = ['zzzzzzzzzzzzzzzzz1', 'aaaaaaaaaaaaaaaaa2', 'kkkkkkkkkkkkkkkkk3']

function threeBallots(): SecretVote {
  return (['for', 'against', 'for'] as const).reduce(
    (vote, choice, index) => cast(vote, `m${index + 1}`, choice, TOKENS[index] ?? ''),
    opened(5),
  )
}

describe('a secret vote', () => {
  it('keeps nothing by which a ballot could be led back to a person', () => {
    const vote = threeBallots()
    expect(vote.box.map((ballot) => ballot.token)).toEqual([...TOKENS].sort())
    expect(JSON.stringify(vote.box)).not.toMatch(/m\d/)
    expect(vote.roll.map((line) => Object.keys(line))).toEqual(Array(5).fill(['memberId', 'submitted']))
  })

  it('lets everybody vote once, and only those on the roll', () => {
    const vote = threeBallots()
    const code = (memberId: string, token: string): string => {
      const result = castSecretBallot(vote, memberId, { token, choice: 'against' })
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code('m1', 'qqqqqqqqqqqqqqqqqq')).toBe('vote.already_voted')
    expect(code('stranger', 'qqqqqqqqqqqqqqqqqq')).toBe('vote.not_eligible')
    expect(code('m4', TOKENS[0] ?? '')).toBe('vote.secret_token_used')
    expect(code('m4', 'fifteen-letters')).toBe('vote.secret_token')
    expect(code('m4', 'sixteen--letters')).toBe('ok')
    expect(code('m4', 'ballot-of-m4-xxxxxx')).toBe('vote.secret_token')
    expect(code('m4', 'qqqqqqqqqqqqqqqqqq')).toBe('ok')
  })

  it('cannot be changed, ballots least of all, once one was cast', () => {
    const empty = opened(5)
    expect(reconfigureSecretVote(empty, { ...RULE, noticeMinDays: 9 }).ok).toBe(true)
    const unmasked = reconfigureSecretVote(empty, { ...RULE, secret: false })
    expect(unmasked.ok ? '' : unmasked.refusal.code).toBe('vote.secret_rule')
    const vote = threeBallots()
    const changed = reconfigureSecretVote(vote, { ...RULE, noticeMinDays: 9 })
    expect(changed.ok ? '' : changed.refusal.code).toBe('vote.secret_frozen')
    expect(Object.isFrozen(vote.box[0])).toBe(true)
  })

  it('shows who has voted only from the third ballot, and results only after the close', () => {
    const two = cast(cast(opened(5), 'm1', 'for', TOKENS[0] ?? ''), 'm2', 'for', TOKENS[1] ?? '')
    expect(secretRoll(two).ok).toBe(false)
    expect(secretRoll(threeBallots()).ok).toBe(true)
    const early = tallySecret(threeBallots(), { present: 4 })
    expect(early.ok ? '' : early.refusal.code).toBe('vote.secret_open')
    const verdict = tallySecret(closeSecretVote(threeBallots()), { present: 3 })
    expect(verdict.ok && verdict.value).toMatchObject({ outcome: 'passed', figures: { for: { heads: 2 }, against: { heads: 1 } } })
    const late = castSecretBallot(closeSecretVote(threeBallots()), 'm4', { token: 'qqqqqqqqqqqqqqqqqq', choice: 'for' })
    expect(late.ok ? '' : late.refusal.code).toBe('vote.closed')
  })

  it('is not counted when box and roll disagree', () => {
    const vote = closeSecretVote(threeBallots())
    const stuffed = { ...vote, box: [...vote.box, { token: 'wwwwwwwwwwwwwwwwww', choice: 'for' as const }] }
    const result = tallySecret(stuffed, { present: 5 })
    expect(result.ok ? '' : result.refusal.code).toBe('vote.secret_mismatch')
  })

  it('opens only after due notice', () => {
    const frozen = freezeBase(RULE, people(5), NOTICED)
    const code = (opening: SecretOpening): string => {
      const vote = frozen.ok ? openSecretVote(RULE, frozen.value.snapshot, opening) : frozen
      return vote.ok ? 'ok' : vote.refusal.code
    }
    expect(code({ openedAt: OPENED, noticedOn: NOTICED })).toBe('ok')
    expect(code({ openedAt: OPENED })).toBe('vote.notice_missing')
    expect(code({ openedAt: '2026-05-01T01:00:00.000Z', noticedOn: NOTICED })).toBe('vote.notice_short')
    expect(code({ openedAt: 'soon', noticedOn: NOTICED })).toBe('vote.date')
    expect(code({ openedAt: OPENED, noticedOn: '上周' })).toBe('vote.date')
  })

  it('leaves out those recused, from the roll and from the number', () => {
    const vote = opened(5, { recusals: [{ memberId: 'm5', reason: '利害关系' }] })
    const refusedBallot = castSecretBallot(vote, 'm5', { token: 'qqqqqqqqqqqqqqqqqq', choice: 'for' })
    expect(refusedBallot.ok ? '' : refusedBallot.refusal.code).toBe('vote.recused')
    const verdict = tallySecret(closeSecretVote(cast(vote, 'm1', 'for', TOKENS[0] ?? '')), { present: 4 })
    expect(verdict.ok && verdict.value).toMatchObject({ recused: 1, figures: { allMembers: { heads: 4 } } })
  })
})
