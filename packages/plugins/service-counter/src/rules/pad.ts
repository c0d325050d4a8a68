/** Without what is easily mistaken for another: 0 and O, 1 and I. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 10

/**
 * What an unpaired pad shows and whoever pairs it types: of the digest of a key that only the pad has, so that nobody at the counter can rate
 * in its place (K8). Fifty bits.
 *
 * @example
 * padCode('00010203040506070809aabb') // '23456-789AB'
 */
export function padCode(digest: string): string {
  const signs = Array.from(
    { length: LENGTH },
    (_, place) => SIGNS[Number.parseInt(digest.slice(place * 2, place * 2 + 2), 16) % SIGNS.length],
  )
  return `${signs.slice(0, LENGTH / 2).join('')}-${signs.slice(LENGTH / 2).join('')}`
}

/**
 * A code as it was typed, as it is written; nothing where it cannot be one.
 *
 * @example
 * readPadCode(' 23456 789ab ') // '23456-789AB'
 */
export function readPadCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? `${signs.slice(0, 5)}-${signs.slice(5)}` : undefined
}
