/**
 * What came from a form, a cell of a workbook or a column where text was expected: nothing for nothing and for what is no text, its digits for a number.
 * TypeScript keeps such values out; programs without types and rows of a database do not.
 */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}
