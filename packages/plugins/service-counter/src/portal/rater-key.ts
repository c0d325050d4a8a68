const PLACES = { phone: 'linli.counter.key', pad: 'linli.counter.pad' } as const

/** The key of this phone, or of this pad, made here and kept here: who printed the slip does not have it. Works without https, too. */
export function raterKey(as: keyof typeof PLACES = 'phone'): string {
  const kept = read(PLACES[as])
  if (kept) return kept
  const made = [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  try {
    localStorage.setItem(PLACES[as], made)
  } catch {
    // A phone that keeps nothing can still rate in this one visit.
  }
  return made
}

function read(place: string): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}
