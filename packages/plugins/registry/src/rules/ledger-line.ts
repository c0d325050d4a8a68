import type { LocalDate } from '@linli/core/date'
import { parseIdNumber } from '@linli/core/identifier'
import { readRelation, type HouseholdRelation, type ResidenceKind } from '@linli/core/person'
import { defineReasons, type Refusal, type Result } from '@linli/core/refusal'
import { homeAddressOf, parseHomeAddress, type HomeAddress } from './address.ts'
import { readCategories, readDay, readResidence, readSex, type LedgerCategories } from './ledger-words.ts'

/** The columns of a ledger line after their own validation. */
export type LedgerValues = Readonly<Record<string, unknown>>

/** A line of the residents' ledger, understood. */
export interface LedgerLine {
  readonly name: string
  readonly idNumber?: string
  readonly sex?: 'male' | 'female'
  readonly birthDate?: LocalDate
  readonly phone?: string
  readonly ethnicity?: string
  readonly home: HomeAddress
  readonly community?: string
  readonly grid?: string
  readonly residence: ResidenceKind
  readonly relation?: HouseholdRelation
  readonly head?: string
  readonly householdNumber?: string
  readonly categories: LedgerCategories
  readonly note?: string
}

export type LedgerReading =
  | { readonly ok: true; readonly line: LedgerLine; readonly faults: readonly [] }
  | { readonly ok: false; readonly faults: readonly Refusal[] }

const reason = defineReasons({
  'ledger.identity_missing': {
    zh: '没有身份证号时请填写出生日期，否则分不清同名的人',
    en: 'Without an identity number the birth date is needed to tell namesakes apart',
  },
  'ledger.sex_contradicts': { zh: '性别与身份证号不符：身份证号是{id}', en: 'The sex contradicts the identity number, which says {id}' },
  'ledger.birth_contradicts': {
    zh: '出生日期与身份证号不符：身份证号是 {id}',
    en: 'The birth date contradicts the identity number, which says {id}',
  },
  'ledger.birth_future': { zh: '出生日期晚于今天', en: 'The birth date lies in the future' },
  'ledger.birth_old': { zh: '出生日期超过 130 年前，请核对', en: 'The birth date is more than 130 years ago; please check' },
  'ledger.name_odd': { zh: '姓名里有数字或符号，请核对：“{text}”', en: 'The name has digits or signs: "{text}"' },
  'ledger.relation': {
    zh: '与户主关系认不出来：“{text}”，请填户主、妻、子、女、儿媳、孙子、父亲等',
    en: 'The relation to the head is not known: "{text}"',
  },
})

/** What people write into a cell that should be empty. */
const BLANKS: ReadonlySet<string> = new Set(['-', '—', '——', '/', '无', '未知', '不详', '暂无', '空'])
const FREE_TEXT: ReadonlySet<string> = new Set(['name', 'note', 'category'])
const NAME = /^[\p{Script=Han}\p{L}·•・.\s()（）]+$/u

/**
 * Understands a ledger line: all its faults at once, each in plain words, or the line. Pure.
 * What contradicts the identity number is refused and not silently corrected: one of the two is mistyped and only a person can tell which.
 */
export function readLedgerLine(
  values: LedgerValues,
  context: { readonly today: LocalDate; readonly divisions: readonly string[] },
): LedgerReading {
  const faults: Refusal[] = []
  const take = <T>(result: Result<T>, field?: string): T | undefined => {
    if (result.ok) return result.value
    faults.push(field === undefined ? result.refusal : { ...result.refusal, field })
    return undefined
  }
  const word = (key: string): string | undefined => {
    const value = values[key]
    const text = typeof value === 'string' ? value.trim() : ''
    return text === '' || (BLANKS.has(text) && !FREE_TEXT.has(key)) ? undefined : text
  }

  const name = word('name') ?? ''
  if (name !== '' && !NAME.test(name)) faults.push(reason('ledger.name_odd', { text: name.slice(0, 20) }, 'name'))
  const idNumber = word('idNumber')
  const parsed = idNumber === undefined ? undefined : parseIdNumber(idNumber, { allowTestArea: true })
  const id = parsed?.ok ? parsed.value : undefined
  const writtenSex = word('sex') === undefined ? undefined : take(readSex(word('sex') ?? ''))
  const writtenBirth = word('birthDate') === undefined ? undefined : take(readDay(word('birthDate') ?? '', 'birthDate', '出生日期'))
  if (id && writtenSex && writtenSex !== id.sex) {
    faults.push(reason('ledger.sex_contradicts', { id: id.sex === 'male' ? '男' : '女' }, 'sex'))
  }
  if (id && writtenBirth && writtenBirth !== id.birthDate) {
    faults.push(reason('ledger.birth_contradicts', { id: id.birthDate }, 'birthDate'))
  }
  const birthDate = id?.birthDate ?? writtenBirth
  if (birthDate && birthDate > context.today) faults.push(reason('ledger.birth_future', undefined, 'birthDate'))
  if (birthDate && Number(context.today.slice(0, 4)) - Number(birthDate.slice(0, 4)) > 130) {
    faults.push(reason('ledger.birth_old', undefined, 'birthDate'))
  }
  if (idNumber === undefined && word('birthDate') === undefined) faults.push(reason('ledger.identity_missing', undefined, 'idNumber'))

  const home = take(homeOf(word, context.divisions), word('estate') === undefined ? 'address' : 'estate')
  const residence = word('residence') === undefined ? 'registered' : take(readResidence(word('residence') ?? ''))
  const relationText = word('relation')
  const relation = relationText === undefined ? undefined : readRelation(relationText)
  if (relationText !== undefined && relation === undefined) faults.push(reason('ledger.relation', { text: relationText }, 'relation'))

  if (faults.length > 0 || home === undefined || residence === undefined) return { ok: false, faults }
  const line: LedgerLine = {
    name,
    home,
    residence,
    idNumber,
    sex: id?.sex ?? writtenSex,
    birthDate,
    phone: word('phone'),
    ethnicity: word('ethnicity'),
    community: word('community'),
    grid: word('grid'),
    relation,
    head: word('head'),
    householdNumber: word('householdNumber'),
    categories: readCategories(word('category') ?? ''),
    note: word('note'),
  }
  return { ok: true, line, faults: [] }
}

function homeOf(word: (key: string) => string | undefined, divisions: readonly string[]): Result<HomeAddress> {
  const estate = word('estate')
  const building = word('building')
  const room = word('room')
  if (estate !== undefined && (building !== undefined || room !== undefined)) {
    return homeAddressOf({ estate, building, entrance: word('entrance'), room })
  }
  const written = word('address') ?? ''
  const startsWithEstate = estate === undefined || written.includes(estate)
  return parseHomeAddress(startsWithEstate ? written : `${estate}${written}`, divisions)
}
