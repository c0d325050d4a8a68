import { request } from '@linli/admin'
import { useCallback, useEffect, useState } from 'react'

/** What an action answers, asked again when wanted and, where given, every so many seconds. */
export function useAsked<T>(
  path: string,
  body: Readonly<Record<string, unknown>>,
  seconds = 0,
): readonly [T | Error | undefined, () => void] {
  const [answer, setAnswer] = useState<T | Error>()
  const [round, setRound] = useState(0)
  const sent = JSON.stringify(body)
  useEffect(() => {
    let here = true
    request<T>(path, { method: 'POST', body: JSON.parse(sent) as object })
      .then((value) => here && setAnswer(value))
      .catch((error: unknown) => here && setAnswer(error instanceof Error ? error : new Error('没有取到，请刷新重试')))
    return () => {
      here = false
    }
  }, [path, sent, round])
  useEffect(() => {
    if (seconds <= 0) return
    const timer = setInterval(() => setRound((n) => n + 1), seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return [answer, useCallback(() => setRound((n) => n + 1), [])]
}
