import { useEffect, useState } from 'react'

const MINUTE = 60_000

/** The present moment, moving on once a minute while it is looked at. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
