/**
 * The table of a resource.
 *
 * @example
 * tableName('merchant-alliance.offers') // 'merchant_alliance_offers'
 */
export function tableName(resource: string): string {
  return resource.replace(/[.-]/g, '_')
}

/** The column of a field: `personId` → `person_id`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A column as it is written in SQL: a field may be called like a word of the language (`from`, `to`, `order`). */
export function quoted(column: string): string {
  return `"${column}"`
}
