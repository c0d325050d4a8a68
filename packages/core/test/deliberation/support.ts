import {
  advanceMatter,
  DEFAULT_CHARTER,
  openMatter,
  type Charter,
  type GateDecision,
  type DeliberationTemplate,
  type Matter,
  type MatterStepInput,
} from '../../src/deliberation/index.ts'
import { FOUR_DELIBERATIONS } from '../../src/presets/index.ts'
import { choices, meeting, people, rule } from '../voting/support.ts'

export const CHARTER: Charter = { ...DEFAULT_CHARTER, supportersMin: 3, smallMatterTopics: ['文体'], emergencyTopics: ['安全'] }

/** A named vote of nine with `yes` in favour. */
export function decision(code: string, body: GateDecision['body'], yes = 6, size = 9): GateDecision {
  const voteRule = rule(code)
  return {
    body,
    ruleCode: code,
    vote: { kind: 'named', rule: voteRule, record: meeting(voteRule, people(size), size, choices(yes, size - yes)) },
  }
}

export function parking(change: Partial<Matter> = {}): Matter {
  return {
    ...openMatter(FOUR_DELIBERATIONS, {
      id: 'p1',
      topic: '停车',
      leadPartyOrg: 'branch-1',
      proposal: {
        versions: [{ no: 1, text: '夜间借用学校车位', at: '2026-04-01T00:00:00Z', by: 'r1' }],
        proposers: ['r1'],
        supporters: [
          { personId: 'r2', householdId: 'h2' },
          { personId: 'r3', householdId: 'h3' },
          { personId: 'r4', householdId: 'h4' },
        ],
      },
      stakeholders: [
        { id: 'school', group: '学校', invited: true, present: true },
        { id: 'firm', group: '物业', invited: true, writtenOpinion: true },
      ],
    }),
    minorityOpinions: '一户担心噪声',
    decisions: {
      review: decision('TWO_COMMITTEE_REVIEW', 'twoCommittees'),
      resolve: decision('REP_MEETING_DEFAULT', 'representativeMeeting'),
    },
    publication: { from: '2026-05-21', place: '公告栏' },
    feedback: [{ personId: 'r1', at: '2026-08-01T00:00:00Z', satisfied: true }],
    resultPublishedOn: '2026-07-20',
    ...change,
  }
}

export const HAPPY_PATH = [
  'accept',
  'submit',
  'agree',
  'putToVote',
  'adopt',
  'takeEffect',
  'execute',
  'publishResult',
  'evaluate',
  'close',
] as const

export interface Walk {
  readonly matter: Matter
  /** Code of the first refusal, with the step it stopped. */
  readonly stopped?: readonly [step: string, code: string]
}

/** Takes steps on 2026-06-01 and the days after it. */
export function walk(
  matter: Matter,
  steps: readonly string[],
  {
    charter = CHARTER,
    template = FOUR_DELIBERATIONS,
    input = {},
  }: { charter?: Charter; template?: DeliberationTemplate; input?: Partial<MatterStepInput> } = {},
): Walk {
  let current = matter
  for (const [index, step] of steps.entries()) {
    const at = `2026-06-${String(index + 1 + matter.history.length).padStart(2, '0')}T02:00:00.000Z`
    const moved = advanceMatter(template, current, step, { at, by: 'clerk', reason: '理由', ...input }, charter)
    if (!moved.ok) return { matter: current, stopped: [step, moved.refusal.code] }
    current = moved.value
  }
  return { matter: current }
}
