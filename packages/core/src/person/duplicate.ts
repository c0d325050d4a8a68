import type { LocalDate } from '../date/index.ts'

/** What two records are compared by. Hashes come from the caller: this rule never sees an identity number or a telephone. */
export interface MatchFacts {
  readonly personId: string
  readonly idHash?: string
  readonly name?: string
  readonly birth?: LocalDate
  /** The building unit or room where the person is recorded. */
  readonly placeId?: string
  readonly phoneHash?: string
}

/** `duplicate`: surely the same person. `unsure`: somebody must decide. `not_duplicate`: nothing speaks for it, or the identity numbers differ. */
export type MatchOutcome = 'duplicate' | 'unsure' | 'not_duplicate'

/** The outcome, what decided it, and a sentence for the one who reviews it. */
export interface Match {
  readonly outcome: MatchOutcome
  readonly by: 'id' | 'name_birth_place' | 'phone' | 'none'
  readonly zh: string
  readonly en: string
}

/**
 * Whether two records may be the same person. First the identity number (by hash): equal is a duplicate. Otherwise equal name, birth date and place,
 * then an equal telephone with the same name: both only ask a person. Different identity numbers speak against it unless name, birth and place all agree,
 * which smells of a typing error. A shared telephone alone (a household's) with another name is no match.
 * The human outcome is stored, and a merge stays reversible; this function only proposes.
 *
 * @example
 * matchPersons({ personId: '1', idHash: 'h' }, { personId: '2', idHash: 'h' }).outcome // 'duplicate'
 * matchPersons({ personId: '1', name: '王秀英', birth: '1950-03-02', placeId: 'u1' }, { personId: '2', name: '王 秀英', birth: '1950-03-02', placeId: 'u1' }).outcome // 'unsure'
 */
export function matchPersons(a: MatchFacts, b: MatchFacts): Match {
  if (a.personId === b.personId) return { outcome: 'not_duplicate', by: 'none', zh: '是同一条记录', en: 'It is the same record' }
  const bothIds = a.idHash !== undefined && b.idHash !== undefined
  if (bothIds && a.idHash === b.idHash) return { outcome: 'duplicate', by: 'id', zh: '身份证号相同', en: 'The identity numbers agree' }
  const sameName = a.name !== undefined && b.name !== undefined && plainName(a.name) === plainName(b.name)
  if (sameName && same(a.birth, b.birth) && same(a.placeId, b.placeId)) {
    return bothIds
      ? {
          outcome: 'unsure',
          by: 'name_birth_place',
          zh: '姓名、出生日期、住处相同，但身份证号不同，可能录错一个',
          en: 'Name, birth date and place agree but the identity numbers differ; one may be mistyped',
        }
      : { outcome: 'unsure', by: 'name_birth_place', zh: '姓名、出生日期、住处相同', en: 'Name, birth date and place agree' }
  }
  if (!bothIds && sameName && same(a.phoneHash, b.phoneHash) && !differ(a.birth, b.birth)) {
    return { outcome: 'unsure', by: 'phone', zh: '姓名和电话相同', en: 'Name and telephone agree' }
  }
  return {
    outcome: 'not_duplicate',
    by: 'none',
    zh: bothIds ? '身份证号不同' : '没有相同的身份证号、住处或电话',
    en: bothIds ? 'The identity numbers differ' : 'Nothing agrees',
  }
}

/**
 * The records that a new one must be compared with, surest first. Those that are surely others are left out.
 *
 * @example
 * findDuplicates({ personId: 'n', idHash: 'h' }, [{ personId: '1', idHash: 'x' }, { personId: '2', idHash: 'h' }]).map((each) => each.personId) // ['2']
 */
export function findDuplicates(one: MatchFacts, others: readonly MatchFacts[]): readonly (Match & { readonly personId: string })[] {
  const found = others.map((other) => ({ personId: other.personId, ...matchPersons(one, other) }))
  return found.filter((each) => each.outcome !== 'not_duplicate').toSorted((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by))
}

const ORDER: readonly Match['by'][] = ['id', 'name_birth_place', 'phone', 'none']

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・]/g, '')
    .toLowerCase()
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a === b
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}
