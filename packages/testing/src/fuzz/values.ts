import { addDays } from '@linli/core/date'
import type { AnyResource, Fields, FieldSpec } from '@linli/kit'
import { sampleValue } from '../sample/index.ts'
import type { Known, Population } from './known.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

type Values = Readonly<Record<string, unknown>>

/** What a sample may choose from: the rows that live. */
export interface Choosing {
  readonly random: Random
  readonly who: Person
  /** The row that the step or action is about. */
  readonly row: Known | undefined
  /** The day, `YYYY-MM-DD`, and the moment. */
  readonly today: string
  readonly now: string
  /** Different each time. */
  readonly n: number
  /** The id of a living row that fits, one of the same community rather than another; `undefined` where there is none. */
  pick(resource: Pick<AnyResource, 'name'>, fits?: (row: Known) => boolean): string | undefined
  /** A living row by its id. */
  row_(id: unknown): Known | undefined
  /** A day so many days from today. */
  inDays(days: number): string
}

/** Values that stand over the made ones: of a resource, `<resource>.update`, `<resource>.<step>` or an action, by its name. */
export type FuzzSamples = Readonly<Record<string, (choosing: Choosing) => Values | undefined>>

/** Makes what is sent. */
export interface Maker {
  /** What a form would send; `undefined` where a row that it must point at does not live. */
  values(name: string, fields: Fields, about: { readonly who: Person; readonly row?: Known | undefined }): Values | undefined
  /** The same with a fault in it that every validation must find. */
  spoilt(values: Values, fields: Fields): Values
  choosing(about: { readonly who: Person; readonly row?: Known | undefined }): Choosing
}

/** What the maker stands on. */
export interface Ground {
  readonly random: Random
  readonly population: Population
  readonly people: readonly Person[]
  readonly samples: FuzzSamples
  /** Ids of files, by media type and by who put them. */
  fileOf(who: Person, accept: readonly string[] | undefined): string | undefined
  now(): string
}

const OPTIONAL = 0.35

export function makeMaker({ random, population, people, samples, fileOf, now }: Ground): Maker {
  let last = 0
  const day = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

  const pick = (resource: string, who: Person, like: Known | undefined, fits: (row: Known) => boolean): Known | undefined => {
    const all = population.of(resource, random.happens(0.01) ? undefined : who.street).filter(fits)
    const community = like?.community ?? who.community
    const near = community === undefined ? all : all.filter((row) => row.community === community)
    const from = near.length > 0 && random.happens(0.97) ? near : all
    return random.happens(0.6) ? random.one(from.slice(-8)) : random.one(from)
  }
  const choosing: Maker['choosing'] = ({ who, row }) => ({
    random,
    who,
    row,
    now: now(),
    today: day(now()),
    n: (last += 1),
    pick: (resource, fits = () => true) => pick(resource.name, who, row, fits)?.id,
    row_: (id) => population.rows.get(String(id)),
    inDays: (days) => addDays(day(now()), days),
  })
  const valueOf = (name: string, field: FieldSpec, about: { readonly who: Person; readonly row?: Known | undefined }): unknown => {
    switch (field.kind) {
      case 'ref': {
        if (field.target === 'platform.accounts') return random.one(people.filter(({ street }) => street === about.who.street))?.accountId
        return pick(field.target ?? '', about.who, about.row, () => true)?.id
      }
      case 'file':
        return fileOf(about.who, field.accept)
      case 'date':
        return addDays(day(now()), random.whole(-20, 60))
      case 'dateTime':
        return new Date(Date.parse(now()) + random.whole(-72, 240) * 3_600_000).toISOString()
      case 'tags': {
        const options = Object.keys(field.options ?? {})
        return options.filter(() => random.happens(0.4)).slice(0, field.max ?? 50)
      }
      default:
        return sampleValue(name, field, (last += 1) * 31 + random.whole(0, 30))
    }
  }

  return {
    choosing,
    values: (name, fields, about) => {
      const given = samples[name]?.(choosing(about))
      if (samples[name] && given === undefined) return undefined
      const values: Record<string, unknown> = { ...given }
      for (const [key, field] of Object.entries(fields)) {
        const isNeeded = field.required && field.default === undefined
        if (isNeeded && Object.hasOwn(values, key) && values[key] === undefined) return undefined
        if (field.readOnly || Object.hasOwn(values, key)) continue
        if (!isNeeded && (field.kind === 'json' || !random.happens(OPTIONAL))) continue
        if (field.when && !Object.entries(field.when).every(([other, wanted]) => wanted.includes(String(values[other])))) continue
        const value = isNeeded ? valueOf(`${name}.${key}`, field, about) : guessed(() => valueOf(`${name}.${key}`, field, about))
        if (value !== undefined) values[key] = value
        else if (isNeeded) return undefined
      }
      return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    },
    spoilt: (values, fields) => {
      const keys = Object.entries(fields).filter(([, field]) => !field.readOnly && field.kind !== 'json')
      const needed = keys.filter(([, field]) => field.required && field.default === undefined)
      const [key, field] = random.one(keys) ?? []
      const way = random.whole(0, 3)
      if (key === undefined || field === undefined || way === 0) return { ...values, noSuchField: 1 }
      const [missing] = random.one(needed) ?? []
      if (way === 1 && missing !== undefined) return { ...values, [missing]: null }
      if (way === 2 && (field.kind === 'text' || field.kind === 'longText'))
        return { ...values, [key]: '长'.repeat((field.max ?? 5000) + 1) }
      return { ...values, [key]: { wrong: true } }
    },
  }
}

/** A value that may as well be left out where nothing can be guessed. */
function guessed(guess: () => unknown): unknown {
  try {
    return guess()
  } catch {
    return undefined
  }
}
