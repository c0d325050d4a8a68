import { request } from '@linli/admin'
import { useCallback, useEffect, useState } from 'react'

/** Calls an action that stands alone. */
export function call<T>(verb: string, body: Readonly<Record<string, unknown>> = {}): Promise<T> {
  return request<T>(`/counter/actions/${verb}`, { method: 'POST', body })
}

/** What an action answers, asked again on demand and every so many seconds; with `most`, so many lines of it. */
export function useAction<T>(verb: string, seconds = 0, most?: number): readonly [T | undefined, string, () => void] {
  const [answer, setAnswer] = useState<T>()
  const [fault, setFault] = useState('')
  const [round, setRound] = useState(0)
  useEffect(() => {
    let here = true
    call<T>(verb, most === undefined ? {} : { most })
      .then((value) => {
        if (!here) return
        setAnswer(value)
        setFault('')
      })
      .catch((error: unknown) => here && setFault(sentence(error)))
    return () => {
      here = false
    }
  }, [verb, most, round])
  useEffect(() => {
    if (seconds <= 0) return
    const timer = setInterval(() => setRound((n) => n + 1), seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return [answer, fault, useCallback(() => setRound((n) => n + 1), [])]
}

export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : '没有取到，请刷新重试'
}
