/**
 * An area of 0.01 m² in words.
 *
 * @example
 * amountText(12_345) // '123.45 平方米'
 */
export function amountText(area: number): string {
  return `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')} 平方米`
}
