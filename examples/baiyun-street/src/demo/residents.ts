import { idCheckCharacter } from '@linli/core/identifier'
import { COMMUNITY_NAMES, ESTATES, type Estate, gridOf } from './estates.ts'
import { givenName, surname } from './names.ts'
import { type Random, randomFrom } from './random.ts'

/** A line of the residents' ledger, under the headings that offices use. */
export interface LedgerLine {
  readonly 姓名: string
  readonly 性别: '男' | '女'
  readonly 身份证号: string
  readonly 电话: string
  readonly 社区: string
  readonly 网格: string
  readonly 小区: string
  readonly 楼栋: string
  readonly 单元: string
  readonly 房号: string
  readonly '户籍/常住': string
  readonly 与户主关系: string
  readonly 户主姓名: string
  readonly 户号: string
  readonly 类别: string
}

/** The year in which the demo street lives; ages follow from it. */
const THIS_YEAR = 2026

interface Member {
  readonly sex: 'male' | 'female'
  readonly age: number
  readonly relation: string
  readonly family: boolean
}

type Household = readonly Member[]

const ADULT = (sex: Member['sex'], age: number, relation: string, family = false): Member => ({ sex, age, relation, family })

/** How people live together in an older district: many old couples and old people alone among the families. */
const KINDS: readonly { readonly share: number; readonly make: (random: Random) => Household }[] = [
  { share: 30, make: family },
  { share: 14, make: (random) => [ADULT('male', random.between(62, 88), '户主', true), ADULT('female', random.between(60, 86), '配偶')] },
  { share: 12, make: (random) => [ADULT(random.chance(30) ? 'male' : 'female', random.between(63, 95), '户主', true)] },
  { share: 14, make: generations },
  { share: 16, make: (random) => [ADULT('male', random.between(24, 40), '户主', true), ADULT('female', random.between(23, 39), '配偶')] },
  { share: 14, make: (random) => [ADULT(random.chance(50) ? 'male' : 'female', random.between(21, 50), '户主', true)] },
]

function family(random: Random): Household {
  const age = random.between(30, 52)
  const children = Array.from({ length: random.chance(45) ? 2 : 1 }, (): Member => {
    const sex = random.chance(51) ? 'male' : 'female'
    return ADULT(sex, random.between(1, Math.max(2, age - 24)), sex === 'male' ? '儿子' : '女儿', true)
  })
  return [ADULT('male', age, '户主', true), ADULT('female', age - random.between(-1, 4), '配偶'), ...children]
}

function generations(random: Random): Household {
  const parents = family(random)
  const age = (parents[0]?.age ?? 40) + random.between(23, 30)
  return [...parents, ADULT('female', age, '母亲'), ...(random.chance(60) ? [ADULT('male', age + random.between(0, 4), '父亲', true)] : [])]
}

/**
 * The residents of the demo street. Their identity numbers carry the area 99, which no division has, and their telephones a prefix
 * that no carrier has been given: they are nobody's.
 */
export function residents(count: number, seed = 411_402_004): readonly LedgerLine[] {
  const random = randomFrom(seed)
  const taken = new Set<string>()
  const lines: LedgerLine[] = [knownResident(random, taken)]
  for (let household = 1; lines.length < count; household += 1) {
    const estate = ESTATES[household % ESTATES.length]
    if (!estate) break
    lines.push(...householdLines(random, estate, household, taken))
  }
  return lines.slice(0, count)
}

/** Somebody whom guides and tests can name: an old man alone, in hardship, in 前程社区. */
function knownResident(random: Random, taken: Set<string>): LedgerLine {
  taken.add('向阳小区-3-2-501')
  return {
    姓名: '张三丰',
    性别: '男',
    身份证号: identityNumber(random, { sex: 'male', age: 83, relation: '户主', family: true }, taken),
    电话: '15403700001',
    社区: '前程社区',
    网格: '411402004001003',
    小区: '向阳小区',
    楼栋: '3号楼',
    单元: '2单元',
    房号: '501',
    '户籍/常住': '户籍',
    与户主关系: '户主',
    户主姓名: '张三丰',
    户号: 'H00000',
    类别: '困难',
  }
}

function householdLines(random: Random, estate: Estate, number: number, taken: Set<string>): LedgerLine[] {
  const building = random.between(1, estate.buildings)
  const home = freeHome(random, estate, building, taken)
  if (!home) return []
  const members = kindOf(random)(random)
  const name = surname(random)
  const named = members.map((member) => ({
    member,
    full: `${member.family ? name : surname(random)}${givenName(random, member.sex, member.age)}`,
  }))
  const head = named[0]?.full ?? ''
  const category = random.chance(5) ? '困难' : ''
  return named.map(({ member, full }): LedgerLine => ({
    姓名: full,
    性别: member.sex === 'male' ? '男' : '女',
    身份证号: identityNumber(random, member, taken),
    电话: member.age < 12 ? '' : `154${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
    社区: COMMUNITY_NAMES[estate.community] ?? '',
    网格: gridOf(estate, building),
    小区: estate.name,
    楼栋: `${building}号楼`,
    单元: `${home.entrance}单元`,
    房号: home.room,
    '户籍/常住': random.chance(78) ? '户籍' : random.chance(70) ? '常住' : '流动',
    与户主关系: member.relation,
    户主姓名: head,
    户号: `H${String(number).padStart(5, '0')}`,
    类别: category || (random.chance(2) ? '残疾' : random.chance(1) ? '退役' : ''),
  }))
}

function kindOf(random: Random): (random: Random) => Household {
  let left = random.between(1, 100)
  return (KINDS.find(({ share }) => (left -= share) <= 0) ?? KINDS[0])?.make ?? family
}

function freeHome(
  random: Random,
  estate: Estate,
  building: number,
  taken: Set<string>,
): { readonly entrance: number; readonly room: string } | undefined {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const entrance = random.between(1, estate.entrances)
    const room = `${random.between(1, estate.floors)}0${random.between(1, 2)}`
    const key = `${estate.name}-${building}-${entrance}-${room}`
    if (taken.has(key)) continue
    taken.add(key)
    return { entrance, room }
  }
  return undefined
}

function identityNumber(random: Random, member: Member, taken: Set<string>): string {
  for (;;) {
    const month = String(random.between(1, 12)).padStart(2, '0')
    const day = String(random.between(1, 28)).padStart(2, '0')
    const order = random.between(0, 499) * 2 + (member.sex === 'male' ? 1 : 0)
    const body = `990101${THIS_YEAR - member.age}${month}${day}${String(order).padStart(3, '0')}`
    const digits = `${body}${idCheckCharacter(body)}`
    if (taken.has(digits)) continue
    taken.add(digits)
    return digits
  }
}
