import { vi } from 'vitest'

/** The moment that everything in this process takes for now; timers keep running. */
export interface TestClock {
  /** @param instant ISO 8601 */
  set(instant: string): void
  release(): void
}

/** A clock of the whole process: modules, store, server and session see the same moment. */
export function testClock(): TestClock {
  let isHeld = false
  return {
    set(instant) {
      if (!isHeld) vi.useFakeTimers({ toFake: ['Date'] })
      isHeld = true
      vi.setSystemTime(new Date(instant))
    },
    release() {
      if (isHeld) vi.useRealTimers()
      isHeld = false
    },
  }
}
