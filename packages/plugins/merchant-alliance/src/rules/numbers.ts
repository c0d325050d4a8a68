const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * Random bytes as text that people read aloud without error: no 0/O, no 1/I.
 *
 * @example
 * readable(new Uint8Array([0, 1, 31])) // '23Z'
 */
export function readable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')
}

/** The voucher number of a use: the day and six readable characters. */
export function receiptNumber(day: string, random: Uint8Array): string {
  return `HX${day.replaceAll('-', '')}-${readable(random.subarray(0, 6))}`
}

/** A card number of eight readable characters; it says nothing of its holder. */
export function cardNumber(random: Uint8Array): string {
  return `A${readable(random.subarray(0, 7))}`
}
