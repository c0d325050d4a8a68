import { creditCodeCheckCharacter, idCheckCharacter } from '@linli/core/identifier'

/**
 * An identity number that is nobody's: the area 99 does not exist, the check digit fits.
 *
 * @example
 * sampleIdNumber(1) // '990000199001010018'
 */
export function sampleIdNumber(n: number, born = '1990-01-01'): string {
  const body = `990${String(Math.floor(n / 1000) % 1000).padStart(3, '0')}${born.replaceAll('-', '')}${String(n % 900).padStart(3, '0')}`
  return `${body}${idCheckCharacter(body)}`
}

/** A unified social credit code of a division that does not exist (999999); the check character fits. */
export function sampleCreditCode(n: number): string {
  const body = `91999999${String(n % 1_000_000_000).padStart(9, '0')}`
  return `${body}${creditCodeCheckCharacter(body)}`
}

/** A mobile number under a prefix that no carrier has been given. */
export function samplePhone(n: number): string {
  return `15403${String(n % 1_000_000).padStart(6, '0')}`
}
