const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * A number of the day that people read aloud without error: no 0/O, no 1/I.
 *
 * @example
 * readableNumber('WG', '2026-11-22', new Uint8Array(6)) // 'WG20261122-222222'
 */
export function readableNumber(prefix: string, day: string, random: Uint8Array): string {
  return `${prefix}${day.replaceAll('-', '')}-${Array.from(random.subarray(0, 6), (byte) => ALPHABET[byte & 31]).join('')}`
}
