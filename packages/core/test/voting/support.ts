import { votePreset } from '../../src/presets/index.ts'
import { freezeBase, type BaseCandidate, type NamedBallot, type VoteRecord, type VoteRule } from '../../src/voting/index.ts'

export const NOTICED = '2026-05-01'
export const VOTED = '2026-05-20'
export const OPENED = '2026-05-20T01:00:00.000Z'
export const CLOSED = '2026-05-20T03:00:00.000Z'
export const DURING = '2026-05-20T02:00:00.000Z'

export function rule(code: string, on = VOTED): VoteRule {
  const preset = votePreset(code, on)
  if (!preset) throw new Error(`no preset ${code} on ${on}`)
  return preset.params
}

export function people(count: number, each: Partial<BaseCandidate> = {}): BaseCandidate[] {
  return Array.from({ length: count }, (_, index) => ({ id: `m${index + 1}`, bornOn: '1970-01-01', ...each }))
}

/** A meeting of `roll`, to which the first `present` came and stayed; ballots in the order of the roll. */
export function meeting(
  voteRule: VoteRule,
  roll: readonly BaseCandidate[],
  present: number,
  choices: readonly NamedBallot['choice'][],
): VoteRecord {
  const frozen = freezeBase(voteRule, roll, voteRule.snapshotAt === 'open' ? VOTED : NOTICED)
  if (!frozen.ok) throw new Error(frozen.refusal.code)
  return {
    snapshot: frozen.value.snapshot,
    noticedOn: NOTICED,
    openedAt: OPENED,
    closedAt: CLOSED,
    attendance: roll.slice(0, present).map((member) => ({ memberId: member.id, mode: 'inPerson', in: OPENED })),
    ballots: choices.map((choice, index) => ({ voterId: roll[index]?.id ?? 'nobody', choice, at: DURING })),
  }
}

export function choices(yes: number, no = 0, abstain = 0, invalid = 0): NamedBallot['choice'][] {
  return [
    ...Array<'for'>(yes).fill('for'),
    ...Array<'against'>(no).fill('against'),
    ...Array<'abstain'>(abstain).fill('abstain'),
    ...Array<'invalid'>(invalid).fill('invalid'),
  ]
}
