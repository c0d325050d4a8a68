/**
 * A share as screens and spreadsheets show it: `value` in hundredths, with one decimal at most.
 *
 * @example
 * percentText(76.923) // '76.9%'
 */
export function percentText(value: number): string {
  return `${Math.round(value * 10) / 10}%`
}
