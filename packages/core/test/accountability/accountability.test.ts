import { describe, expect, test } from 'vitest'
import {
  acceptanceOf,
  acceptRating,
  followUpRating,
  issueNotice,
  leftOvernight,
  refuseDeletion,
  refuseEnteredTime,
  refuseMaterial,
  refuseRatingView,
  stepHotlineOrder,
  type HotlineOrder,
} from '../../src/accountability/index.ts'
import { codeOf, must, national } from '../calendar/calendar.ts'

const context = { calendar: national }

describe('one-time notice (K2)', () => {
  const first = {
    missing: [{ material: '户口簿', why: '缺户主页', knowableAtFirst: true }],
    deliveredAt: '2026-11-20T01:00:00.000Z',
    by: 'clerk',
  }

  test('the first one passes, complete or not', () => {
    expect(must(issueNotice([], first)).isBreach).toBe(false)
  })

  test('a second one about what could be seen the first time is refused and names it', () => {
    const second = issueNotice([first], {
      ...first,
      missing: [...first.missing, { material: '照片', why: '规格不符', knowableAtFirst: true }],
    })
    expect(second.ok || second.refusal.zh).toBe('第一次就能发现的问题不能第二次再告知：户口簿、照片')
  })

  test('a second one about new facts passes', () => {
    const fresh = { ...first, missing: [{ material: '证明', why: '补正材料已过期', knowableAtFirst: false }] }
    expect(must(issueNotice([first], fresh)).isBreach).toBe(false)
  })

  test('a supervisor can let it pass, as a breach; the clerk cannot', () => {
    expect(must(issueNotice([first], { ...first, overriddenBy: 'head' })).isBreach).toBe(true)
    expect(codeOf(issueNotice([first], { ...first, overriddenBy: 'clerk' }))).toBe('one_time_notice.self_override')
  })

  test('says what is missing and why', () => {
    expect(codeOf(issueNotice([], { ...first, missing: [] }))).toBe('one_time_notice.nothing_missing')
    expect(codeOf(issueNotice([], { ...first, missing: [{ material: '照片', why: ' ', knowableAtFirst: true }] }))).toBe(
      'one_time_notice.nothing_missing',
    )
  })
})

describe('deemed acceptance (K3)', () => {
  const receivedAt = '2026-04-30T02:00:00.000Z'
  const state = (over: { noticedAt?: string; acceptedAt?: string }, now: string): unknown =>
    must(acceptanceOf({ receivedAt, ...over }, now, context))

  test('comes the day after five working days without a word, back to the day of receipt', () => {
    expect(state({}, '2026-05-11T15:59:00.000Z')).toEqual({ state: 'waiting', noticeBy: '2026-05-11', provisional: false })
    expect(state({}, '2026-05-11T16:00:00.000Z')).toEqual({
      state: 'deemed-accepted',
      noticeBy: '2026-05-11',
      acceptedAt: receivedAt,
      provisional: false,
    })
  })

  test('does not come after a notice in time, and comes in spite of one that was late', () => {
    expect(state({ noticedAt: '2026-05-11T08:00:00.000Z' }, '2026-06-01T00:00:00.000Z')).toMatchObject({ state: 'noticed' })
    expect(state({ noticedAt: '2026-05-12T08:00:00.000Z' }, '2026-06-01T00:00:00.000Z')).toMatchObject({ state: 'deemed-accepted' })
  })

  test('accepted in time, or after the supplement, is accepted then', () => {
    expect(state({ acceptedAt: '2026-05-06T01:00:00.000Z' }, '2026-06-01T00:00:00.000Z')).toMatchObject({
      state: 'accepted',
      acceptedAt: '2026-05-06T01:00:00.000Z',
    })
    const supplemented = { noticedAt: '2026-05-06T01:00:00.000Z', acceptedAt: '2026-05-20T01:00:00.000Z' }
    expect(state(supplemented, '2026-06-01T00:00:00.000Z')).toMatchObject({ state: 'accepted', acceptedAt: '2026-05-20T01:00:00.000Z' })
    expect(state({ acceptedAt: '2026-05-20T01:00:00.000Z' }, '2026-06-01T00:00:00.000Z')).toMatchObject({
      state: 'deemed-accepted',
      acceptedAt: receivedAt,
    })
  })

  test('says when its last day is provisional', () => {
    expect(must(acceptanceOf({ receivedAt: '2027-03-01T02:00:00.000Z' }, '2027-03-01T02:00:00.000Z', context)).provisional).toBe(true)
  })
})

describe('what may be asked, kept and entered', () => {
  test('shared data, own records and certificates off the list are not asked of the applicant (K4)', () => {
    expect(refuseMaterial({ name: '身份证', source: 'share' }, [])?.code).toBe('application.shared_material')
    expect(refuseMaterial({ name: '台账', source: 'own-record' }, [])?.code).toBe('application.shared_material')
    expect(refuseMaterial({ name: '无犯罪证明', source: 'certificate' }, ['收入证明'])?.code).toBe('application.off_list_certificate')
    expect(refuseMaterial({ name: '收入证明', source: 'certificate' }, ['收入证明'])).toBeUndefined()
    expect(refuseMaterial({ name: '照片', source: 'applicant' }, [])).toBeUndefined()
  })

  test('an on-the-spot item is left overnight from midnight in China (K7)', () => {
    const receivedAt = '2026-11-20T08:00:00.000Z'
    expect(leftOvernight({ receivedAt }, '2026-11-20T15:59:59.000Z')).toBe(false)
    expect(leftOvernight({ receivedAt }, '2026-11-20T16:00:00.000Z')).toBe(true)
    expect(leftOvernight({ receivedAt, decidedAt: '2026-11-20T09:00:00.000Z' }, '2026-12-20T16:00:00.000Z')).toBe(false)
    expect(leftOvernight({ receivedAt, decidedAt: '2026-11-21T09:00:00.000Z' }, '2026-11-21T16:00:00.000Z')).toBe(true)
  })

  test('nothing is deleted (K11)', () => {
    expect(refuseDeletion()).toMatchObject({ code: 'application.never_deleted' })
  })

  test('a time that is not the server’s is refused, into the past and into the future (K13)', () => {
    const now = '2026-11-22T01:00:00.000Z'
    expect(refuseEnteredTime('2026-11-22T00:59:00.000Z', now)).toBeUndefined()
    expect(refuseEnteredTime('2026-11-22T00:58:59.000Z', now)?.code).toBe('application.back_dated')
    expect(refuseEnteredTime('2026-11-22T01:01:01.000Z', now)?.code).toBe('application.back_dated')
    expect(refuseEnteredTime('gestern', now)?.code).toBe('application.back_dated')
  })
})

describe('ratings', () => {
  const attempt = { grade: 4, device: 'client', clientActed: true, alreadyRated: false, caseDecided: true } as const

  test.each([
    ['ok', {}],
    ['ok', { device: 'counter-pad' }],
    ['rating.not_client', { device: 'counter-pad', clientActed: false }],
    ['rating.not_client', { device: 'staff' }],
    ['rating.twice', { alreadyRated: true }],
    ['rating.too_early', { caseDecided: false }],
    ['rating.grade', { grade: 0 }],
    ['rating.grade', { grade: 6 }],
    ['rating.grade', { grade: 2.5 }],
  ] as const)('%s with %j (K8)', (code, over) => {
    expect(codeOf(acceptRating({ ...attempt, ...over }))).toBe(code)
  })

  test('the handler sees a rating only when it is frozen (K8)', () => {
    expect(refuseRatingView({ viewer: 'a', handler: 'a', frozen: false })?.code).toBe('rating.handler_before_freeze')
    expect(refuseRatingView({ viewer: 'a', handler: 'a', frozen: true })).toBeUndefined()
    expect(refuseRatingView({ viewer: 'b', handler: 'a', frozen: false })).toBeUndefined()
  })

  test('a bad rating with a name is contacted by the next working day (K9)', () => {
    const rating = { grade: 2, named: true, at: '2026-10-09T02:00:00.000Z' } as const
    const missed = (over: { contactedAt?: string }, now: string): unknown => must(followUpRating({ ...rating, ...over }, now, context))
    expect(missed({}, '2026-10-10T15:00:00.000Z')).toEqual({ contactBy: '2026-10-10', missed: false, provisional: false })
    expect(missed({}, '2026-10-10T16:00:00.000Z')).toMatchObject({ missed: true })
    expect(missed({ contactedAt: '2026-10-10T02:00:00.000Z' }, '2026-11-10T16:00:00.000Z')).toMatchObject({ missed: false })
    expect(missed({ contactedAt: '2026-10-11T02:00:00.000Z' }, '2026-11-10T16:00:00.000Z')).toMatchObject({ missed: true })
  })

  test('better ratings and nameless ones need no contact', () => {
    const at = '2026-10-09T02:00:00.000Z'
    expect(must(followUpRating({ grade: 3, named: true, at }, at, context))).toBeUndefined()
    expect(must(followUpRating({ grade: 1, named: false, at }, at, context))).toBeUndefined()
  })
})

describe('hotline orders (K10)', () => {
  const received: HotlineOrder = { state: 'received', ruled: false, returnCount: 0 }

  test('go from receipt to closing, and back when the caller is not content', () => {
    let order = received
    for (const step of ['accept', 'handle', 'reply', 'revisit', 'reopen', 'handle', 'reply', 'revisit', 'close', 'reopen'] as const) {
      order = must(stepHotlineOrder(order, step))
    }
    expect(order.state).toBe('accepted')
  })

  test('are returned once, with a reason', () => {
    expect(codeOf(stepHotlineOrder(received, 'return'))).toBe('hotline.return_reason')
    const returned = must(stepHotlineOrder(received, 'return', '属于城管局'))
    expect(returned).toEqual({ state: 'returned', ruled: false, returnCount: 1 })
    expect(codeOf(stepHotlineOrder({ ...returned, state: 'received' }, 'return', '再退'))).toBe('hotline.returned_once')
  })

  test('that a ruling assigned are never returned', () => {
    const returned = must(stepHotlineOrder(received, 'return', '属于城管局'))
    const ruled = must(stepHotlineOrder(returned, 'assign-by-ruling'))
    expect(ruled).toEqual({ state: 'received', ruled: true, returnCount: 1 })
    expect(codeOf(stepHotlineOrder({ ...ruled, returnCount: 0 }, 'return', '再退'))).toBe('hotline.ruled')
    expect(codeOf(stepHotlineOrder(must(stepHotlineOrder(ruled, 'accept')), 'return', '再退'))).toBe('hotline.ruled')
  })

  test('do not jump', () => {
    expect(codeOf(stepHotlineOrder(received, 'close'))).toBe('hotline.not_from_here')
    expect(codeOf(stepHotlineOrder({ ...received, state: 'closed' }, 'return', 'r'))).toBe('hotline.not_from_here')
  })
})
