import type { PrivacyClass } from './privacy-class.ts'

/**
 * A row with everything emptied that is not public: fields above P0, and fields whose class nobody gave. Fields named in `keep` stay
 * (a birth year, a community), so name only what cannot tell who it was; small groups still need suppression when they are counted.
 * The row itself is left as it is.
 *
 * @example
 * anonymise({ id: '7', name: '王小明', community: '朝阳' }, { id: 'P0', name: 'P1', community: 'P1' }, ['community']) // { id: '7', name: null, community: '朝阳' }
 */
export function anonymise(
  row: Readonly<Record<string, unknown>>,
  classes: Readonly<Record<string, PrivacyClass>>,
  keep: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const isKept = (field: string): boolean => keep.includes(field) || (Object.hasOwn(classes, field) && classes[field] === 'P0')
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, isKept(field) ? value : null]))
}
