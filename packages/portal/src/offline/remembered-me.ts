import type { Me } from '../session.tsx'

const KEY = 'linli-portal-me'

/** Remembers who is signed in, so that pages open without network. No more than the page shows anyway; gone at signing out. */
export function rememberMe(me: Me | null): void {
  try {
    if (me) localStorage.setItem(KEY, JSON.stringify(me))
    else localStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing works with the network alone.
  }
}

/** Who was signed in last on this phone. */
export function rememberedMe(): Me | null {
  try {
    const text = localStorage.getItem(KEY)
    return text ? (JSON.parse(text) as Me) : null
  } catch {
    return null
  }
}
