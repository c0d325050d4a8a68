/** A key for one submission. `crypto.randomUUID` is missing where a shop's phone opens the page over plain http. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
