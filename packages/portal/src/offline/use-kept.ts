import { Problem } from '../problem.ts'
import { usePortal } from '../session.tsx'
import { type Loaded, useLoaded } from '../use-loaded.ts'
import { keepAnswer, keptAnswer } from './pocket.ts'

/** An answer, and since when it is known where the network does not say more. */
export interface KeptValue<T> {
  readonly value: T
  /** When it was kept; `null` for one that is fresh. */
  readonly keptAt: string | null
}

/**
 * Asks a reading action when the page opens, and keeps its answer on the phone: without network the last one is shown.
 *
 * @example
 * const [area, reload] = useKept<MyArea>('grid.my-area', {})
 */
export function useKept<T>(action: string, input: Readonly<Record<string, unknown>>): readonly [Loaded<KeptValue<T>>, () => void] {
  const { me, call } = usePortal()
  return useLoaded(async (): Promise<KeptValue<T>> => {
    const name = `${action} ${JSON.stringify(input)}`
    try {
      const value = await call<T>(action, input)
      await keepAnswer(me.account.id, name, value)
      return { value, keptAt: null }
    } catch (error) {
      const kept = error instanceof Problem && error.status === 0 ? await keptAnswer(me.account.id, name) : undefined
      if (!kept) throw error
      return { value: kept.value as T, keptAt: kept.at }
    }
  })
}
