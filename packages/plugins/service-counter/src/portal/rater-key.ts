const PLACE = 'linli.counter.key'

/** The key of this phone, made here and kept here: who printed the slip does not have it. Works without https, too. */
export function raterKey(): string {
  const kept = read()
  if (kept) return kept
  const made = [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  try {
    localStorage.setItem(PLACE, made)
  } catch {
    // A phone that keeps nothing can still rate in this one visit.
  }
  return made
}

function read(): string | null {
  try {
    return localStorage.getItem(PLACE)
  } catch {
    return null
  }
}
