import { ageOn, type LocalDate } from '../date/index.ts'
import type { Citation, RuleStatus } from '../ruleset/index.ts'
import { generationOf, type HouseholdRelation } from './household.ts'

/** A tag that a rule derives; all other tags are recorded with evidence. */
export type DerivedTag = 'aged' | 'empty_nest' | 'living_alone' | 'no_kin'

/** A tag that a person records with evidence, or that an import brings. */
export type RecordedTag = 'hardship' | 'disabled' | 'veteran' | 'disabled_ability' | 'left_behind_child' | 'key_care' | 'bereaved_parent'

/** A tag of the shipped code set. */
export type PersonTagCode = DerivedTag | RecordedTag

/** One tag of the code set. `sensitive` tags say something about health or poverty: class P3, never shown to a merchant or in a list. */
export interface PersonTagEntry {
  readonly code: PersonTagCode
  readonly zh: string
  readonly en: string
  readonly basis: 'rule' | 'record'
  readonly sensitive: boolean
}

/** The person tags that ship. A street may add its own. */
export const PERSON_TAGS: readonly PersonTagEntry[] = [
  { code: 'aged', zh: '高龄', en: 'Aged 80 and over', basis: 'rule', sensitive: false },
  { code: 'empty_nest', zh: '空巢', en: 'Empty nest', basis: 'rule', sensitive: false },
  { code: 'living_alone', zh: '独居', en: 'Living alone', basis: 'rule', sensitive: false },
  { code: 'no_kin', zh: '孤寡', en: 'Without spouse and children', basis: 'rule', sensitive: true },
  { code: 'hardship', zh: '困难', en: 'In hardship', basis: 'record', sensitive: true },
  { code: 'disabled', zh: '残疾', en: 'Disabled', basis: 'record', sensitive: true },
  { code: 'disabled_ability', zh: '失能', en: 'Lost abilities', basis: 'record', sensitive: true },
  { code: 'veteran', zh: '退役', en: 'Veteran', basis: 'record', sensitive: false },
  { code: 'left_behind_child', zh: '留守儿童', en: 'Left-behind child', basis: 'record', sensitive: true },
  { code: 'bereaved_parent', zh: '失独', en: 'Lost the only child', basis: 'record', sensitive: true },
  { code: 'key_care', zh: '重点关爱', en: 'Key care', basis: 'record', sensitive: true },
]

/**
 * The Chinese name of a tag; a street's own tag is its own name.
 *
 * @example
 * personTagName('aged') // '高龄'
 */
export function personTagName(code: string): string {
  return PERSON_TAGS.find((entry) => entry.code === code)?.zh ?? code
}

/** Somebody of the household, the person herself included. `undefined` means not known and never no. */
export interface HouseholdMember {
  readonly personId: string
  readonly relation: HouseholdRelation
  readonly birth?: LocalDate
  /** Whether she actually lives in the home; a member working elsewhere does not. */
  readonly livesHere?: boolean
  readonly deceasedOn?: LocalDate
}

/** What is known about a person. A missing property means not known. */
export interface PersonFacts {
  readonly personId: string
  readonly birth?: LocalDate
  readonly deceasedOn?: LocalDate
  /** All members of the home where she lives, herself included. */
  readonly household?: readonly HouseholdMember[]
  readonly hasSpouse?: boolean
  /** Living children, wherever they live. */
  readonly childrenLiving?: number
}

/** A version of the tag rules: its thresholds in full years, and where they come from. A street with other ages gives its version another name. */
export interface TagRuleSet {
  readonly version: string
  readonly elderFrom: number
  readonly agedFrom: number
  readonly citation: Citation
  readonly status: RuleStatus
}

/** The rules that ship. Definitions of 空巢 and 孤寡 differ between provinces; these follow the design of this project. */
export const TAG_RULES_2026: TagRuleSet = {
  version: '2026-1',
  elderFrom: 60,
  agedFrom: 80,
  citation: {
    source: '老年人权益保障法',
    article: '第二条（60 周岁）',
    note: '高龄 80 周岁取自河南省高龄津贴；空巢、独居、孤寡为本系统口径，须核对本地统计口径（子女同城居住、入住养老机构的人怎样算）',
  },
  status: 'unverified',
}

/**
 * What a rule found for one tag. `unknown` means that facts are missing (named in `missing`): an existing tag then stays and somebody is asked.
 * `facts` are the figures used, without names or dates of birth; `basis` is the sentence to store and show.
 */
export interface TagDerivation {
  readonly tag: DerivedTag
  readonly zh: string
  readonly outcome: 'applies' | 'no' | 'unknown'
  readonly ruleVersion: string
  readonly basis: string
  readonly facts: Readonly<Record<string, number | boolean>>
  readonly missing: readonly string[]
}

/**
 * Derives 高龄, 空巢, 独居 and 孤寡 for a day. Nobody carries a tag after death.
 * 高龄: at least 80. 独居: at least 60 and the only one living in the home. 空巢: everyone living in the home is at least 60 and none is another's child or grandchild.
 * 孤寡: at least 60, no spouse and no living child.
 *
 * @example
 * const household = [{ personId: 'a', relation: 'head', birth: '1940-05-01', livesHere: true }]
 * derivePersonTags({ personId: 'a', birth: '1940-05-01', household }, '2026-11-22').map((each) => `${each.zh} ${each.outcome}`) // ['高龄 applies', '空巢 applies', '独居 applies', '孤寡 unknown']
 */
export function derivePersonTags(facts: PersonFacts, on: LocalDate, rules: TagRuleSet = TAG_RULES_2026): readonly TagDerivation[] {
  const dead = facts.deceasedOn !== undefined && facts.deceasedOn <= on
  const age = facts.birth === undefined || facts.birth > on ? undefined : ageOn(facts.birth, on)
  const home = facts.household?.filter((member) => !(member.deceasedOn !== undefined && member.deceasedOn <= on))
  const findings: Readonly<Record<DerivedTag, Finding>> = {
    aged: aged(age, rules),
    empty_nest: emptyNest(age, facts.personId, home, on, rules),
    living_alone: livingAlone(age, facts.personId, home, rules),
    no_kin: noKin(age, facts, rules),
  }
  return (Object.keys(findings) as DerivedTag[]).map((tag) => {
    const found = dead ? { outcome: 'no' as const, basis: '已去世，不再标注', facts: {}, missing: [] } : findings[tag]
    return { tag, zh: personTagName(tag), ruleVersion: rules.version, ...found }
  })
}

interface Finding {
  readonly outcome: TagDerivation['outcome']
  readonly basis: string
  readonly facts: TagDerivation['facts']
  readonly missing: readonly string[]
}

function unknown(...missing: readonly string[]): Finding {
  return { outcome: 'unknown', basis: `缺少：${missing.join('、')}`, facts: {}, missing }
}

function no(basis: string, facts: Finding['facts'] = {}): Finding {
  return { outcome: 'no', basis, facts, missing: [] }
}

function applies(basis: string, facts: Finding['facts']): Finding {
  return { outcome: 'applies', basis, facts, missing: [] }
}

function aged(age: number | undefined, rules: TagRuleSet): Finding {
  if (age === undefined) return unknown('出生日期')
  const facts = { age, agedFrom: rules.agedFrom }
  return age >= rules.agedFrom
    ? applies(`${age} 周岁，满 ${rules.agedFrom} 周岁`, facts)
    : no(`${age} 周岁，未满 ${rules.agedFrom} 周岁`, facts)
}

function livingAlone(age: number | undefined, personId: string, home: PersonFacts['household'], rules: TagRuleSet): Finding {
  if (age !== undefined && age < rules.elderFrom) return no(`${age} 周岁，未满 ${rules.elderFrom} 周岁`, { age })
  if (livesElsewhere(personId, home)) return no('本人不住在此处')
  const others = home?.filter((member) => member.personId !== personId)
  const together = others?.filter((member) => member.livesHere === true).length ?? 0
  if (together > 0) return no(`同住 ${together} 人`, { together })
  const missing = [
    ...(age === undefined ? ['出生日期'] : []),
    ...(others ? [] : ['家庭成员']),
    ...(home?.some((member) => member.livesHere === undefined) ? ['成员是否同住'] : []),
  ]
  if (missing.length > 0 || age === undefined) return unknown(...missing)
  return applies(`${age} 周岁，家中只有本人居住`, { age, together })
}

function emptyNest(age: number | undefined, personId: string, home: PersonFacts['household'], on: LocalDate, rules: TagRuleSet): Finding {
  if (age !== undefined && age < rules.elderFrom) return no(`${age} 周岁，未满 ${rules.elderFrom} 周岁`, { age })
  if (livesElsewhere(personId, home)) return no('本人不住在此处')
  const here = home?.filter((member) => member.livesHere === true) ?? []
  const younger = here.filter((member) => member.birth !== undefined && ageOn(member.birth, on) < rules.elderFrom).length
  if (younger > 0) return no(`同住成员中有 ${younger} 人未满 ${rules.elderFrom} 周岁`, { younger })
  const generations = new Set(here.map((member) => generationOf(member.relation)).filter((each) => each !== undefined))
  if (generations.size > 1) return no('有子女同住', { childrenHere: true })
  const missing = [
    ...(age === undefined ? ['出生日期'] : []),
    ...(home && home.length > 0 ? [] : ['家庭成员']),
    ...(home?.some((member) => member.livesHere === undefined) ? ['成员是否同住'] : []),
    ...(here.some((member) => member.birth === undefined) ? ['同住成员的出生日期'] : []),
  ]
  if (missing.length > 0) return unknown(...missing)
  return applies(`同住 ${here.length} 人均满 ${rules.elderFrom} 周岁，无子女同住`, { living: here.length, childrenHere: false })
}

function livesElsewhere(personId: string, home: PersonFacts['household']): boolean {
  return home?.some((member) => member.personId === personId && member.livesHere === false) ?? false
}

function noKin(age: number | undefined, facts: PersonFacts, rules: TagRuleSet): Finding {
  if (age !== undefined && age < rules.elderFrom) return no(`${age} 周岁，未满 ${rules.elderFrom} 周岁`, { age })
  if (facts.hasSpouse === true) return no('有配偶', { hasSpouse: true })
  if (facts.childrenLiving !== undefined && facts.childrenLiving > 0)
    return no(`有子女 ${facts.childrenLiving} 人`, { childrenLiving: facts.childrenLiving })
  const missing = [
    ...(age === undefined ? ['出生日期'] : []),
    ...(facts.hasSpouse === undefined ? ['有无配偶'] : []),
    ...(facts.childrenLiving === undefined ? ['有无子女'] : []),
  ]
  if (missing.length > 0 || age === undefined) return unknown(...missing)
  return applies(`${age} 周岁，无配偶、无子女`, { age, hasSpouse: false, childrenLiving: 0 })
}

/** What to do with the tags that somebody holds by rule: begin, end, or ask for missing facts. */
export interface TagPlan {
  readonly begin: readonly TagDerivation[]
  readonly end: readonly TagDerivation[]
  readonly ask: readonly TagDerivation[]
}

/**
 * Compares the derived tags with those held by rule. A tag whose facts are missing is neither begun nor ended: missing is not no.
 * Tags recorded by hand are not the rule's to end; pass only those whose basis is a rule.
 *
 * @example
 * planTagChanges(['aged'], derivePersonTags({ personId: 'a', deceasedOn: '2026-11-01' }, '2026-11-22')).end.map((each) => each.tag) // ['aged']
 */
export function planTagChanges(heldByRule: readonly string[], derived: readonly TagDerivation[]): TagPlan {
  const held = new Set(heldByRule)
  return {
    begin: derived.filter((each) => each.outcome === 'applies' && !held.has(each.tag)),
    end: derived.filter((each) => each.outcome === 'no' && held.has(each.tag)),
    ask: derived.filter((each) => each.outcome === 'unknown'),
  }
}
