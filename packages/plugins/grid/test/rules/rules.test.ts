import { createWorkCalendar } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import { expect, test } from 'vitest'
import {
  dueVisits,
  isOnShift,
  isTrackOld,
  lengthOf,
  LEVEL_PROMISES,
  likelyRepeats,
  momentsOf,
  type Question,
  refuseAnswers,
  refusePublication,
  reusedQuestions,
  trackWithin,
} from '../../src/index.ts'

import { sentPatrols } from '../../src/portal/officer/sent-patrols.ts'
import { areaOf } from '../../src/rules/area.ts'
import { asksFacts } from '../../src/rules/form-fields.ts'
import { isInOffice } from '../../src/rules/in-office.ts'
import { cutText } from '../../src/rules/phone-lists.ts'
import { publicPlace } from '../../src/server/open311/public-place.ts'
import { isOnSite } from '../../src/server/rules/on-site.ts'

const made = createWorkCalendar(nationalNotices)
const calendar = made.ok ? made.value : undefined

test('promises follow the level, over a holiday too', () => {
  if (!calendar) throw new Error('no calendar')
  const from = '2026-09-30T02:00:00.000Z'
  expect(momentsOf(LEVEL_PROMISES.params.urgent, from, calendar)).toEqual({
    respondDue: '2026-09-30T02:30:00.000Z',
    finishDue: '2026-10-01T02:00:00.000Z',
  })
  // 1–7 October are off and Saturday the 10th is worked.
  expect(momentsOf(LEVEL_PROMISES.params.major, from, calendar).finishDue?.slice(0, 10)).toBe('2026-10-10')
})

const lamp = {
  type: 'facility',
  at: '2026-11-22T01:00:00.000Z',
  spot: { lat: 34.4, lng: 115.6 },
  unitId: null,
  place: '北门 路灯',
} as const

test('a repeat is near in place and time and of the same type; the nearest comes first', () => {
  const known = [
    { ...lamp, id: 'far', spot: { lat: 34.4002, lng: 115.6 } },
    { ...lamp, id: 'near', spot: { lat: 34.40005, lng: 115.6 } },
    { ...lamp, id: 'same' },
    { ...lamp, id: 'old', at: '2026-11-18T01:00:00.000Z' },
    { ...lamp, id: 'other', type: 'hazard' as const },
    { ...lamp, id: 'written', spot: null, place: '北门路灯' },
  ]
  expect(likelyRepeats(lamp, known, { metres: 10, days: 3 }).map(({ id }) => id)).toEqual(['same', 'written', 'near'])
  expect(likelyRepeats({ ...lamp, spot: null, place: null }, known, { metres: 10, days: 3 })).toEqual([])
})

const question = (more: Partial<Question> = {}): Question => ({
  key: 'phone',
  title: '电话',
  kind: 'phone',
  required: false,
  consumers: ['registry.people-ledger'],
  ...more,
})
const reports = new Set(['registry.people-ledger'])

test('a form with a question that nobody uses is not published', () => {
  const codes = (questions: readonly Question[]): string[] => refusePublication('person', questions, reports).map(({ code }) => code)
  expect(codes([question({ writes: 'phone' })])).toEqual([])
  expect(codes([])).toEqual(['form.empty'])
  expect(codes([question({ consumers: [] })])).toEqual(['form.no_consumer'])
  expect(codes([question({ consumers: ['registry.gone'] })])).toEqual(['form.unknown_consumer'])
  expect(codes([question({ consumers: ['other:民政高龄津贴台账'] })])).toEqual([])
  expect(codes([question(), question()])).toEqual(['form.key_twice'])
  expect(codes([question({ kind: 'choice', options: ['有', '有'] })])).toEqual(['form.no_options'])
  expect(codes([question({ writes: 'income' })])).toEqual(['form.unknown_fact'])
})

test('answers are asked for and fit their questions', () => {
  const questions = [question({ required: true }), question({ key: 'cooks', title: '能做饭', kind: 'yesNo' })]
  const codes = (answers: Parameters<typeof refuseAnswers>[1]): string[] => refuseAnswers(questions, answers).map(({ code }) => code)
  expect(codes({ phone: '13800001111', cooks: false })).toEqual([])
  expect(codes({})).toEqual(['answers.missing'])
  expect(codes({ phone: 'x' })).toEqual(['answers.wrong'])
  expect(codes({ phone: '13800001111', cooks: '是' })).toEqual(['answers.wrong'])
  expect(codes({ phone: '13800001111', pet: true })).toEqual(['answers.unknown'])
  expect(reusedQuestions([question({ consumers: ['a', 'b'] }), question({ consumers: ['a', 'a'] })])).toEqual({ reused: 1, of: 2 })
})

test('visits fall due from the last one, and late ones today', () => {
  const people = [
    { personId: 'soon', since: '2026-11-16' },
    { personId: 'late', since: '2026-10-01' },
    { personId: 'later', since: '2026-11-22' },
  ]
  expect(dueVisits(people, 7, '2026-11-22', 3)).toEqual([
    { personId: 'soon', dueOn: '2026-11-23' },
    { personId: 'late', dueOn: '2026-11-22' },
  ])
})

test('a track is kept within the shift, in order, each moment once, and not for ever', () => {
  const shift = { days: ['1', '2', '3', '4', '5'], from: '08:00', to: '18:00' }
  const at = (time: string) => ({ at: time, lat: 34.4, lng: 115.6 })
  const points = [
    at('2026-11-23T03:00:00.000Z'),
    at('2026-11-23T01:00:00.000Z'),
    at('2026-11-23T03:00:00.000Z'),
    at('2026-11-23T13:00:00.000Z'),
    at('2026-11-22T03:00:00.000Z'),
  ]
  expect(trackWithin(points, shift).map((point) => point.at)).toEqual(['2026-11-23T01:00:00.000Z', '2026-11-23T03:00:00.000Z'])
  expect(lengthOf([at('2026-11-23T01:00:00.000Z'), { ...at('2026-11-23T01:05:00.000Z'), lat: 34.409 }])).toBe(1001)
  // A night shift that began on Friday still runs on Saturday morning.
  expect(isOnShift({ days: ['5'], from: '20:00', to: '06:00' }, '2026-11-20T21:00:00.000Z')).toBe(true)
  expect(isOnShift({ days: ['5'], from: '20:00', to: '06:00' }, '2026-11-21T21:00:00.000Z')).toBe(false)
  expect([
    isTrackOld('2026-08-24T02:00:00.000Z', '2026-11-22T02:00:00.000Z', 90),
    isTrackOld('2026-08-23T02:00:00.000Z', '2026-11-22T02:00:00.000Z', 90),
  ]).toEqual([false, true])
})

test('a place is told to everybody as far as the building', () => {
  expect(
    ['前程花园3号楼2单元501室门口', '前程花园3号楼2单元501', '5栋1203户漏水', '前程路 12 号', '北门 20 米处', '3号楼2单元楼道'].map(
      publicPlace,
    ),
  ).toEqual(['前程花园3号楼2单元门口', '前程花园3号楼2单元', '5栋漏水', '前程路 12 号', '北门 20 米处', '3号楼2单元楼道'])
})

test('a patrol begun and points reached without network are known from the drafts; what was refused is not', () => {
  const draft = (action: string, input: object, fault: string | null = null) => ({ action, input: { ...input }, fault })
  const { started, finished, reached } = sentPatrols([
    draft('grid.walk', { patrolId: 'a', does: 'start', at: '2026-11-23T01:00:00.000Z' }),
    draft('grid.walk', { patrolId: 'b', does: 'finish', at: '2026-11-23T02:00:00.000Z' }),
    draft('grid.reach-point', { pointId: 'p' }),
    draft('grid.reach-point', { pointId: 'q' }, '不在当班时间'),
    draft('grid.submit', { pointId: 'r' }),
  ])
  expect([[...started], [...finished], [...reached]]).toEqual([[['a', '2026-11-23T01:00:00.000Z']], ['b'], ['p']])
})

test('what a phone says of where it is puts it in the cell, beside it, or elsewhere; without a place nothing does', () => {
  const cell = areaOf([
    [115.6, 34.4],
    [115.605, 34.4],
    [115.605, 34.405],
    [115.6, 34.405],
  ])
  const at = (lat: number, lng: number): boolean => isOnSite({ lat, lng }, cell)
  // Inside; some 180 metres east of a side and far from each corner; some 280 metres; some 150 metres off the corner.
  expect([at(34.4021, 115.6021), at(34.4025, 115.607), at(34.4025, 115.608), at(34.3991, 115.5989)]).toEqual([true, true, false, true])
  expect(at(34.4421, 115.6421)).toBe(false)
  expect([isOnSite(null, cell), isOnSite(null, null), isOnSite({ lat: 34.4421, lng: 115.6421 }, null)]).toEqual([false, false, true])
})

test('a form that asks what the registry knows compares the record; one that only adds to it does not', () => {
  const known = question({ writes: 'phone' })
  expect([
    asksFacts('person', [known], { phone: '13800001111' }),
    asksFacts('person', [known], { phone: '' }),
    asksFacts('person', [question()], { phone: '13800001111' }),
    asksFacts('home', [known], { phone: '13800001111' }),
  ]).toEqual([true, false, false, false])
})

test('somebody is in office from the first day to the last; an open end has not come', () => {
  const days = (from: string | null, to: string | null): boolean[] =>
    ['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'].map((day) => isInOffice({ from, to }, day))
  expect(days('2026-11-23', '2026-11-30')).toEqual([false, true, true, false])
  expect(days(null, null)).toEqual([true, true, true, true])
  expect(days(null, '2026-11-22')).toEqual([true, false, false, false])
})

test('an officer is told what the phone does not hold, and what to do', () => {
  expect(cutText([])).toBe('')
  const told = cutText([
    { what: 'residents', kept: 6000, all: 6500 },
    { what: 'homes', kept: 3000, all: 3100 },
  ])
  expect(told).toMatch(/居民只有 6000（共 6500），房屋只有 3000（共 3100）.*不要当作新的登记.*把网格划小/)
})
