import { useCallback, useEffect, useRef, useState } from 'react'

/** Something that is asked for when the page opens. */
export type Loaded<T> =
  { readonly state: 'loading' } | { readonly state: 'failed'; readonly error: unknown } | { readonly state: 'ready'; readonly value: T }

/** Loads when the page opens and again when asked; an answer that comes after leaving the page is dropped. */
export function useLoaded<T>(load: () => Promise<T>): readonly [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const [round, setRound] = useState(0)
  const newest = useRef(load)
  useEffect(() => {
    newest.current = load
  })
  useEffect(() => {
    let here = true
    newest.current().then(
      (value) => {
        if (here) setLoaded({ state: 'ready', value })
      },
      (error: unknown) => {
        if (here) setLoaded({ state: 'failed', error })
      },
    )
    return () => {
      here = false
    }
  }, [round])
  return [loaded, useCallback(() => setRound((n) => n + 1), [])]
}
