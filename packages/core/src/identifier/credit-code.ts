import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { normaliseCode } from './normalise.ts'

/** A unified social credit code (统一社会信用代码) that passed the checks of GB 32100. */
export interface CreditCode {
  /** 18 characters. */
  readonly code: string
  /** Who registered it: one character and, where known, its name. */
  readonly department: { readonly code: string; readonly zh?: string; readonly en?: string }
  /** What kind of body it is: one character and, where known, its name. */
  readonly kind: { readonly code: string; readonly zh?: string; readonly en?: string }
  /** Six digits: the division of the registering authority. */
  readonly division: string
  /** Nine characters, formerly the organisation code (GB 11714). */
  readonly organisationCode: string
  /** Whether the organisation code's own check character fits; a few old registrations lack it, so it does not refuse. */
  readonly organisationCodeFits: boolean
}

const reason = defineReasons({
  'credit_code.empty': { zh: '请填写统一社会信用代码', en: 'Enter the unified social credit code' },
  'credit_code.length': {
    zh: '统一社会信用代码应为 18 位，现在是 {length} 位',
    en: 'A unified social credit code has 18 characters; this one has {length}',
  },
  'credit_code.characters': {
    zh: '统一社会信用代码只用数字和大写字母，且不用 I、O、S、V、Z',
    en: 'The code uses digits and capital letters except I, O, S, V, Z',
  },
  'credit_code.division': { zh: '统一社会信用代码第 3 到 8 位应为数字', en: 'Characters 3 to 8 of the code are digits' },
  'credit_code.checksum': {
    zh: '统一社会信用代码有误，请逐位核对（校验码不符）',
    en: 'The code is mistyped; check every character (the check character does not fit)',
  },
})

/** Every reason for which a credit code can be refused. */
export type CreditCodeReason = Parameters<typeof reason>[0]

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{18}$/

type Name = readonly [zh: string, en: string]

const DEPARTMENTS: Readonly<Record<string, Name>> = {
  '1': ['机构编制', 'Institutional establishment'],
  '2': ['外交', 'Foreign affairs'],
  '3': ['司法行政', 'Justice administration'],
  '4': ['文化', 'Culture'],
  '5': ['民政', 'Civil affairs'],
  '6': ['旅游', 'Tourism'],
  '7': ['宗教', 'Religious affairs'],
  '8': ['工会', 'Trade unions'],
  '9': ['市场监管（工商）', 'Market regulation'],
  A: ['中央军委改革和编制办公室', 'Military establishment'],
  N: ['农业', 'Agriculture'],
  Y: ['其他', 'Other'],
}

const KINDS: Readonly<Record<string, Name>> = {
  '11': ['机关', 'State organ'],
  '12': ['事业单位', 'Public institution'],
  '13': ['编办直接管理机构编制的群众团体', 'Mass organisation under establishment administration'],
  '31': ['律师执业机构', 'Law firm'],
  '32': ['公证处', 'Notary office'],
  '33': ['基层法律服务所', 'Grassroots legal service office'],
  '34': ['司法鉴定机构', 'Forensic institution'],
  '51': ['社会团体', 'Social association'],
  '52': ['社会服务机构（民办非企业单位）', 'Social service institution'],
  '53': ['基金会', 'Foundation'],
  '54': ['村民委员会', "Villagers' committee"],
  '55': ['居民委员会', "Residents' committee"],
  '71': ['宗教活动场所', 'Site for religious activities'],
  '72': ['宗教院校', 'Religious school'],
  '81': ['基层工会', 'Grassroots trade union'],
  '91': ['企业', 'Enterprise'],
  '92': ['个体工商户', 'Individual business'],
  '93': ['农民专业合作社', "Farmers' cooperative"],
  N1: ['组级集体经济组织', 'Group-level collective'],
  N2: ['村级集体经济组织', 'Village-level collective'],
  N3: ['乡镇级集体经济组织', 'Township-level collective'],
}

/**
 * Parses a unified social credit code.
 *
 * Source: GB 32100-2015 (alphabet, weights 3^(i−1) mod 31, check character: verified with an executed vector);
 * the names of departments and kinds are unverified recollection of its table.
 * Refuses with `credit_code.empty`, `.length`, `.characters`, `.division`, `.checksum`; never throws.
 *
 * @example
 * const parsed = parseCreditCode('91350100M000100Y43')
 * parsed.ok && parsed.value.kind.zh // '企业'
 * parseCreditCode('91350100M000100Y4Z').ok // false
 */
export function parseCreditCode(text: string): Result<CreditCode> {
  const code = normaliseCode(text)
  if (code === '') return refused(reason('credit_code.empty'))
  if (code.length !== 18) return refused(reason('credit_code.length', { length: code.length }))
  if (!SHAPE.test(code)) return refused(reason('credit_code.characters'))
  const division = code.slice(2, 8)
  if (!/^\d{6}$/.test(division)) return refused(reason('credit_code.division'))
  if (creditCodeCheckCharacter(code) !== code[17]) return refused(reason('credit_code.checksum'))

  const organisationCode = code.slice(8, 17)
  return ok({
    code,
    department: named(code.charAt(0), DEPARTMENTS[code.charAt(0)]),
    kind: named(code.charAt(1), KINDS[code.slice(0, 2)]),
    division,
    organisationCode,
    organisationCodeFits: organisationCheckCharacter(organisationCode) === organisationCode[8],
  })
}

/**
 * The check character of the first 17 characters.
 *
 * @example
 * creditCodeCheckCharacter('91350100M000100Y4') // '3'
 */
export function creditCodeCheckCharacter(body: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += ALPHABET.indexOf(body.charAt(index)) * (WEIGHTS[index] ?? 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

function organisationCheckCharacter(body: string): string {
  let sum = 0
  for (let index = 0; index < 8; index++) sum += Number.parseInt(body.charAt(index), 36) * (ORGANISATION_WEIGHTS[index] ?? 0)
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return String(check % 11)
}

function named(code: string, name: Name | undefined): { readonly code: string; readonly zh?: string; readonly en?: string } {
  return name === undefined ? { code } : { code, zh: name[0], en: name[1] }
}
