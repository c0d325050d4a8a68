import { vi } from 'vitest'

/** The moment that everything in this process takes for now; timers keep running. */
export interface TestClock {
  /** @param instant ISO 8601 */
  set(instant: string): void
  release(): void
}

/** The longest wait that Node knows, about 25 days; it takes anything longer for a millisecond. */
const LONGEST_WAIT = 2 ** 31 - 1

/** A clock of the whole process: modules, store, server and session see the same moment. */
export function testClock(): TestClock {
  let letGo: (() => void) | undefined
  return {
    set(instant) {
      letGo ??= hold()
      vi.setSystemTime(new Date(instant))
    },
    release() {
      letGo?.()
      letGo = undefined
    },
  }
}

function hold(): () => void {
  vi.useFakeTimers({ toFake: ['Date'] })
  const real = globalThis.setTimeout
  // The embedded database waits for moments that it noted before the clock was set back: half a year then, which must not become a thousand
  // wakings a second.
  const patient = (work: (...given: unknown[]) => void, wait = 0, ...given: unknown[]): NodeJS.Timeout =>
    real(work, Math.min(wait, LONGEST_WAIT), ...given)
  globalThis.setTimeout = Object.assign(patient, real)
  return () => {
    globalThis.setTimeout = real
    vi.useRealTimers()
  }
}
