/**
 * The number on a slip: the day and a count, `B20260430-0007`.
 *
 * @example
 * slipNumber('B', '2026-04-30', 7) // 'B20260430-0007'
 */
export function slipNumber(prefix: string, day: string, n: number): string {
  return `${prefix}${day.replaceAll('-', '')}-${String(n).padStart(4, '0')}`
}

/** The last four characters of an identifier or of its mask. */
export function tailOf(value: string | null | undefined): string | undefined {
  const tail = (value ?? '').slice(-4).toUpperCase()
  return /^\d{3}[\dX]$/.test(tail) ? tail : undefined
}

/** The parts of the code behind a slip's QR. */
export function slipCode(no: string, secret: string): string {
  return `${no}.${secret}`
}

export function readSlipCode(code: string): { readonly no: string; readonly secret: string } | undefined {
  const [no, secret, ...rest] = code.split('.')
  return no && secret && rest.length === 0 ? { no, secret } : undefined
}
