import { parsePhone, parseIdNumber } from '@linli/core/identifier'
import { addDays, instantAt, parseLocalDate } from '@linli/core/date'
import { isShown, type PrivacyClass } from '@linli/core/privacy'
import type { FieldSpec } from '@linli/kit'
import type { Cipher } from '../cipher/index.ts'
import { reason, refuse } from '../refusals/index.ts'
import { isRowId } from '../row-id.ts'
import type { Params } from './params.ts'
import type { Comparable, Plan } from './plan.ts'
import { searchPattern } from './search-text.ts'

export interface FilterSetting {
  readonly streetId: string
  readonly cipher: Cipher
  readonly show: PrivacyClass
}

const RANGES = { _gte: '>=', _lte: '<=', _gt: '>', _lt: '<' } as const
const ENDING = /^(.+)(_gte|_lte|_gt|_lt|_neq|_empty)$/
const MOST_VALUES = 1000
const MOST_TERMS = 5
const LONGEST_TERM = 50

/** The conditions of a filter. Values are checked here, so that the database never meets a text that is no date or id. */
export function filterConditions(plan: Plan, filter: Readonly<Record<string, unknown>>, params: Params, setting: FilterSetting): string[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (value === undefined) return []
    if (key === 'q') return searchConditions(plan, value, params, setting)
    const whole = plan.comparable(key)
    const [, base = key, ending = ''] = whole ? [] : (ENDING.exec(key) ?? [])
    const target = whole ?? plan.comparable(base)
    if (!target) return refuse(reason('filter.unknown', { key }, key), 400)
    if (target.spec && !mayFilter(target.spec, setting.show)) return refuse(reason('filter.not_allowed', { key }, key), 403)
    return [condition(target, key, ending, value, params, setting)]
  })
}

/** What is hidden is not told by filters or order either. What is enciphered is found by its whole value alone. */
export function mayFilter(spec: FieldSpec, show: PrivacyClass): boolean {
  return spec.encrypted ? spec.privacy !== 'P4' : isShown(spec.privacy, { show, reveal: show })
}

function condition(target: Comparable, key: string, ending: string, value: unknown, params: Params, setting: FilterSetting): string {
  const { column } = target
  const bad = (): never => refuse(reason('filter.value', { key }, key), 400)
  if (ending === '_empty') {
    if (typeof value !== 'boolean') return bad()
    return `${column} is ${value ? '' : 'not '}null`
  }
  if (target.kind === 'json' || target.kind === 'geoPoint') return bad()
  if (ending === '_neq') return `${column} is distinct from ${cast(target, params.add(coerce(target, value, setting) ?? bad()))}`
  if (ending !== '') {
    if (target.kind === 'enciphered' || target.kind === 'tags' || target.kind === 'boolean') return bad()
    return range(target, ending as keyof typeof RANGES, coerceBound(target, value, setting) ?? bad(), params)
  }
  if (value === null) return `${column} is null`
  if (Array.isArray(value)) {
    if (value.length > MOST_VALUES) return bad()
    const values = value.map((each) => coerce(target, each, setting) ?? bad())
    if (values.length === 0) return 'false'
    return target.kind === 'tags' ? `${column} && ${params.add(values)}` : `${column} = any(${params.add(values)}${arrayCast(target)})`
  }
  const wanted = coerceBound(target, value, setting) ?? bad()
  if (typeof wanted === 'object') return `${column} >= ${params.add(wanted.from)} and ${column} < ${params.add(wanted.to)}`
  if (target.kind === 'tags') return `${column} @> ${params.add([wanted])}`
  return `${column} = ${cast(target, params.add(wanted))}`
}

function range(target: Comparable, ending: keyof typeof RANGES, bound: Coerced | DayRange, params: Params): string {
  if (typeof bound !== 'object') return `${target.column} ${RANGES[ending]} ${cast(target, params.add(bound))}`
  // A day stands for all its moments: from its first, up to its last.
  const [operator, moment] = {
    _gte: ['>=', bound.from] as const,
    _gt: ['>=', bound.to] as const,
    _lt: ['<', bound.from] as const,
    _lte: ['<', bound.to] as const,
  }[ending]
  return `${target.column} ${operator} ${params.add(moment)}`
}

type Coerced = string | number | boolean
interface DayRange {
  readonly from: string
  readonly to: string
}

function coerceBound(target: Comparable, value: unknown, setting: FilterSetting): Coerced | DayRange | undefined {
  if (target.kind === 'dateTime' && typeof value === 'string' && parseLocalDate(value).ok) {
    return { from: instantAt(value), to: instantAt(addDays(value, 1)) }
  }
  return coerce(target, value, setting)
}

function coerce({ kind, spec }: Comparable, value: unknown, { streetId, cipher }: FilterSetting): Coerced | undefined {
  switch (kind) {
    case 'id':
    case 'ref':
      return isRowId(value) ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'money':
    case 'integer':
    case 'fraction':
      return Number.isSafeInteger(value) ? (value as number) : undefined
    case 'date':
      return typeof value === 'string' && parseLocalDate(value).ok ? value : undefined
    case 'dateTime': {
      const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN
      return moment >= EARLIEST && moment <= LATEST ? new Date(moment).toISOString() : undefined
    }
    case 'enciphered':
      return typeof value === 'string' && value.length <= 200 ? cipher.hash(streetId, spec?.kind ?? '', normalise(spec, value)) : undefined
    default:
      return typeof value === 'string' && value.length <= 5000 && !value.includes('\0') ? value : undefined
  }
}

const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.parse('9999-12-31T23:59:59Z')

/** The value as it was before it was hashed; what is no number of its kind keeps its text and so is found nowhere. */
function normalise(spec: FieldSpec | undefined, text: string): string {
  if (spec?.kind === 'phone') {
    const phone = parsePhone(text)
    return phone.ok ? phone.value.digits : text
  }
  if (spec?.kind === 'idNumber') {
    const id = parseIdNumber(text, { allowTestArea: true })
    return id.ok ? id.value.digits : text
  }
  return text.trim()
}

function cast({ kind }: Comparable, placeholder: string): string {
  return kind === 'integer' || kind === 'fraction' || kind === 'money' ? `${placeholder}::bigint` : placeholder
}

function arrayCast({ kind }: Comparable): string {
  if (kind === 'id' || kind === 'ref') return '::uuid[]'
  if (kind === 'integer' || kind === 'fraction' || kind === 'money') return '::bigint[]'
  if (kind === 'date') return '::date[]'
  return kind === 'dateTime' ? '::timestamptz[]' : ''
}

function searchConditions(plan: Plan, value: unknown, params: Params, setting: FilterSetting): string[] {
  if (typeof value !== 'string' || value.includes('\0')) return refuse(reason('filter.value', { key: 'q' }, 'q'), 400)
  const text = value.trim().toLowerCase()
  if (text === '') return []
  const hashed = plan.fields.filter(({ spec }) => spec.encrypted && spec.search && spec.privacy !== 'P4')
  const terms = text.split(/\s+/).slice(0, MOST_TERMS)
  const alternatives = [
    ...(plan.isSearchable
      ? [terms.map((term) => `search like ${params.add(searchPattern(term.slice(0, LONGEST_TERM)))}`).join(' and ')]
      : []),
    ...hashed.map(
      ({ compared, spec }) => `"${compared}" = ${params.add(setting.cipher.hash(setting.streetId, spec.kind, normalise(spec, value)))}`,
    ),
  ]
  if (alternatives.length === 0) return refuse(reason('filter.no_search', { title: plan.resource.title }, 'q'), 400)
  return [alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.map((each) => `(${each})`).join(' or ')})`]
}
