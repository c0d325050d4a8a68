import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { testClock } from '../src/street/clock.ts'

const clock = testClock()
afterEach(() => clock.release())

test('while the clock is set back, what waits for the true time waits', async () => {
  const noted = Date.now() + 10_000
  clock.set('2020-01-01T00:00:00.000Z')
  expect(new Date().getUTCFullYear()).toBe(2020)
  let wakings = 0
  const timer = setTimeout(() => (wakings += 1), noted - Date.now())
  let done = 0
  setTimeout(() => (done += 1), 5)
  await pause(60)
  clearTimeout(timer)
  expect([wakings, done]).toEqual([0, 1])
  clock.release()
  expect(new Date().getUTCFullYear()).toBeGreaterThan(2020)
})
