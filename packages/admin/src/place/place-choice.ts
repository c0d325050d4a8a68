import { useSyncExternalStore } from 'react'

const KEY = 'linli.place'
const listeners = new Set<() => void>()

/** The community (12 digits) or grid (15) that all lists are narrowed to; `null` for everything the person may see. */
export function chosenPlace(): string | null {
  return sessionStorage.getItem(KEY)
}

export function choosePlace(code: string | null): void {
  if (code === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, code)
  for (const listener of listeners) listener()
}

/** The chosen place, for a component that follows it. */
export function useChosenPlace(): string | null {
  return useSyncExternalStore(subscribe, chosenPlace)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
