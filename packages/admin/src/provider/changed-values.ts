import type { AnyResource } from '@linli/kit'
import { blankAsNull } from './blank-as-null.ts'

type Values = Readonly<Record<string, unknown>>

const PLACE_COLUMNS = ['communityId', 'gridId'] as const

/** What a form may send: the fields that are not read-only, and the place. */
export function givenValues(resource: Pick<AnyResource, 'fields'>, values: Values): Values {
  const writable = Object.entries(resource.fields).flatMap(([key, field]) => (field.readOnly ? [] : [key]))
  return pick(values, [...writable, ...PLACE_COLUMNS])
}

/**
 * What was changed of a row. Only this is sent: a field that is masked or hidden from the person
 * must not be written back as it was shown.
 */
export function changedValues(resource: Pick<AnyResource, 'fields'>, values: Values, before: Values): Values {
  const given = givenValues(resource, values)
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => {
      const isFixed = resource.fields[key]?.immutable ?? false
      return !isFixed && JSON.stringify(value ?? null) !== JSON.stringify(before[key] ?? null)
    }),
  )
}

function pick(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, blankAsNull(values[key])]])))
}
