import { sentenceOf, usePortal } from '@linli/portal'
import { useState } from 'react'

/** Calls an action once at a time and keeps what it refused, in words. */
export function useAct(): {
  readonly act: (action: string, input: Readonly<Record<string, unknown>>) => Promise<boolean>
  readonly fault: string | null
  readonly busy: boolean
} {
  const { call } = usePortal()
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  return {
    fault,
    busy,
    act: async (action, input) => {
      setBusy(true)
      try {
        await call(action, input)
        setFault(null)
        return true
      } catch (error) {
        setFault(sentenceOf(error))
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
