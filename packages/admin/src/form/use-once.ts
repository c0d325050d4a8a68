import { useCallback, useRef } from 'react'

/** Runs work unless the same is still running, so that a second press of a button does nothing. */
export function useOnce(): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  const isRunning = useRef(false)
  return useCallback(async (work) => {
    if (isRunning.current) return undefined
    isRunning.current = true
    try {
      return await work()
    } finally {
      isRunning.current = false
    }
  }, [])
}
