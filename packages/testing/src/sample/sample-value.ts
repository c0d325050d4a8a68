import { fieldSchema, type FieldSpec } from '@linli/kit'
import { sampleCreditCode, sampleIdNumber, samplePhone } from './identifiers.ts'

/**
 * A value that a field accepts, different for each `n` where the kind allows it. References and files are rows and contents of their own,
 * and so come from elsewhere.
 *
 * @throws Error that asks for a sample, where the field's own rules leave nothing to guess
 */
export function sampleValue(name: string, field: FieldSpec, n: number): unknown {
  const schema = fieldSchema(field, { allowTestArea: true })
  for (const candidate of candidates(field, n)) if (schema.safeParse(candidate).success) return candidate
  throw new Error(`No value could be guessed for ${name} (${field.kind}, ${field.title}): give one in "samples".`)
}

function candidates(field: FieldSpec, n: number): readonly unknown[] {
  const { min, max, title } = field
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'address':
      return texts(`${title}${n}`, n, min, max)
    case 'choice': {
      const values = Object.keys(field.options ?? {})
      return [values[n % values.length], ...values]
    }
    case 'tags':
      return [Object.keys(field.options ?? {}).slice(0, 1)]
    case 'boolean':
      return [n % 2 === 1]
    case 'date':
      return [`2026-01-${String((n % 28) + 1).padStart(2, '0')}`]
    case 'dateTime':
      return [`2026-01-${String((n % 28) + 1).padStart(2, '0')}T04:00:00.000Z`]
    case 'money':
    case 'integer':
    case 'fraction': {
      const least = Math.max(min ?? 0, 0)
      return [Math.min(least + (n % 50), max ?? Number.MAX_SAFE_INTEGER), least, min, max]
    }
    case 'phone':
      return [samplePhone(n)]
    case 'idNumber':
      return [sampleIdNumber(n)]
    case 'creditCode':
      return [sampleCreditCode(n)]
    case 'geoPoint':
      return [{ lat: 34.41, lng: 115.65 }]
    case 'json':
      return [field.default, {}, [], '', 0, null].filter((value) => value !== undefined)
    case 'ref':
    case 'file':
      return []
  }
}

/** Words, then digits of the right length, then the shapes that codes of offices have. */
function texts(words: string, n: number, min = 0, max = 5000): readonly string[] {
  const digits = (length: number): string => String(n).padStart(length, '1').slice(-length)
  const lengths = [min, max, 4, 6, 8, 12, 15, 18].filter((length) => length > 0 && length <= 40 && length >= min && length <= max)
  return [
    words.slice(0, max).padEnd(min, '样'),
    ...lengths.map(digits),
    ...lengths.map((length) => `A${digits(length)}`.slice(0, length)),
    `sample-${n}`,
    `2026-${digits(3)}`,
    `https://example.invalid/${n}`,
    `user${n}@example.invalid`,
  ]
}
