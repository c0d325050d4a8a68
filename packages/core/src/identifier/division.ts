import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { normaliseCode } from './normalise.ts'
import { PROVINCES } from './provinces.ts'

/** The five levels of the statistical division code, and the kind of the lower two. */
export type DivisionLevel = 'province' | 'city' | 'county' | 'township' | 'village'

export type TownshipKind = 'street' | 'town' | 'township' | 'township-like'

export type VillageKind = 'residents-committee' | 'villagers-committee' | 'other'

/** A statistical division code (统计用区划代码), cut to its own level. */
export interface Division {
  /** 2, 4, 6, 9 or 12 digits, according to the level. */
  readonly code: string
  /** The same code filled to 12 digits with zeros. */
  readonly code12: string
  readonly level: DivisionLevel
  /** The code of the division above; a province has none. */
  readonly parent?: string
  /** From province down to itself. */
  readonly path: readonly string[]
  /** For a township-level division. */
  readonly townshipKind?: TownshipKind
  /** For a village-level division (a community is a `residents-committee`). */
  readonly villageKind?: VillageKind
}

const reason = defineReasons({
  'division.empty': { zh: '请填写区划代码', en: 'Enter the division code' },
  'division.format': {
    zh: '区划代码是 2、4、6、9 或 12 位数字（省、市、县、街道、社区）',
    en: 'A division code has 2, 4, 6, 9 or 12 digits (province, city, county, street, community)',
  },
  'division.province': {
    zh: '区划代码开头的省级代码不存在：{province}',
    en: 'The code starts with a province that does not exist: {province}',
  },
  'division.gap': {
    zh: '区划代码中间一级为 0，下级却不为 0：{code}',
    en: 'A level in the middle of the code is zero while a lower one is not: {code}',
  },
  'division.grid_format': {
    zh: '网格编码是 12 位社区代码加 3 位顺序号（不能是 000）',
    en: 'A grid code is the 12-digit community code and 3 digits, not 000',
  },
  'division.urban_rural': { zh: '城乡分类代码不存在：{code}', en: 'There is no such urban–rural class: {code}' },
})

/** Every reason for which a division, grid or urban–rural code can be refused. */
export type DivisionReason = Parameters<typeof reason>[0]

const ENDS = [2, 4, 6, 9, 12] as const
const LEVELS: readonly DivisionLevel[] = ['province', 'city', 'county', 'township', 'village']
/**
 * Parses a division code of 2, 4, 6, 9 or 12 digits; trailing zero levels are cut, so `411402004000` is the street `411402004`.
 * A code names a division in one year's list: communities are merged and renamed, so keep the dates beside it.
 *
 * Source: 统计用区划代码编制规则 (levels and the township ranges 001–099 street, 100–199 town, 200–399 township, 400–599 similar);
 * the village ranges (001–199 residents' committee, 200–399 villagers' committee) are unverified.
 * Refuses with `division.empty`, `.format`, `.province`, `.gap`; never throws.
 *
 * @example
 * const street = parseDivision('411402004')
 * street.ok && street.value.townshipKind // 'street'
 */
export function parseDivision(text: string): Result<Division> {
  const digits = normaliseCode(text)
  if (digits === '') return refused(reason('division.empty'))
  if (!/^\d+$/.test(digits) || !ENDS.some((end) => end === digits.length)) return refused(reason('division.format'))
  const province = digits.slice(0, 2)
  if (!PROVINCES.has(Number(province))) return refused(reason('division.province', { province }))

  const code12 = digits.padEnd(12, '0')
  const depth = ownDepth(code12)
  // The county may be 00 above a township: Dongguan and three more cities have streets and towns without counties (441900003).
  const isGap = (depth > 2 && code12.slice(2, 4) === '00') || (depth === 5 && code12.slice(6, 9) === '000')
  if (isGap) return refused(reason('division.gap', { code: digits }))

  const path = pathOf(code12, depth)
  const parent = path.at(-2)
  return ok({
    code: path.at(-1) ?? province,
    code12,
    level: LEVELS[depth - 1] ?? 'province',
    ...(parent === undefined ? {} : { parent }),
    path,
    ...(depth === 4 ? { townshipKind: townshipKindOf(Number(code12.slice(6, 9))) } : {}),
    ...(depth === 5 ? { villageKind: villageKindOf(Number(code12.slice(9, 12))) } : {}),
  })
}

/** A grid's code: its community and its number there. */
export interface GridCode {
  /** 15 digits. */
  readonly code: string
  /** 12 digits. */
  readonly community: string
  /** 1–999. */
  readonly number: number
}

/**
 * Parses a grid code: the community's 12 digits and a number of 3 digits.
 * The pattern is the common practice beside CJ/T 349-2010, whose text is unverified.
 *
 * @example
 * const grid = parseGridCode('411402004001007')
 * grid.ok && grid.value.number // 7
 */
export function parseGridCode(text: string): Result<GridCode> {
  const code = normaliseCode(text)
  if (!/^\d{15}$/.test(code) || code.endsWith('000')) return refused(reason('division.grid_format'))
  const community = parseDivision(code.slice(0, 12))
  if (!community.ok) return community
  if (community.value.level !== 'village') return refused(reason('division.grid_format'))
  return ok({ code, community: community.value.code, number: Number(code.slice(12)) })
}

/** The class of a community in the statistical urban–rural division. */
export interface UrbanRuralClass {
  readonly code: string
  readonly urban: boolean
  readonly zh: string
  readonly en: string
}

const URBAN_RURAL: Readonly<Record<string, UrbanRuralClass>> = {
  '111': { code: '111', urban: true, zh: '主城区', en: 'Main urban area' },
  '112': { code: '112', urban: true, zh: '城乡结合区', en: 'Urban–rural fringe' },
  '121': { code: '121', urban: true, zh: '镇中心区', en: 'Town centre' },
  '122': { code: '122', urban: true, zh: '镇乡结合区', en: 'Town–rural fringe' },
  '123': { code: '123', urban: true, zh: '特殊区域', en: 'Special area' },
  '210': { code: '210', urban: false, zh: '乡中心区', en: 'Township centre' },
  '220': { code: '220', urban: false, zh: '村庄', en: 'Village' },
}

/**
 * Looks up an urban–rural class (城乡分类代码). Source: 统计上划分城乡的规定; the seven codes are verified, the wording is the usual one.
 *
 * @example
 * const main = parseUrbanRuralClass('111')
 * main.ok && main.value.urban // true
 */
export function parseUrbanRuralClass(text: string): Result<UrbanRuralClass> {
  const code = normaliseCode(text)
  const found = Object.hasOwn(URBAN_RURAL, code) ? URBAN_RURAL[code] : undefined
  return found === undefined ? refused(reason('division.urban_rural', { code })) : ok(found)
}

/**
 * Whether one division lies within another (or is the same one).
 *
 * @example
 * isWithin('411402004001', '411402004') // true
 */
export function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [parseDivision(inner), parseDivision(outer)]
  return a.ok && b.ok && a.value.path.includes(b.value.code)
}

function ownDepth(code12: string): number {
  let depth = 5
  while (depth > 1 && /^0+$/.test(code12.slice(ENDS[depth - 2], ENDS[depth - 1]))) depth--
  return depth
}

function pathOf(code12: string, depth: number): string[] {
  return ENDS.slice(0, depth)
    .map((end) => code12.slice(0, end))
    .filter((code, index) => index === 0 || index === depth - 1 || !/^0+$/.test(code12.slice(ENDS[index - 1], ENDS[index])))
}

function townshipKindOf(number: number): TownshipKind {
  if (number < 100) return 'street'
  if (number < 200) return 'town'
  return number < 400 ? 'township' : 'township-like'
}

function villageKindOf(number: number): VillageKind {
  if (number < 200) return 'residents-committee'
  return number < 400 ? 'villagers-committee' : 'other'
}
