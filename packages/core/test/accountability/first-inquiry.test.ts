import { describe, expect, test } from 'vitest'
import {
  answerHandOver,
  closeInquiry,
  offerHandOver,
  openInquiry,
  takeBackHandOver,
  type FirstInquiry,
  type InquiryDisposition,
} from '../../src/accountability/index.ts'
import { codeOf, must } from '../calendar/calendar.ts'

const at = '2026-11-22T01:00:00.000Z'
const opened = openInquiry('window-3', at)
const offer = (inquiry: FirstInquiry, to: string, by = inquiry.owner) => offerHandOver(inquiry, { by, to, at })
const answer = (inquiry: FirstInquiry, by: string, answered: 'accepted' | 'refused', reason?: string) =>
  answerHandOver(inquiry, { by, answer: answered, at, ...(reason === undefined ? {} : { reason }) })
const close = (inquiry: FirstInquiry, disposition: InquiryDisposition = { kind: 'self' }, by = inquiry.owner) =>
  closeInquiry(inquiry, { by, at, disposition })

describe('first inquiry', () => {
  test('a hand-over that nobody answered is taken back by its owner alone, and may then go to somebody else', () => {
    const waiting = must(offer(opened, 'window-5'))
    expect(codeOf(takeBackHandOver(waiting, { by: 'window-5', at }))).toBe('inquiry.not_owner')
    const back = must(takeBackHandOver(waiting, { by: 'window-3', at, reason: '逾期未接收' }))
    expect([back.state, back.owner, back.handOvers[0]?.answer]).toEqual(['owned', 'window-3', 'withdrawn'])
    expect(codeOf(takeBackHandOver(back, { by: 'window-3', at }))).toBe('inquiry.not_offered')
    expect(codeOf(answer(back, 'window-5', 'accepted'))).toBe('inquiry.not_offered')
    expect(must(offer(back, 'window-5')).state).toBe('handed')
    expect(codeOf(takeBackHandOver(must(close(back)), { by: 'window-3', at }))).toBe('inquiry.closed')
  })

  test('the elder at window 3: window 5 refuses, it stays with window 3, window 6 accepts', () => {
    const toFive = must(offer(opened, 'window-5'))
    const back = must(answer(toFive, 'window-5', 'refused', '不归我办'))
    expect([back.state, back.owner]).toEqual(['owned', 'window-3'])
    const toSix = must(answer(must(offer(back, 'window-6')), 'window-6', 'accepted'))
    expect([toSix.state, toSix.owner, toSix.firstPerson]).toEqual(['owned', 'window-6', 'window-3'])
    expect(toSix.handOvers.map(({ to, answer: given }) => [to, given])).toEqual([
      ['window-5', 'refused'],
      ['window-6', 'accepted'],
    ])
    expect(must(close(toSix, { kind: 'handed' })).state).toBe('closed')
  })

  test('is not closed while a hand-over waits (K1), nor offered to a second at the same time', () => {
    const waiting = must(offer(opened, 'window-5'))
    expect(codeOf(close(waiting))).toBe('inquiry.waiting')
    expect(codeOf(offer(waiting, 'window-6'))).toBe('inquiry.waiting')
    expect(waiting.owner).toBe('window-3')
  })

  test('only the owner closes or hands over, only the receiver answers', () => {
    expect(codeOf(close(opened, { kind: 'self' }, 'window-9'))).toBe('inquiry.not_owner')
    expect(codeOf(offer(opened, 'window-5', 'window-9'))).toBe('inquiry.not_owner')
    expect(codeOf(answer(must(offer(opened, 'window-5')), 'window-6', 'accepted'))).toBe('inquiry.not_receiver')
  })

  test('does not go to and fro', () => {
    const back = must(answer(must(offer(opened, 'window-5')), 'window-5', 'refused', '不归我办'))
    expect(codeOf(offer(back, 'window-5'))).toBe('inquiry.refused_before')
    expect(codeOf(offer(opened, 'window-3'))).toBe('inquiry.to_self')
  })

  test('a refusal needs a reason, an answer an offer', () => {
    expect(codeOf(answer(must(offer(opened, 'window-5')), 'window-5', 'refused', '  '))).toBe('inquiry.refusal_reason')
    expect(codeOf(answer(opened, 'window-5', 'accepted'))).toBe('inquiry.not_offered')
  })

  test.each<[string, InquiryDisposition]>([
    ['ok', { kind: 'self' }],
    ['inquiry.handed_nowhere', { kind: 'handed' }],
    ['ok', { kind: 'explained', unit: '区医保局', contact: '0370-3012345' }],
    ['inquiry.contact', { kind: 'explained', unit: '区医保局', contact: '' }],
    ['inquiry.contact', { kind: 'explained', unit: ' ', contact: '0370-3012345' }],
    ['ok', { kind: 'urgent', reportedTo: '值班领导', reportedAt: at }],
    ['inquiry.report', { kind: 'urgent', reportedTo: '', reportedAt: at }],
    ['inquiry.report', { kind: 'urgent', reportedTo: '值班领导', reportedAt: '2026-11-23T01:00:00.000Z' }],
  ])('%s when closed as %j', (code, disposition) => {
    expect(codeOf(close(opened, disposition))).toBe(code)
  })

  test('is closed once', () => {
    const closed = must(close(opened))
    expect(codeOf(close(closed))).toBe('inquiry.closed')
    expect(codeOf(offer(closed, 'window-5'))).toBe('inquiry.closed')
    expect(codeOf(answer(closed, 'window-5', 'accepted'))).toBe('inquiry.closed')
  })
})
