import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  definePromise,
  extendClock,
  pauseClock,
  readClock,
  recomputeClock,
  resumeClock,
  startClock,
  stopClock,
  supplementClock,
  withNotice,
  type Clock,
  type ServicePromise,
  type ServicePromiseInput,
} from '../../src/calendar/index.ts'
import { addDays, dayOf, instantAt } from '../../src/date/index.ts'
import { codeOf, must, national, notice2027 } from './calendar.ts'

const context = { calendar: national }
const opening = {
  workingDay: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:30' },
  ],
}
const pauseReasons = [
  { code: 'hearing', zh: '听证', en: 'Hearing', stopsCap: true },
  { code: 'applicant', zh: '等待申请人补正', en: "Applicant's supplement", stopsCap: false },
]
const promise = (over: Partial<ServicePromiseInput> = {}): ServicePromise =>
  must(
    definePromise({
      code: 'item',
      unit: 'workingDays',
      amount: 5,
      opening,
      pauseReasons,
      supplementRestarts: true,
      extension: { amount: 5 },
      ...over,
    }),
  )
/** A moment by the clock on the wall in China. */
const at = (date: string, time = '10:00'): string => instantAt(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
const wall = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const start = (moment: string, over: Partial<ServicePromiseInput> = {}): Clock =>
  must(startClock(promise(over), { subject: 's', at: moment }, context))
const pause = (clock: Clock, moment: string, reason = 'hearing'): Clock =>
  must(pauseClock(clock, { at: moment, reason, toldAt: moment }, context))
const resume = (clock: Clock, moment: string): Clock => must(resumeClock(clock, { at: moment }, context))
const light = (clock: Clock, moment: string): string => must(readClock(clock, moment, context)).light

describe('when a promise is due', () => {
  test.each<[string, string, Partial<ServicePromiseInput>, string]>([
    ['five working days across May Day end at close of business', at('2026-04-30'), {}, '2026-05-11 17:30'],
    ['received on a Saturday, counting starts on Monday', at('2026-11-21'), { amount: 1 }, '2026-11-23 17:30'],
    [
      'received in the last minute of the day, that day is not counted either way',
      at('2026-11-20', '23:59'),
      { amount: 1 },
      '2026-11-23 17:30',
    ],
    ['without opening times the day ends at midnight', at('2026-11-20'), { amount: 1, opening: undefined }, '2026-11-24 00:00'],
    ['at once: the day of receipt is the first', at('2026-11-20'), { amount: 1, start: 'at-once' }, '2026-11-20 17:30'],
    [
      'at once, but after closing: the first is the next working day',
      at('2026-11-20', '18:00'),
      { amount: 1, start: 'at-once' },
      '2026-11-23 17:30',
    ],
    ['at once, received in the closing minute', at('2026-11-20', '17:30'), { amount: 1, start: 'at-once' }, '2026-11-20 17:30'],
    ['at once on a Sunday', at('2026-11-22'), { amount: 2, start: 'at-once' }, '2026-11-24 17:30'],
    [
      'calendar days run through the weekend',
      at('2026-11-19'),
      { unit: 'calendarDays', amount: 3, opening: undefined },
      '2026-11-23 00:00',
    ],
    [
      'calendar days that end on a holiday move to the day after it, where the promise says so',
      at('2026-09-28'),
      { unit: 'calendarDays', amount: 5, rollsToWorkingDay: true },
      '2026-10-08 17:30',
    ],
    ['24 hours are 24 hours, weekend or not', at('2026-11-20', '16:00'), { unit: 'hours', amount: 24 }, '2026-11-21 16:00'],
    ['a quarter of an hour', at('2026-11-20', '16:00'), { unit: 'hours', amount: 0.25, extension: undefined }, '2026-11-20 16:15'],
    ['hours from the day after', at('2026-11-20', '16:00'), { unit: 'hours', amount: 2, start: 'day-after' }, '2026-11-21 02:00'],
    ['two working hours over lunch', at('2026-11-20', '11:00'), { unit: 'workingHours', amount: 2 }, '2026-11-20 14:00'],
    ['two working hours over the weekend', at('2026-11-20', '16:30'), { unit: 'workingHours', amount: 2 }, '2026-11-23 10:00'],
    [
      'working hours that end exactly at closing end that day',
      at('2026-11-20', '16:30'),
      { unit: 'workingHours', amount: 1 },
      '2026-11-20 17:30',
    ],
    ['two working hours into a make-up Saturday', at('2026-10-09', '16:30'), { unit: 'workingHours', amount: 2 }, '2026-10-10 10:00'],
    ['working hours asked for at night', at('2026-11-22', '23:00'), { unit: 'workingHours', amount: 2 }, '2026-11-23 11:00'],
  ])('%s', (_, moment, over, due) => {
    expect(wall(start(moment, over).dueAt)).toBe(due)
  })

  test.each<[string, Partial<ServicePromiseInput>, boolean]>([
    ['working days', { amount: 55 }, true],
    ['working days of this year only', { amount: 5 }, false],
    ['working hours', { unit: 'workingHours', amount: 300 }, true],
    ['calendar days that end at closing time, which depends on the day being worked', { unit: 'calendarDays', amount: 60 }, true],
    ['calendar days that roll', { unit: 'calendarDays', amount: 60, opening: undefined, rollsToWorkingDay: true }, true],
    ['calendar days that end at midnight whatever the day is', { unit: 'calendarDays', amount: 60, opening: undefined }, false],
    ['hours', { unit: 'hours', amount: 2000 }, false],
  ])('into a year without notice is provisional as far as it depends on it: %s', (_, over, provisional) => {
    expect(start(at('2026-11-16'), over).provisional).toBe(provisional)
  })

  test('begun in a year without notice is provisional as far as that year is counted', () => {
    expect(start(at('2003-12-20'), { amount: 15 }).unknownYears).toEqual([2003])
    expect(start(at('2003-12-20'), { unit: 'calendarDays', amount: 60 }).provisional).toBe(false)
  })

  test('a clock keeps the promise it started with and survives being stored as JSON', () => {
    const clock = start(at('2026-04-30'))
    const stored = JSON.parse(JSON.stringify(clock)) as Clock
    expect(stored).toEqual(clock)
    expect(must(resumeClock(pause(stored, at('2026-05-06')), { at: at('2026-05-06', '11:00') }, context)).promise).toEqual(promise())
  })

  test('what is no moment, or lies in no year of ours, is refused', () => {
    expect(codeOf(startClock(promise(), { subject: 's', at: 'gestern' }, context))).toBe('clock.instant')
    expect(codeOf(startClock(promise(), { subject: 's', at: '2026-11-22' }, context))).toBe('clock.instant')
    expect(codeOf(startClock(promise(), { subject: 's', at: '1850-01-01T00:00:00Z' }, context))).toBe('calendar.range')
  })

  test('another zone counts its own days', () => {
    const moment = '2026-11-20T16:30:00.000Z'
    const due = (offsetMinutes: number): string =>
      must(startClock(promise({ amount: 1 }), { subject: 's', at: moment }, { calendar: national, offsetMinutes })).dueAt
    expect(due(480)).toBe('2026-11-23T09:30:00.000Z')
    expect(due(0)).toBe('2026-11-23T17:30:00.000Z')
    expect(due(540)).toBe('2026-11-23T08:30:00.000Z')
  })
})

describe('the light', () => {
  test('is green, amber from 70 %, red after closing time of the last day', () => {
    const clock = start(at('2026-11-16'))
    expect(light(clock, at('2026-11-19', '23:59'))).toBe('green')
    expect(light(clock, at('2026-11-20', '00:00'))).toBe('amber')
    expect(light(clock, at('2026-11-23', '17:30'))).toBe('amber')
    expect(light(clock, at('2026-11-23', '17:31'))).toBe('red')
  })

  test('of hours turns amber exactly at 70 %', () => {
    const clock = start(at('2026-11-16', '10:00'), { unit: 'hours', amount: 10 })
    expect(light(clock, at('2026-11-16', '16:59'))).toBe('green')
    expect(light(clock, at('2026-11-16', '17:00'))).toBe('amber')
    expect(light(clock, at('2026-11-16', '20:01'))).toBe('red')
  })

  test('is grey while paused and after stopping in time, and stays red when stopped too late', () => {
    const clock = start(at('2026-11-16'))
    expect(light(pause(clock, at('2026-11-17')), at('2026-12-17'))).toBe('grey')
    expect(light(must(stopClock(clock, { at: at('2026-11-23') }, context)), at('2027-01-17'))).toBe('grey')
    expect(light(must(stopClock(clock, { at: at('2026-11-24') }, context)), at('2026-11-24'))).toBe('red')
  })

  test('tells how much is used, without the time it stood still', () => {
    const clock = resume(pause(start(at('2026-11-16')), at('2026-11-17')), at('2026-11-19'))
    expect(must(readClock(clock, at('2026-11-20'), context))).toMatchObject({ used: 2, total: 5 })
    const hours = resume(
      pause(start(at('2026-11-16'), { unit: 'hours', amount: 10 }), at('2026-11-16', '12:00')),
      at('2026-11-16', '15:00'),
    )
    expect(must(readClock(hours, at('2026-11-16', '16:00'), context))).toMatchObject({ used: 3, total: 10 })
  })
})

describe('an extended clock', () => {
  test('is amber and red later, and tells the new total', () => {
    const step = { at: at('2026-11-16'), by: 'a', approver: 'b', reason: 'r', amount: 5, toldAt: at('2026-11-16') }
    const clock = must(extendClock(start(at('2026-11-16')), step, context))
    expect(must(readClock(clock, at('2026-11-20'), context))).toMatchObject({
      light: 'green',
      total: 10,
      dueSoonAt: at('2026-11-25', '00:00'),
    })
  })
})

describe('a clock of days', () => {
  const used = (over: Partial<ServicePromiseInput>, now: string): number =>
    must(readClock(start(at('2026-11-20'), over), now, context)).used

  test('has used nothing on the day of receipt, or that day when it counts at once', () => {
    expect(used({}, at('2026-11-20', '23:00'))).toBe(0)
    expect(used({ start: 'at-once' }, at('2026-11-20', '23:00'))).toBe(1)
    expect(used({ start: 'at-once' }, at('2026-11-23'))).toBe(2)
  })

  test('is amber from the day that reaches 70 %, calendar days too', () => {
    const clock = start(at('2026-11-16'), { unit: 'calendarDays', amount: 5, opening: undefined })
    expect(must(readClock(clock, at('2026-11-16'), context)).dueSoonAt).toBe(at('2026-11-20', '00:00'))
  })
})

describe('a clock of hours', () => {
  test('has used nothing when it starts, before it starts to count, and while the office is closed', () => {
    const used = (over: Partial<ServicePromiseInput>, now: string): number =>
      must(readClock(start(at('2026-11-20'), over), now, context)).used
    expect(used({ unit: 'hours', amount: 24 }, at('2026-11-20'))).toBe(0)
    expect(used({ unit: 'hours', amount: 24, start: 'day-after' }, at('2026-11-20', '20:00'))).toBe(0)
    expect(used({ unit: 'workingHours', amount: 24, start: 'day-after' }, at('2026-11-22', '20:00'))).toBe(0)
  })
})

describe('pausing and resuming', () => {
  test('is possible up to the due moment itself', () => {
    const clock = start(at('2026-11-16'))
    expect(codeOf(pauseClock(clock, { at: clock.dueAt, reason: 'hearing', toldAt: clock.dueAt }, context))).toBe('ok')
  })

  test('twice, the second over a weekend on the due day, it is due after the second', () => {
    const once = resume(pause(start(at('2026-11-16')), at('2026-11-17')), at('2026-11-18'))
    expect(wall(once.dueAt)).toBe('2026-11-24 17:30')
    const twice = resume(pause(once, at('2026-11-24')), at('2026-11-29'))
    expect(wall(twice.dueAt)).toBe('2026-11-30 17:30')
    const paused = pause(twice, at('2026-11-30', '11:00'))
    expect(must(readClock(paused, at('2026-12-30'), context)).level).toBe('light')
    expect(must(readClock(paused, at('2026-12-30'), context)).used).toBe(must(readClock(twice, at('2026-11-30', '11:00'), context)).used)
  })

  test('moves the due day by the working days after the pause up to the resuming', () => {
    const clock = resume(pause(start(at('2026-11-16')), at('2026-11-17')), at('2026-11-19'))
    expect(wall(clock.dueAt)).toBe('2026-11-25 17:30')
  })

  test('on one day moves nothing', () => {
    const clock = resume(pause(start(at('2026-11-16')), at('2026-11-17', '09:00')), at('2026-11-17', '16:00'))
    expect(wall(clock.dueAt)).toBe('2026-11-23 17:30')
  })

  test('moves hours by its own length, and working hours by the open ones', () => {
    const hours = resume(
      pause(start(at('2026-11-16'), { unit: 'hours', amount: 10 }), at('2026-11-16', '11:00')),
      at('2026-11-16', '12:30'),
    )
    expect(wall(hours.dueAt)).toBe('2026-11-16 21:30')
    const open = resume(
      pause(start(at('2026-11-16'), { unit: 'workingHours', amount: 2 }), at('2026-11-16', '11:00')),
      at('2026-11-16', '14:00'),
    )
    expect(wall(open.dueAt)).toBe('2026-11-16 15:00')
  })

  test('resumed on a Sunday after a pause on the last day, it is due on Monday and not in the past', () => {
    const clock = resume(pause(start(at('2026-11-16')), at('2026-11-23')), at('2026-11-29'))
    expect(wall(clock.dueAt)).toBe('2026-11-30 17:30')
  })

  test('needs a listed reason and an applicant who was told', () => {
    const clock = start(at('2026-11-16'))
    const moment = at('2026-11-17')
    expect(codeOf(pauseClock(clock, { at: moment, reason: 'busy', toldAt: moment }, context))).toBe('clock.pause_reason')
    expect(codeOf(pauseClock(clock, { at: moment, reason: 'hearing', toldAt: at('2026-11-18') }, context))).toBe('clock.untold')
    expect(codeOf(pauseClock(clock, { at: moment, reason: 'hearing', toldAt: '' }, context))).toBe('clock.untold')
  })

  test('is refused once overdue, and out of turn', () => {
    const clock = start(at('2026-11-16'))
    const late = at('2026-11-24')
    const refusal = pauseClock(clock, { at: late, reason: 'hearing', toldAt: late }, context)
    expect(refusal.ok || refusal.refusal).toMatchObject({
      code: 'clock.overdue',
      zh: '已经超期（应于 2026-11-23 17:30 前办结），不能再暂停或延期',
    })
    expect(codeOf(resumeClock(clock, { at: late }, context))).toBe('clock.running')
    const paused = pause(clock, at('2026-11-17'))
    expect(codeOf(pauseClock(paused, { at: late, reason: 'hearing', toldAt: late }, context))).toBe('clock.paused')
  })

  test('stopping a paused clock counts the pause up to then, so that it is not late', () => {
    const clock = must(stopClock(pause(start(at('2026-11-16')), at('2026-11-17')), { at: at('2026-12-17') }, context))
    expect(light(clock, at('2026-12-18'))).toBe('grey')
  })
})

describe('the statutory cap', () => {
  const cap = { amount: 6, extension: 5, citation: '示例' }

  test('moves with pauses that the law lists and not with others', () => {
    const clock = start(at('2026-11-16'), { cap })
    expect(wall(clock.capAt ?? '')).toBe('2026-11-24 17:30')
    const hearing = resume(pause(clock, at('2026-11-17')), at('2026-11-20'))
    expect([wall(hearing.dueAt), wall(hearing.capAt ?? '')]).toEqual(['2026-11-26 17:30', '2026-11-27 17:30'])
    const waiting = resume(pause(clock, at('2026-11-17'), 'applicant'), at('2026-11-20'))
    expect([wall(waiting.dueAt), wall(waiting.capAt ?? '')]).toEqual(['2026-11-24 17:30', '2026-11-24 17:30'])
  })

  test('grows by the extension that the law allows, once it is granted', () => {
    const clock = start(at('2026-11-16'), { cap })
    const extended = must(
      extendClock(clock, { at: at('2026-11-17'), by: 'a', approver: 'b', reason: 'r', amount: 2, toldAt: at('2026-11-17') }, context),
    )
    expect([wall(extended.dueAt), wall(extended.capAt ?? '')]).toEqual(['2026-11-25 17:30', '2026-12-01 17:30'])
  })

  test('cannot be exceeded by a promise', () => {
    const define = (over: Partial<ServicePromiseInput>): string =>
      codeOf(definePromise({ code: 'c', unit: 'workingDays', amount: 5, cap, ...over }))
    expect(define({ amount: 6 })).toBe('ok')
    expect(define({ amount: 7 })).toBe('promise.over_cap')
    expect(define({ extension: { amount: 5 } })).toBe('ok')
    expect(define({ extension: { amount: 6 } })).toBe('promise.extension_over_cap')
    expect(define({ cap: { amount: 6, citation: '' }, extension: { amount: 1 } })).toBe('promise.extension_over_cap')
  })
})

describe('extending', () => {
  const told = at('2026-11-18', '09:00')
  const step = { at: at('2026-11-18'), by: 'clerk', approver: 'head', reason: '现场核查', amount: 3, toldAt: told }

  test('adds its days, and the history says who, why, from and to', () => {
    const clock = must(extendClock(start(at('2026-11-16')), step, context))
    expect(wall(clock.dueAt)).toBe('2026-11-26 17:30')
    expect(clock.history.at(-1)).toMatchObject({
      kind: 'extended',
      by: 'clerk',
      reason: '现场核查',
      dueBefore: at('2026-11-23', '17:30'),
      dueAfter: clock.dueAt,
    })
    expect(clock.extension).toMatchObject({ approver: 'head', amount: 3 })
  })

  test.each([
    ['clock.extension_too_long', { amount: 6 }],
    ['clock.extension_too_long', { amount: 0 }],
    ['clock.extension_too_long', { amount: 1.5 }],
    ['clock.extension_approver', { approver: '' }],
    ['clock.extension_approver', { approver: 'clerk' }],
    ['clock.extension_reason', { reason: ' ' }],
    ['clock.untold', { toldAt: at('2026-11-18', '11:00') }],
    ['clock.untold', { toldAt: 'soon' }],
    ['clock.overdue', { at: at('2026-11-23', '17:31') }],
    ['clock.back_dated', { at: at('2026-11-15') }],
  ])('is refused as %s with %j', (code, over) => {
    expect(codeOf(extendClock(start(at('2026-11-16')), { ...step, ...over }, context))).toBe(code)
  })

  test('works at the due moment itself, once, and not on a clock that has none or stands still', () => {
    const clock = start(at('2026-11-16'))
    const once = must(extendClock(clock, { ...step, at: clock.dueAt }, context))
    expect(codeOf(extendClock(once, { ...step, at: clock.dueAt }, context))).toBe('clock.extension_twice')
    expect(codeOf(extendClock(start(at('2026-11-16'), { extension: undefined }), step, context))).toBe('clock.extension_none')
    expect(codeOf(extendClock(pause(clock, at('2026-11-17')), step, context))).toBe('clock.paused')
  })
})

describe('a supplement', () => {
  test('starts the time anew from the day after it, and drops earlier pauses', () => {
    const clock = must(supplementClock(pause(start(at('2026-11-16')), at('2026-11-17')), { at: at('2026-11-30') }, context))
    expect(wall(clock.dueAt)).toBe('2026-12-07 17:30')
    expect(clock.state).toBe('running')
    expect(clock.history.map(({ kind }) => kind)).toEqual(['started', 'paused', 'supplemented'])
  })

  test('is refused where the promise does not restart', () => {
    expect(codeOf(supplementClock(start(at('2026-11-16'), { supplementRestarts: false }), { at: at('2026-11-17') }, context))).toBe(
      'clock.supplement',
    )
  })

  test('does not give a second extension', () => {
    const told = at('2026-11-17')
    const extended = must(
      extendClock(start(at('2026-11-16')), { at: told, by: 'a', approver: 'b', reason: 'r', amount: 1, toldAt: told }, context),
    )
    const again = must(supplementClock(extended, { at: at('2026-11-18') }, context))
    expect(
      codeOf(extendClock(again, { at: at('2026-11-19'), by: 'a', approver: 'b', reason: 'r', amount: 1, toldAt: told }, context)),
    ).toBe('clock.extension_twice')
  })
})

describe('a stopped clock', () => {
  test('does not change any more, and its history says when it stopped', () => {
    const clock = must(stopClock(start(at('2026-11-16')), { at: at('2026-11-17'), by: 'clerk', reason: 'decided' }, context))
    expect(clock.history.at(-1)).toMatchObject({ kind: 'stopped', by: 'clerk', reason: 'decided' })
    for (const again of [stopClock, resumeClock, supplementClock])
      expect(codeOf(again(clock, { at: at('2026-11-18') }, context))).toBe('clock.stopped')
  })

  test('nothing is back-dated', () => {
    const clock = pause(start(at('2026-11-16')), at('2026-11-18'))
    expect(codeOf(resumeClock(clock, { at: at('2026-11-17') }, context))).toBe('clock.back_dated')
    expect(codeOf(stopClock(clock, { at: at('2026-11-17') }, context))).toBe('clock.back_dated')
  })
})

describe("when a year's notice is entered", () => {
  const informed = { calendar: must(withNotice(national, notice2027)) }
  const step = { at: at('2026-12-01'), by: 'admin', reason: '2027 年放假通知' }

  test('a provisional clock becomes certain, and the history says why it moved', () => {
    const clock = start(at('2026-11-30'), { amount: 55 })
    expect([wall(clock.dueAt), clock.provisional, clock.unknownYears]).toEqual(['2027-02-15 17:30', true, [2027]])
    const { clock: after, changed } = must(recomputeClock(clock, step, informed))
    expect([wall(after.dueAt), after.provisional, changed]).toEqual(['2027-02-19 17:30', false, true])
    expect(after.history.at(-1)).toEqual({
      kind: 'recalculated',
      at: step.at,
      by: 'admin',
      reason: '2027 年放假通知',
      dueBefore: clock.dueAt,
      dueAfter: after.dueAt,
    })
    expect(after.promise).toEqual(clock.promise)
  })

  test('a clock that does not depend on it is left as it is', () => {
    const clock = start(at('2026-11-16'))
    expect(must(recomputeClock(clock, { ...step, at: at('2026-11-17') }, informed))).toEqual({ clock, changed: false })
  })

  test('a stopped clock stays as it is', () => {
    const clock = must(stopClock(start(at('2026-11-16'), { amount: 40 }), { at: at('2026-11-17') }, context))
    expect(must(recomputeClock(clock, step, informed))).toEqual({ clock, changed: false })
  })

  test('a clock that was in time is not made overdue by it', () => {
    const clock = start(at('2026-12-18'), { amount: 6 })
    expect(wall(clock.dueAt)).toBe('2026-12-28 17:30')
    const after = must(recomputeClock(clock, { ...step, at: at('2026-12-27') }, informed)).clock
    expect([wall(after.dueAt), after.provisional]).toEqual(['2026-12-28 17:30', false])
    const exactly = must(recomputeClock(clock, { ...step, at: at('2026-12-26', '17:30') }, informed)).clock
    expect(wall(exactly.dueAt)).toBe('2026-12-26 17:30')
    const before = must(recomputeClock(clock, { ...step, at: at('2026-12-20') }, informed)).clock
    expect(wall(before.dueAt)).toBe('2026-12-26 17:30')
  })

  test('at the very moment at which it was due, it stays due then', () => {
    const clock = start(at('2026-12-18'), { amount: 6 })
    const after = must(recomputeClock(clock, { ...step, at: clock.dueAt }, informed)).clock
    expect(after.dueAt).toBe(clock.dueAt)
  })

  test('the cap moves with it', () => {
    const clock = start(at('2026-11-30'), { amount: 55, extension: undefined, cap: { amount: 55, citation: '示例' } })
    const after = must(recomputeClock(clock, step, informed)).clock
    expect([wall(clock.capAt ?? ''), wall(after.capAt ?? '')]).toEqual(['2027-02-15 17:30', '2027-02-19 17:30'])
  })

  test('nothing is recomputed into the past', () => {
    const clock = pause(start(at('2026-12-18')), at('2026-12-21'))
    expect(codeOf(recomputeClock(clock, { ...step, at: at('2026-12-20') }, informed))).toBe('clock.back_dated')
  })
})

describe('laws of every clock', () => {
  const moments = fc
    .tuple(fc.integer({ min: 0, max: 2500 }), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minute]) => instantAt(addDays('2020-01-01', day), minute))
  const inputs = fc.record({
    unit: fc.constantFrom('workingDays', 'calendarDays', 'hours', 'workingHours') as fc.Arbitrary<ServicePromise['unit']>,
    amount: fc.integer({ min: 1, max: 40 }),
    start: fc.constantFrom('day-after', 'at-once') as fc.Arbitrary<ServicePromise['start']>,
    opening: fc.constantFrom(opening, { workingDay: [{ from: '00:00', to: '24:00' }], restDay: [{ from: '10:00', to: '12:00' }] }),
    rollsToWorkingDay: fc.boolean(),
  })
  const gaps = fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 2, maxLength: 6 })
  const afterMinutes = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

  test('no clock is due before it starts', () => {
    fc.assert(
      fc.property(moments, inputs, (moment, input) => {
        expect(start(moment, input).dueAt >= moment).toBe(true)
      }),
    )
  })

  test('more time is never due earlier, and a later receipt never either', () => {
    fc.assert(
      fc.property(moments, inputs, fc.integer({ min: 0, max: 3000 }), (moment, input, minutes) => {
        const due = start(moment, input).dueAt
        expect(start(moment, { ...input, amount: input.amount + 1 }).dueAt >= due).toBe(true)
        expect(start(afterMinutes(moment, minutes), input).dueAt >= due).toBe(true)
      }),
    )
  })

  test('standing still never makes it due earlier, nor due before it runs again, however often', () => {
    fc.assert(
      fc.property(moments, inputs, gaps, (moment, input, minutes) => {
        let clock = start(moment, input)
        let now = moment
        for (const gap of minutes) {
          const before = clock.dueAt
          now = afterMinutes(now, gap)
          const next =
            clock.state === 'running'
              ? pauseClock(clock, { at: now, reason: 'hearing', toldAt: now }, context)
              : resumeClock(clock, { at: now }, context)
          if (!next.ok) return
          clock = next.value
          expect(clock.dueAt >= before).toBe(true)
          if (clock.state === 'running') expect(clock.dueAt >= now).toBe(true)
        }
      }),
    )
  })

  test('what is used never shrinks while it runs, and is all used at the end of the due day', () => {
    fc.assert(
      fc.property(moments, inputs, fc.integer({ min: 0, max: 3000 }), (moment, input, minutes) => {
        const clock = start(moment, { ...input, rollsToWorkingDay: false })
        const later = afterMinutes(moment, minutes)
        const used = (now: string): number => must(readClock(clock, now, context)).used
        expect(used(afterMinutes(later, 60))).toBeGreaterThanOrEqual(used(later))
        expect(used(afterMinutes(clock.dueAt, -1 / 60))).toBeGreaterThan(input.amount - 1.001)
        expect(used(clock.dueAt)).toBeGreaterThanOrEqual(input.amount)
      }),
    )
  })

  test('a clock is amber before it is red', () => {
    fc.assert(
      fc.property(moments, inputs, (moment, input) => {
        const clock = start(moment, input)
        expect(must(readClock(clock, moment, context)).dueSoonAt <= clock.dueAt).toBe(true)
      }),
    )
  })

  test('days end at closing time of a working day', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (moment, amount) => {
        const { dueAt } = start(moment, { amount })
        expect(wall(dueAt).slice(11)).toBe('17:30')
        expect(national.table(Number(dueAt.slice(0, 4))).workingDays).toContain(dayOf(dueAt))
      }),
    )
  })
})
