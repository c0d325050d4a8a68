import { describe, expect, test } from 'vitest'
import { definePromise, ladderOf, pauseClock, readClock, startClock, stopClock, type LadderStep } from '../../src/calendar/index.ts'
import { codeOf, must, national } from './calendar.ts'

const context = { calendar: national }
const opening = { workingDay: [{ from: '09:00', to: '17:30' }] }
const pauseReasons = [{ code: 'hearing', zh: '听证', en: 'Hearing', stopsCap: true }]
const promise = must(definePromise({ code: 'item', unit: 'workingDays', amount: 5, opening, pauseReasons }))
const clock = must(startClock(promise, { subject: 's', at: '2026-11-16T02:00:00.000Z' }, context))
const level = (now: string): string | undefined => must(readClock(clock, now, context)).level

describe('the ladder of supervision', () => {
  test('goes from light to accountability, each rung with its moment and who must act', () => {
    expect(must(ladderOf(clock, '2026-11-27T00:00:00.000Z', context))).toEqual([
      { level: 'light', at: '2026-11-19T16:00:00.000Z', holder: 'handler', reached: true },
      { level: 'urge', at: '2026-11-23T09:30:00.000Z', holder: 'unit-head', reached: true },
      { level: 'supervise', at: '2026-11-24T09:30:00.000Z', holder: 'supervision-office', reached: true },
      { level: 'interview', at: '2026-11-26T09:30:00.000Z', holder: 'street-leader', reached: true },
      { level: 'accountability', at: '2026-11-30T09:30:00.000Z', holder: 'discipline-committee', reached: false },
    ])
  })

  test.each([
    ['2026-11-19T15:59:59.000Z', undefined],
    ['2026-11-19T16:00:00.000Z', 'light'],
    ['2026-11-23T09:30:00.000Z', 'light'],
    ['2026-11-23T09:30:00.001Z', 'urge'],
    ['2026-11-24T09:30:00.000Z', 'urge'],
    ['2026-11-24T09:31:00.000Z', 'supervise'],
    ['2026-11-26T10:00:00.000Z', 'interview'],
    ['2026-12-26T10:00:00.000Z', 'accountability'],
  ])('at %s the highest rung is %s', (now, expected) => {
    expect(level(now)).toBe(expected)
  })

  test('climbs no further while the clock stands still or after it stopped', () => {
    const told = '2026-11-17T02:00:00.000Z'
    const paused = must(pauseClock(clock, { at: told, reason: 'hearing', toldAt: told }, context))
    expect(must(readClock(paused, '2026-12-30T00:00:00.000Z', context)).level).toBeUndefined()
    const stopped = must(stopClock(clock, { at: '2026-11-24T02:00:00.000Z' }, context))
    expect(must(readClock(stopped, '2026-12-30T00:00:00.000Z', context)).level).toBe('urge')
  })

  test('counts its working days after midnight promises from the due day too', () => {
    const midnight = must(definePromise({ code: 'item', unit: 'workingDays', amount: 5 }))
    const other = must(startClock(midnight, { subject: 's', at: '2026-11-16T02:00:00.000Z' }, context))
    const rungs = must(ladderOf(other, '2026-11-16T02:00:00.000Z', context))
    expect(rungs[0]?.at).toBe('2026-11-19T16:00:00.000Z')
    expect([other.dueAt, rungs.find((rung) => rung.level === 'supervise')?.at]).toEqual([
      '2026-11-23T16:00:00.000Z',
      '2026-11-24T16:00:00.000Z',
    ])
  })

  test('lights at any share, even the first tenth', () => {
    const ladder: LadderStep[] = [{ level: 'light', at: { kind: 'elapsed', num: 1, den: 10 }, holder: 'handler' }]
    const hours = must(definePromise({ code: 'item', unit: 'hours', amount: 10, ladder }))
    const other = must(startClock(hours, { subject: 's', at: '2026-11-16T02:00:00.000Z' }, context))
    expect(must(ladderOf(other, other.startedAt, context))[0]?.at).toBe('2026-11-16T03:00:00.000Z')
  })

  test('urges an overdue clock at once when it counts no working days', () => {
    const ladder: LadderStep[] = [{ level: 'urge', at: { kind: 'overdue', workingDays: 0 }, holder: 'head' }]
    const days = must(definePromise({ code: 'item', unit: 'workingDays', amount: 1, opening, ladder }))
    const other = must(startClock(days, { subject: 's', at: '2026-11-16T02:00:00.000Z' }, context))
    expect(must(ladderOf(other, other.startedAt, context))[0]?.at).toBe(other.dueAt)
  })

  test('can be counted in hours', () => {
    const ladder: LadderStep[] = [{ level: 'urge', at: { kind: 'overdue', hours: 2 }, holder: 'head' }]
    const hours = must(definePromise({ code: 'item', unit: 'hours', amount: 24, ladder }))
    const other = must(startClock(hours, { subject: 's', at: '2026-11-16T02:00:00.000Z' }, context))
    expect(must(ladderOf(other, '2026-11-17T04:00:00.001Z', context))).toEqual([
      { level: 'urge', at: '2026-11-17T04:00:00.000Z', holder: 'head', reached: true },
    ])
  })

  test.each<[string, LadderStep[]]>([
    [
      'ladder.order',
      [
        { level: 'urge', at: { kind: 'overdue', hours: 0 }, holder: 'a' },
        { level: 'light', at: { kind: 'elapsed', num: 1, den: 2 }, holder: 'a' },
      ],
    ],
    [
      'ladder.order',
      [
        { level: 'urge', at: { kind: 'overdue', hours: 0 }, holder: 'a' },
        { level: 'urge', at: { kind: 'overdue', hours: 1 }, holder: 'a' },
      ],
    ],
    ['ladder.holder', [{ level: 'urge', at: { kind: 'overdue', hours: 0 }, holder: ' ' }]],
    ['ladder.moment', [{ level: 'light', at: { kind: 'elapsed', num: 3, den: 2 }, holder: 'a' }]],
    ['ladder.moment', [{ level: 'light', at: { kind: 'elapsed', num: 0, den: 2 }, holder: 'a' }]],
    ['ladder.moment', [{ level: 'urge', at: { kind: 'overdue', workingDays: 1.5 }, holder: 'a' }]],
    ['ladder.moment', [{ level: 'urge', at: { kind: 'overdue', hours: -1 }, holder: 'a' }]],
  ])('is refused as %s when it is %j', (code, ladder) => {
    expect(codeOf(definePromise({ code: 'item', unit: 'hours', amount: 24, ladder }))).toBe(code)
  })
})

describe('a promise', () => {
  test.each([
    ['promise.amount', { amount: 0 }],
    ['promise.amount', { amount: 1.5 }],
    ['promise.amount', { amount: Number.NaN }],
    ['promise.amount', { amount: 10_001 }],
    ['promise.amount', { extension: { amount: -1 } }],
    ['promise.amount', { unit: 'hours', amount: 0.001 }],
    ['promise.opening_missing', { unit: 'workingHours' }],
    ['promise.due_soon', { dueSoon: { num: 10, den: 10 } }],
    ['promise.due_soon', { dueSoon: { num: 0, den: 10 } }],
    ['promise.due_soon', { dueSoon: { num: 0.7, den: 1 } }],
    ['opening.none', { opening: { workingDay: [] } }],
    ['opening.time', { opening: { workingDay: [{ from: '9:00', to: '12:00' }] } }],
    ['opening.time', { opening: { workingDay: [{ from: '09:00', to: '24:30' }] } }],
    ['opening.order', { opening: { workingDay: [{ from: '12:00', to: '09:00' }] } }],
    [
      'opening.order',
      {
        opening: {
          workingDay: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '17:00' },
          ],
        },
      },
    ],
    ['opening.order', { opening: { workingDay: [{ from: '09:00', to: '12:00' }], restDay: [{ from: '10:00', to: '10:00' }] } }],
  ] as const)('is refused as %s with %j', (code, over) => {
    expect(codeOf(definePromise({ code: 'item', unit: 'workingDays', amount: 5, ...over }))).toBe(code)
  })

  test('may meet end to end in its opening times', () => {
    const opening = {
      workingDay: [
        { from: '00:00', to: '12:00' },
        { from: '12:00', to: '24:00' },
      ],
    }
    expect(codeOf(definePromise({ code: 'item', unit: 'workingHours', amount: 0.25, opening }))).toBe('ok')
  })

  test('has sensible defaults', () => {
    expect(must(definePromise({ code: 'c', unit: 'workingDays', amount: 10_000 }))).toMatchObject({
      version: 1,
      supplementRestarts: false,
      rollsToWorkingDay: false,
      dueSoon: { num: 7, den: 10 },
      ladder: [
        { level: 'light', at: { num: 7, den: 10 } },
        { level: 'urge', at: { hours: 0 } },
        { level: 'supervise', at: { workingDays: 1 } },
        { level: 'interview', at: { workingDays: 3 } },
        { level: 'accountability', at: { workingDays: 5 } },
      ],
    })
    expect(codeOf(definePromise({ code: 'c', unit: 'hours', amount: 1, dueSoon: { num: 1, den: 2 } }))).toBe('ok')
  })

  test('in days starts the day after, in hours at once, unless it says otherwise', () => {
    expect(must(definePromise({ code: 'c', unit: 'calendarDays', amount: 1 })).start).toBe('day-after')
    expect(must(definePromise({ code: 'c', unit: 'hours', amount: 1 })).start).toBe('at-once')
  })
})
