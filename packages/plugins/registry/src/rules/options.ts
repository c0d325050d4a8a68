import { HOUSEHOLD_RELATIONS, RESIDENCE_KINDS, type HouseholdRelation, type ResidenceKind } from '@linli/core/person'

/** How somebody is counted in a place. */
export const RESIDENCE_OPTIONS = Object.fromEntries(RESIDENCE_KINDS.map(({ code, zh }) => [code, zh])) as Readonly<
  Record<ResidenceKind, string>
>

/** The relations to the head of the household with their Chinese names. */
export const RELATION_OPTIONS = Object.fromEntries(HOUSEHOLD_RELATIONS.map(({ code, zh }) => [code, zh])) as Readonly<
  Record<HouseholdRelation, string>
>

/** Sex as GB/T 2261.1 divides it, less the two codes that ledgers never use (unverified). */
export const SEX_OPTIONS = { male: '男', female: '女', unknown: '未说明' } as const

/** How a household keeps house together. */
export const HOUSEHOLD_CATEGORY_OPTIONS = { family: '家庭户', collective: '集体户', tenants: '租住户' } as const

/** What a home is used for. */
export const UNIT_USE_OPTIONS = { home: '住宅', shop: '商铺', office: '办公', other: '其他' } as const

/** What a household in difficulty receives or is assessed as (domain 4.20; the local assessment rules are unverified). */
export const DIFFICULTY_OPTIONS = { subsistence: '低保', destitute: '特困', low_income: '低收入', temporary: '临时困难' } as const

export type Difficulty = keyof typeof DIFFICULTY_OPTIONS
