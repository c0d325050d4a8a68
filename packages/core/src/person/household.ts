import { asText } from '../text/index.ts'

/** How a member is related to the head of the household (与户主关系). */
export type HouseholdRelation =
  | 'head'
  | 'spouse'
  | 'son'
  | 'daughter'
  | 'child_in_law'
  | 'grandchild'
  | 'parent'
  | 'parent_in_law'
  | 'grandparent'
  | 'sibling'
  | 'other_relative'
  | 'non_relative'

/** One relation: its name, the leading digit of its GB/T 4761 codes, and its generation against the head (children −1, parents 1). */
export interface RelationEntry {
  readonly code: HouseholdRelation
  readonly zh: string
  readonly en: string
  readonly gb4761: string
  readonly generation?: number
}

/** The household relations with their Chinese names. The leading digits follow GB/T 4761-2008 家庭关系代码 (two digits there); where sons- and daughters-in-law go is unverified. */
export const HOUSEHOLD_RELATIONS: readonly RelationEntry[] = [
  { code: 'head', zh: '户主', en: 'Head', gb4761: '0', generation: 0 },
  { code: 'spouse', zh: '配偶', en: 'Spouse', gb4761: '1', generation: 0 },
  { code: 'son', zh: '儿子', en: 'Son', gb4761: '2', generation: -1 },
  { code: 'daughter', zh: '女儿', en: 'Daughter', gb4761: '3', generation: -1 },
  { code: 'child_in_law', zh: '儿媳、女婿', en: 'Child-in-law', gb4761: '2', generation: -1 },
  { code: 'grandchild', zh: '孙子女、外孙子女', en: 'Grandchild', gb4761: '4', generation: -2 },
  { code: 'parent', zh: '父母', en: 'Parent', gb4761: '5', generation: 1 },
  { code: 'parent_in_law', zh: '岳父母、公婆', en: 'Parent-in-law', gb4761: '5', generation: 1 },
  { code: 'grandparent', zh: '祖父母、外祖父母', en: 'Grandparent', gb4761: '6', generation: 2 },
  { code: 'sibling', zh: '兄弟姐妹', en: 'Sibling', gb4761: '7', generation: 0 },
  { code: 'other_relative', zh: '其他亲属', en: 'Other relative', gb4761: '8' },
  { code: 'non_relative', zh: '非亲属', en: 'Not related', gb4761: '8' },
]

const RELATION_WORDS: Readonly<Record<string, HouseholdRelation>> = {
  户主: 'head',
  本人: 'head',
  妻: 'spouse',
  妻子: 'spouse',
  夫: 'spouse',
  丈夫: 'spouse',
  配偶: 'spouse',
  爱人: 'spouse',
  子: 'son',
  儿子: 'son',
  长子: 'son',
  次子: 'son',
  三子: 'son',
  独生子: 'son',
  养子: 'son',
  继子: 'son',
  女: 'daughter',
  女儿: 'daughter',
  长女: 'daughter',
  次女: 'daughter',
  三女: 'daughter',
  独生女: 'daughter',
  养女: 'daughter',
  继女: 'daughter',
  儿媳: 'child_in_law',
  媳妇: 'child_in_law',
  女婿: 'child_in_law',
  孙子: 'grandchild',
  孙女: 'grandchild',
  孙: 'grandchild',
  外孙: 'grandchild',
  外孙子: 'grandchild',
  外孙女: 'grandchild',
  父亲: 'parent',
  父: 'parent',
  母亲: 'parent',
  母: 'parent',
  父母: 'parent',
  岳父: 'parent_in_law',
  岳母: 'parent_in_law',
  公公: 'parent_in_law',
  婆婆: 'parent_in_law',
  祖父: 'grandparent',
  祖母: 'grandparent',
  爷爷: 'grandparent',
  奶奶: 'grandparent',
  外祖父: 'grandparent',
  外祖母: 'grandparent',
  哥哥: 'sibling',
  弟弟: 'sibling',
  姐姐: 'sibling',
  妹妹: 'sibling',
  兄: 'sibling',
  弟: 'sibling',
  姐: 'sibling',
  妹: 'sibling',
  兄弟姐妹: 'sibling',
  其他亲属: 'other_relative',
  非亲属: 'non_relative',
  其他: 'non_relative',
}

/**
 * Reads a relation as ledgers write it (妻, 长子, 孙女 …). Undefined when the word is unknown, so that the import asks instead of guessing.
 *
 * @example
 * readRelation('长子') // 'son'
 * readRelation('远房') // undefined
 */
export function readRelation(text: string): HouseholdRelation | undefined {
  const word = asText(text).trim()
  return Object.hasOwn(RELATION_WORDS, word) ? RELATION_WORDS[word] : undefined
}

/**
 * The generation of a relation against the head: spouse 0, son −1, parent 1. Undefined when the relation does not tell.
 *
 * @example
 * generationOf('parent') // 1
 */
export function generationOf(relation: HouseholdRelation): number | undefined {
  return HOUSEHOLD_RELATIONS.find((entry) => entry.code === relation)?.generation
}

/** Why a person is counted in a place. */
export type ResidenceKind = 'registered' | 'permanent' | 'floating' | 'separated'

/** The residence kinds with their Chinese names and what each means. */
export const RESIDENCE_KINDS: readonly { readonly code: ResidenceKind; readonly zh: string; readonly en: string; readonly note: string }[] =
  [
    { code: 'registered', zh: '户籍', en: 'Registered here', note: '户口在本辖区，人也住在这里' },
    { code: 'permanent', zh: '常住', en: 'Permanent', note: '户口不在本辖区，在这里住满半年以上' },
    { code: 'floating', zh: '流动', en: 'Floating', note: '户口不在本辖区，在这里居住不满半年' },
    { code: 'separated', zh: '人户分离', en: 'Registered here, living elsewhere', note: '户口在本辖区，人不住在这里' },
  ]

/**
 * The residence kind that follows from where the register is, whether the person lives here, and for how long.
 * Half a year is the census convention (七普 常住人口); unverified for local ledgers. Undefined when she neither lives nor is registered here.
 *
 * @example
 * residenceKind({ registeredHere: true, livesHere: false, monthsHere: 0 }) // 'separated'
 * residenceKind({ registeredHere: false, livesHere: true, monthsHere: 6 }) // 'permanent'
 */
export function residenceKind(facts: {
  readonly registeredHere: boolean
  readonly livesHere: boolean
  readonly monthsHere: number
}): ResidenceKind | undefined {
  if (facts.registeredHere) return facts.livesHere ? 'registered' : 'separated'
  if (!facts.livesHere) return undefined
  return facts.monthsHere >= 6 ? 'permanent' : 'floating'
}
