import { type CompositionCheck } from './base.ts'
import { type FullFigures } from './figures.ts'
import { type PassRule, type QuorumRule, type VoteMeasure } from './rule.ts'
import { shareText, thresholdText } from './threshold.ts'
import { type ShareCheck, type VoteOutcome } from './verdict.ts'

interface Sentence {
  readonly zh: string
  readonly en: string
}

const WHOLE = {
  due: { heads: '应到人数', area: '应到面积', en: 'those due' },
  allMembers: { heads: '全体人数', area: '总面积', en: 'all members' },
  present: { heads: '到会人数', area: '到会面积', en: 'those present' },
  participants: { heads: '参与表决人数', area: '参与表决面积', en: 'those who voted' },
} as const

const OUTCOME: Readonly<Record<VoteOutcome, Sentence>> = {
  passed: { zh: '结论：通过。', en: 'Result: passed.' },
  rejected: { zh: '结论：未通过。', en: 'Result: not passed.' },
  tied: { zh: '结论：恰好持平，须再次表决。', en: 'Result: exactly on the edge; vote again.' },
  inquorate: { zh: '结论：未达到法定人数，表决无效。', en: 'Result: no quorum, the vote is void.' },
}

/** An amount with its unit: `6 人`, `123.45 平方米`. */
function amount(on: VoteMeasure, value: number): Sentence {
  if (on === 'heads') return { zh: `${value} 人`, en: String(value) }
  const metres = `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
  return { zh: `${metres} 平方米`, en: `${metres} m²` }
}

function shareSentence(share: ShareCheck, verb: Sentence, of: PassRule['of']): Sentence {
  const [part, whole, needed] = [amount(share.on, share.part), amount(share.on, share.whole), amount(share.on, share.needed)]
  const text = thresholdText(share)
  const base = Object.hasOwn(WHOLE, of) ? WHOLE[of] : WHOLE.allMembers
  return {
    zh: `${verb.zh} ${part.zh}，须${share.op === '>' ? '超过' : '不少于'}${base[share.on]}（${whole.zh}）的${shareText(share)}，至少 ${needed.zh}，${share.reached ? '已达到' : '未达到'}`,
    en: `${verb.en} ${part.en}, ${text.en} of ${base.en} (${whole.en}) needed, i.e. ${needed.en}: ${share.reached ? 'reached' : 'not reached'}`,
  }
}

export function quorumSentence(rule: QuorumRule, shares: readonly ShareCheck[]): Sentence {
  const verb = rule.by === 'present' ? { zh: '到会', en: 'present' } : { zh: '参与表决', en: 'voted' }
  return join(
    '法定人数：',
    'Quorum: ',
    shares.map((share) => shareSentence(share, verb, rule.of)),
  )
}

export function passSentence(rule: PassRule, figures: FullFigures, shares: readonly ShareCheck[]): Sentence {
  const { for: yes, against, abstain, invalid } = figures
  const counts = {
    zh: `赞成 ${yes.heads}、反对 ${against.heads}、弃权 ${abstain.heads}、无效 ${invalid.heads}`,
    en: `for ${yes.heads}, against ${against.heads}, abstain ${abstain.heads}, invalid ${invalid.heads}`,
  }
  return join('表决：', 'Vote: ', [counts, ...shares.map((share) => shareSentence(share, { zh: '赞成', en: 'in favour' }, rule.of))])
}

export function outcomeSentence(outcome: VoteOutcome, decidedBy: 'count' | 'chair'): Sentence {
  if (decidedBy === 'count') return OUTCOME[outcome]
  return { zh: '恰好持平，由主持人的一票决定。结论：通过。', en: 'Exactly on the edge; the chair decides. Result: passed.' }
}

export function compositionSentence(checks: readonly CompositionCheck[]): Sentence {
  const short = checks.filter((check) => !check.reached)
  if (short.length === 0) return { zh: '', en: '' }
  const zh = short.map(
    (check) => `${check.what === 'women' ? '妇女' : '代表'} ${check.count}/${check.members}，应${thresholdText({ op: '>=', ...check }).zh}`,
  )
  const en = short.map((check) => `${check.what} ${check.count}/${check.members}, ${thresholdText({ op: '>=', ...check }).en} asked`)
  return { zh: `注意，组成不符：${zh.join('；')}。`, en: `Note, composition: ${en.join('; ')}.` }
}

function join(zh: string, en: string, parts: readonly Sentence[]): Sentence {
  return { zh: `${zh}${parts.map((part) => part.zh).join('；')}。`, en: `${en}${parts.map((part) => part.en).join('; ')}.` }
}
