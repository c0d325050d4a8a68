import { types } from 'pg'

const BIGINT = 20
const DATE = 1082
const TIMESTAMP = 1114
const TIMESTAMPTZ = 1184
const INTERVAL = 1186
const DATE_ARRAY = 1182

type Parse = (text: string) => unknown

const asText: Parse = (text) => text

const parsers = new Map<number, Parse>([
  [BIGINT, Number],
  [DATE, asText],
  [TIMESTAMP, asText],
  [INTERVAL, asText],
  [DATE_ARRAY, (text) => text.slice(1, -1).split(',').filter(Boolean)],
  [TIMESTAMPTZ, parseInstant],
])

/** How columns are read: days stay strings (a `Date` would use the machine's zone), moments are ISO in UTC, counts are numbers. */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parse =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? (types.getTypeParser(oid, format) as Parse),
}

function parseInstant(text: string): string {
  const zone = /([+-]\d{2})(:?\d{2})?$/.exec(text)
  if (!zone) return text
  const local = text.slice(0, zone.index).replace(' ', 'T')
  return new Date(`${local}${zone[1]}${zone[2] ?? ':00'}`).toISOString()
}
