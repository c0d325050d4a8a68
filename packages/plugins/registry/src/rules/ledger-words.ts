import { parseLocalDate, type LocalDate } from '@linli/core/date'
import type { RecordedTag, ResidenceKind } from '@linli/core/person'
import { defineReasons, ok, refused, type Result } from '@linli/core/refusal'

const reason = defineReasons({
  'ledger.sex': { zh: '性别请填“男”或“女”，现在是“{text}”', en: 'Write the sex as 男 or 女; it is "{text}"' },
  'ledger.date': { zh: '{title}看不懂：“{text}”，请写成 1950-03-02', en: '{title} cannot be read: "{text}"; write it like 1950-03-02' },
  'ledger.date_not_real': { zh: '{title}没有这一天：“{text}”', en: '{title}: there is no such day: "{text}"' },
  'ledger.residence': {
    zh: '“户籍/常住”请填户籍、常住、流动或人户分离，现在是“{text}”',
    en: 'The kind of residence is one of 户籍, 常住, 流动, 人户分离; it is "{text}"',
  },
})

const SEXES: Readonly<Record<string, 'male' | 'female'>> = {
  男: 'male',
  男性: 'male',
  '1': 'male',
  M: 'male',
  女: 'female',
  女性: 'female',
  '2': 'female',
  F: 'female',
}

/** Reads 男/女 and the codes that ledgers use for them (GB/T 2261.1: 1 and 2; unverified). */
export function readSex(text: string): Result<'male' | 'female'> {
  const found = own(SEXES, plain(text))
  return found ? ok(found) : refused(reason('ledger.sex', { text: text.slice(0, 10) }, 'sex'))
}

/**
 * Reads a day as ledgers write it: `1950-03-02`, `1950/3/2`, `1950.3.2`, `1950年3月2日`, `19500302`.
 * A month without its day is refused: it would be a guess.
 *
 * @example
 * const day = readDay('1950年3月2日', 'birthDate', '出生日期')
 * day.ok && day.value // '1950-03-02'
 */
export function readDay(text: string, field: string, title: string): Result<LocalDate> {
  const match = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:[-/.月]?)(\d{1,2})日?(?:T.*|00:00.*)?$/.exec(plain(text))
  const packed = /^\d+$/.test(plain(text))
  if (!match || (packed && plain(text).length !== 8)) return refused(reason('ledger.date', { title, text: text.slice(0, 30) }, field))
  const [, year = '', month = '', day = ''] = match
  const parsed = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.ok ? parsed : refused(reason('ledger.date_not_real', { title, text: text.slice(0, 30) }, field))
}

const RESIDENCES: Readonly<Record<string, ResidenceKind>> = {
  户籍: 'registered',
  户籍人口: 'registered',
  本地户籍: 'registered',
  户籍常住: 'registered',
  人户一致: 'registered',
  常住: 'permanent',
  常住人口: 'permanent',
  非户籍常住: 'permanent',
  流动: 'floating',
  流动人口: 'floating',
  暂住: 'floating',
  租住: 'floating',
  租户: 'floating',
  外来: 'floating',
  人户分离: 'separated',
  空挂户: 'separated',
  空挂: 'separated',
  户在人不在: 'separated',
  人在户不在: 'permanent',
}

/** Reads how somebody is counted in the place. */
export function readResidence(text: string): Result<ResidenceKind> {
  const found = own(RESIDENCES, plain(text))
  return found ? ok(found) : refused(reason('ledger.residence', { text: text.slice(0, 20) }, 'residence'))
}

const TAG_WORDS: readonly (readonly [RegExp, RecordedTag])[] = [
  [/低保|特困|五保|困难|低收入|建档立卡/, 'hardship'],
  [/残疾/, 'disabled'],
  [/失能|半失能/, 'disabled_ability'],
  [/退役|退伍|复员|转业|优抚/, 'veteran'],
  [/留守儿童|困境儿童/, 'left_behind_child'],
  [/失独|计生特殊/, 'bereaved_parent'],
  [/重点关爱|重点人群|精神障碍/, 'key_care'],
]
const DERIVED_WORDS = /高龄|空巢|独居|孤寡|老人|老年/
const PLAIN_WORDS = /^(普通|一般|无|居民|正常|否)?(居民|人员|群众|人口|家庭)?$/

/** What the column 类别 says: tags to record, and words that nobody knows and that therefore stay in the note. */
export interface LedgerCategories {
  readonly tags: readonly { readonly tag: RecordedTag; readonly word: string }[]
  readonly unknown: readonly string[]
}

/**
 * Reads the column 类别 of a ledger. Words for what rules derive (高龄, 空巢, 独居, 孤寡) are passed over: the rules decide.
 *
 * @example
 * readCategories('低保户、残疾人').tags.map((each) => each.tag) // ['hardship', 'disabled']
 */
export function readCategories(text: string): LedgerCategories {
  const words = text
    .normalize('NFKC')
    .split(/[\s,，、;；/|+]+/)
    .filter(Boolean)
  const tags = words.flatMap((word) => TAG_WORDS.filter(([pattern]) => pattern.test(word)).map(([, tag]) => ({ tag, word })))
  const known = new Set(tags.map(({ word }) => word))
  return {
    tags: tags.filter(({ tag }, index) => tags.findIndex((each) => each.tag === tag) === index),
    unknown: words.filter((word) => !known.has(word) && !DERIVED_WORDS.test(word) && !PLAIN_WORDS.test(word)),
  }
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
