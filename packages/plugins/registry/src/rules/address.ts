import { defineReasons, ok, refused, type Result } from '@linli/core/refusal'

/** A home's place as the tree keeps it. A row house has a building and no room; a small block has no entrance. */
export interface HomeAddress {
  readonly estate: string
  /** `3号楼`, or `12号` for a house on a lane. */
  readonly building: string
  /** `2单元`. */
  readonly entrance?: string
  /** `501`. */
  readonly room?: string
}

const reason = defineReasons({
  'address.empty': { zh: '请填写住址，例如：幸福小区3号楼2单元501室', en: 'Enter the address, like 幸福小区3号楼2单元501室' },
  'address.no_estate': { zh: '住址里看不出小区名：{text}', en: 'The address names no estate: {text}' },
  'address.no_building': {
    zh: '住址里看不出楼栋或门牌号，请写成“幸福小区3号楼2单元501室”：{text}',
    en: 'The address names no building or house number: {text}',
  },
  'address.no_room': { zh: '住址没有写到房号，请补上，例如 501室：{text}', en: 'The address does not reach the room: {text}' },
  'address.left_over': { zh: '住址末尾的“{rest}”认不出来，请改写或移到备注', en: 'The end of the address cannot be read: {rest}' },
})

const DIGIT = '零一二三四五六七八九'
const NUMBER = '(?:[A-Z]?\\d+[A-Z]?|[A-Z]|[零一二两三四五六七八九十]{1,3})'
const ROOM = '(?:[A-Z]?\\d{1,5}[A-Z]?)'
const IN_WORDS = new RegExp(
  `^(.*?)第?(${NUMBER})(?:号楼|栋楼?|幢楼?|座|#楼?|号院?(?=\\d|[A-Z]?\\d*(?:单元|门))|楼(?!\\d*层))(?:第?(${NUMBER})(?:单元|门)|(\\d{1,2})-(?=${ROOM}))?(?:-?(?:\\d{1,2}层|\\d{1,2}楼)?(${ROOM})(?:室|号|户|房)?)?(.*)$`,
  'u',
)
const IN_NUMBERS = new RegExp(`^(.*?)(${ROOM})[-/#](?:(\\d{1,2})[-/])?(${ROOM})(?:室|号|户|房)?(.*)$`, 'u')
const ON_A_LANE = /^(.+?(?:街|路|巷|道|胡同|里|弄|村|庄|组))(\d{1,5})号(?:院)?(?:附?(\d{1,5})号?(?:室)?)?(.*)$/u

/**
 * Reads an address written as one text. `known` are the divisions that may stand before the estate (province to community), longest first or not:
 * they are cut off, so that `白云街道前程社区幸福小区3号楼…` and `幸福小区3号楼…` are one place.
 * Refuses with `address.empty`, `.no_estate`, `.no_building`, `.no_room`, `.left_over`; never throws.
 *
 * @example
 * const home = parseHomeAddress('幸福小区3号楼2单元501室')
 * home.ok && home.value.room // '501'
 */
export function parseHomeAddress(text: string, known: readonly string[] = []): Result<HomeAddress> {
  const whole = plain(text)
  if (whole === '') return refused(reason('address.empty'))
  const local = cutDivisions(whole, known)
  for (const read of [onALane, inWords, inNumbers]) {
    const found = read(local)
    if (!found || (found.lane && found.rest !== '')) continue
    if (found.estate === '') return refused(reason('address.no_estate', { text: whole }))
    if (found.rest !== '') return refused(reason('address.left_over', { rest: found.rest }))
    if (found.address.room === undefined && !found.lane) return refused(reason('address.no_room', { text: whole }))
    return ok(found.address)
  }
  return refused(reason('address.no_building', { text: whole }))
}

/**
 * Brings the four columns of a ledger (小区, 楼栋, 单元, 房号) to the same form. Blank entrance and, for a house, blank room are allowed.
 *
 * @example
 * const home = homeAddressOf({ estate: '幸福小区', building: '3', entrance: '二单元', room: '501室' })
 * home.ok && formatHomeAddress(home.value) // '幸福小区3号楼2单元501室'
 */
export function homeAddressOf(columns: {
  readonly estate: string
  readonly building?: string | null
  readonly entrance?: string | null
  readonly room?: string | null
}): Result<HomeAddress> {
  const estate = plain(columns.estate)
  const building = plain(columns.building ?? '')
  const entrance = plain(columns.entrance ?? '')
  const room = plain(columns.room ?? '')
  if (estate === '') return refused(reason('address.no_estate', { text: building + entrance + room }))
  if (building === '' && room === '') return refused(reason('address.no_building', { text: estate }))
  if (building === '') return parseHomeAddress(`${estate}${room}`)
  const isHouse = /^\d+号$/.test(building)
  if (room === '' && !isHouse) return refused(reason('address.no_room', { text: `${estate}${building}${entrance}` }))
  return ok(addressOf(estate, isHouse ? building : buildingName(building), entrance, room))
}

/** The name of a building as the tree keeps it: `3`, `三栋`, `3#` are all `3号楼`. */
export function buildingName(text: string): string {
  const name = plain(text)
  if (/^\d+号$/.test(name)) return name
  const match = new RegExp(`^第?(${NUMBER})(?:号楼|号|栋楼?|幢楼?|座|#楼?|楼)?$`, 'u').exec(name)
  return match ? `${number(match[1] ?? '')}号楼` : name
}

/** The name of an entrance as the tree keeps it: `2`, `二单元`, `2门` are all `2单元`. */
export function entranceName(text: string): string {
  const match = new RegExp(`^第?(${NUMBER})(?:单元|门)?$`, 'u').exec(plain(text))
  return match ? `${number(match[1] ?? '')}单元` : plain(text)
}

/** The name of a room as the tree keeps it, without `室`. */
export function roomName(text: string): string {
  return plain(text).replace(/(?<=[\dA-Z])(?:室|号|户|房)$/u, '')
}

/** The address as one text. */
export function formatHomeAddress({ estate, building, entrance = '', room }: HomeAddress): string {
  return `${estate}${building}${entrance}${room === undefined ? '' : roomText(room)}`
}

/** A room's name with `室` where it is a number. */
export function roomText(name: string): string {
  return /^[A-Z]?\d+[A-Z]?$/.test(name) ? `${name}室` : name
}

/**
 * A key by which names with numbers sort as people count: 2号楼 before 10号楼.
 *
 * @example
 * naturalKey('2号楼') < naturalKey('10号楼') // true
 */
export function naturalKey(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(5, '0')).slice(0, 60)
}

/**
 * The divisions that an official name is made of, for {@link parseHomeAddress}.
 *
 * @example
 * divisionsOf('河南省商丘市梁园区白云街道办事处') // ['河南省', '商丘市', '梁园区', '白云街道办事处']
 */
export function divisionsOf(officialName: string): string[] {
  return officialName.match(/.+?(?:自治区|省|街道办事处|街道|市|区|县|镇|乡)/gu) ?? []
}

interface Found {
  readonly address: HomeAddress
  readonly estate: string
  readonly rest: string
  readonly lane: boolean
}

function inWords(text: string): Found | undefined {
  const match = IN_WORDS.exec(text)
  if (!match) return undefined
  const [, estate = '', building = '', entrance = match[4] ?? '', , room = '', rest = ''] = match
  return { address: addressOf(estate, `${number(building)}号楼`, entrance, room), estate, rest, lane: false }
}

function inNumbers(text: string): Found | undefined {
  const match = IN_NUMBERS.exec(text)
  if (!match) return undefined
  const [, estate = '', building = '', entrance = '', room = '', rest = ''] = match
  return { address: addressOf(estate, `${building}号楼`, entrance, room), estate, rest, lane: false }
}

function onALane(text: string): Found | undefined {
  const match = ON_A_LANE.exec(text)
  if (!match) return undefined
  const [, estate = '', building = '', room = '', rest = ''] = match
  return { address: addressOf(estate, `${building}号`, '', room), estate, rest, lane: true }
}

function addressOf(estate: string, building: string, entrance: string, room: string): HomeAddress {
  return {
    estate,
    building,
    ...(entrance === '' ? {} : { entrance: entranceName(entrance) }),
    ...(room === '' ? {} : { room: roomName(room) }),
  }
}

function cutDivisions(text: string, known: readonly string[]): string {
  const longestFirst = known.filter((name) => name !== '').toSorted((a, b) => b.length - a.length)
  let rest = text
  for (let found = true; found;) {
    const name = longestFirst.find((each) => rest.startsWith(each) && rest.length > each.length)
    found = name !== undefined
    if (name !== undefined) rest = rest.slice(name.length)
  }
  return rest
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,，。、]/gu, '')
    .replace(/[—–－](?=\d)/gu, '-')
    .replace(/号#/g, '#')
    .toUpperCase()
}

function number(text: string): string {
  if (!/^[零一二两三四五六七八九十]+$/.test(text)) return text.replace(/^0+(?=\d)/, '')
  const digits = text.replace('两', '二')
  const ten = digits.indexOf('十')
  if (ten < 0) return [...digits].map((each) => DIGIT.indexOf(each)).join('')
  const tens = ten === 0 ? 1 : DIGIT.indexOf(digits.charAt(0))
  const ones = ten === digits.length - 1 ? 0 : DIGIT.indexOf(digits.charAt(ten + 1))
  return String(tens * 10 + ones)
}
