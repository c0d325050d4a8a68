import { PERSON_TAGS, type DerivedTag, type PersonTagCode, type RecordedTag } from '@linli/core/person'

/** Shown in place of a tag that tells of health or poverty; the tag itself is P3 and opened for a purpose. */
export const PROTECTED_LABEL = 'protected'

/** What everybody who may read a tag row sees of it. */
export type TagLabel = PersonTagCode | typeof PROTECTED_LABEL

const titles = (entries: typeof PERSON_TAGS): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.map(({ code, zh }) => [code, zh]))

/** Every tag with its Chinese name. */
export const TAG_OPTIONS = titles(PERSON_TAGS) as Readonly<Record<PersonTagCode, string>>

/** The tags that a person records with evidence. */
export const RECORDED_TAG_OPTIONS = titles(PERSON_TAGS.filter(({ basis }) => basis === 'record')) as Readonly<Record<RecordedTag, string>>

/** The tags that may stand in a list. */
export const OPEN_TAG_OPTIONS = titles(PERSON_TAGS.filter(({ sensitive }) => !sensitive)) as Readonly<Record<string, string>>

/** What a list shows of a tag row. */
export const TAG_LABEL_OPTIONS = { ...OPEN_TAG_OPTIONS, [PROTECTED_LABEL]: '受保护的标签' } as Readonly<Record<TagLabel, string>>

const SENSITIVE: ReadonlySet<string> = new Set(PERSON_TAGS.filter(({ sensitive }) => sensitive).map(({ code }) => code))
const DERIVED: ReadonlySet<string> = new Set(PERSON_TAGS.filter(({ basis }) => basis === 'rule').map(({ code }) => code))

/** Whether a tag is P3: it tells of health, poverty or bereavement (PIPL art. 28). An unknown tag counts as sensitive. */
export function isSensitiveTag(tag: string): boolean {
  return SENSITIVE.has(tag) || !Object.hasOwn(TAG_OPTIONS, tag)
}

/** Whether a rule derives the tag, so that nobody sets it by hand. */
export function isDerivedTag(tag: string): tag is DerivedTag {
  return DERIVED.has(tag)
}

/**
 * What a list shows of a tag.
 *
 * @example
 * tagLabel('aged') // 'aged'
 * tagLabel('hardship') // 'protected'
 */
export function tagLabel(tag: PersonTagCode): TagLabel {
  return isSensitiveTag(tag) ? PROTECTED_LABEL : tag
}
