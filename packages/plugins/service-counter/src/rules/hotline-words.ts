import type { HOTLINE_LEVELS, HOTLINE_TOPICS } from './options.ts'

type Topic = keyof typeof HOTLINE_TOPICS
type Level = keyof typeof HOTLINE_LEVELS

/** Words by which a centre's own categories are known; the first that fits. */
const TOPIC_WORDS: readonly (readonly [Topic, RegExp])[] = [
  ['parking', /停车|车位|占道/],
  ['noise', /噪|扰民/],
  ['sanitation', /环境|卫生|垃圾|污水|保洁/],
  ['property', /物业/],
  ['facility', /设施|路灯|道路|井盖|供水|供热|供电|管网/],
  ['aged', /养老|老年|高龄/],
  ['safety', /安全|消防|隐患/],
  ['conduct', /作风|态度|服务质量|效能/],
  ['policy', /政策|咨询/],
]

/**
 * The topic that a centre's category means; what is not known is 其他.
 *
 * @example
 * topicOf('城市管理-占道停车') // 'parking'
 */
export function topicOf(words: string): Topic {
  return TOPIC_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}

/**
 * The level that a centre's word means, or nothing for a word that is none.
 *
 * @example
 * levelOf('特急') // 'urgent'
 * levelOf('') // 'normal'
 */
export function levelOf(words: string): Level | undefined {
  if (/急/.test(words)) return 'urgent'
  if (/咨询|求助/.test(words)) return 'consult'
  return /^$|一般|普通|平件|投诉|建议|举报/.test(words) ? 'normal' : undefined
}
