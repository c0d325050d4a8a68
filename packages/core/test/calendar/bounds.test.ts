import { describe, expect, test } from 'vitest'
import { definePromise, dueOf, pauseClock, startClock, type Clock, type ServicePromiseInput } from '../../src/calendar/index.ts'
import { codeOf, must, national } from './calendar.ts'

const context = { calendar: national }
const pauseReasons = [{ code: 'hearing', zh: '听证', en: 'Hearing', stopsCap: true }]
const start = (over: Partial<ServicePromiseInput>): Clock =>
  must(
    startClock(
      must(definePromise({ code: 'item', unit: 'hours', amount: 24, pauseReasons, ...over })),
      { subject: 's', at: '2026-05-11T01:00:00.000Z' },
      context,
    ),
  )

describe('a clock that stands still', () => {
  test.each<Partial<ServicePromiseInput>>([{}, { unit: 'calendarDays', amount: 5 }, { unit: 'workingDays', amount: 5 }])(
    'keeps its due moment as of the pause, in every unit: %o',
    (over) => {
      const clock = start(over)
      const told = { reason: 'hearing', toldAt: '2026-05-11T02:00:00.000Z', at: '2026-05-11T03:00:00.000Z' }
      const paused = must(pauseClock(clock, told, context))
      expect(must(dueOf(paused, context)).at).toBe(clock.dueAt)
    },
  )
})

describe('a clock that was stored wrong', () => {
  test('is refused instead of being due at no moment', () => {
    const clock = start({})
    expect(codeOf(dueOf({ ...clock, startedAt: 'yesterday' }, context))).toBe('date.format')
    expect(codeOf(dueOf({ ...clock, promise: { ...clock.promise, amount: Number.POSITIVE_INFINITY } }, context))).toBe('date.format')
    expect(codeOf(dueOf({ ...clock, promise: { ...clock.promise, amount: 24 * 365 * 400 } }, context))).toBe('calendar.range')
  })
})
