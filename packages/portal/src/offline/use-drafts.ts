import { useCallback, useEffect, useState } from 'react'
import { usePortal } from '../session.tsx'
import type { Draft } from './draft.ts'
import { addDraft, draftsOf, dropDraft, type NewDraft, onDrafts, sendDrafts } from './outbox.ts'

const EVERY = 60_000

/** The drafts of whoever is signed in. */
export interface Drafts {
  readonly drafts: readonly Draft[]
  /** Keeps a draft and sends it as soon as that is possible; resolves when it is kept, not when it is sent. */
  readonly add: (draft: NewDraft) => Promise<void>
  readonly drop: (id: string) => Promise<void>
  readonly send: () => Promise<void>
}

/**
 * Drafts that survive without network: kept on the phone, sent when the network is back, counted once by the server because each carries its id
 * as `offlineId`.
 *
 * @example
 * const { drafts, add } = useDrafts()
 * await add({ action: 'parks.report', title: '长椅坏了', input: { place: '南门' } })
 */
export function useDrafts(): Drafts {
  const { me } = usePortal()
  const { id } = me.account
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  useEffect(() => {
    let here = true
    const read = (): void => void draftsOf(id).then((found) => here && setDrafts(found))
    const send = (): void => void sendDrafts(id)
    read()
    send()
    const forget = onDrafts(read)
    const timer = setInterval(send, EVERY)
    window.addEventListener('online', send)
    return () => {
      here = false
      forget()
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [id])
  return {
    drafts,
    add: useCallback(
      async (draft) => {
        await addDraft(id, draft)
        void sendDrafts(id)
      },
      [id],
    ),
    drop: dropDraft,
    send: useCallback(() => sendDrafts(id), [id]),
  }
}
