import { PLACES, type Answer, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { applications, offerRating, pad, padRate, pairPad, ratingPage, ratings, windows } from '../src/index.ts'
import { padCode, readPadCode } from '../src/rules/pad.ts'
import { APRIL, at, type Hall, openHall, PHONE } from './hall.ts'

const PAD = 'a-tablet-at-window-three-01'

let hall: Hall
let windowId = ''
beforeAll(async () => {
  hall = await openHall()
  const accountId = await hall.window3.accountId()
  windowId = (await hall.director.create(windows, { name: '3 号窗口', accountId, communityId: PLACES.east })).ok().id
})
afterAll(() => hall.street.close())
beforeEach(() => hall.street.now(APRIL))

type Shown = (typeof pad)['example']
const shown = async (key = PAD): Promise<Shown> => (await hall.street.anonymous.action<Shown>(pad, { key })).ok()
const press = (no: string, grade = 4, key = PAD): Promise<Answer<unknown>> => hall.street.anonymous.action(padRate, { key, no, grade })

async function decided(): Promise<{ readonly id: string; readonly no: string }> {
  const { id, no } = await hall.receive(hall.window3, (await hall.item()).id)
  ;(await hall.window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  return { id, no }
}

it('a code has no sign that is mistaken for another, and is read as people type it', () => {
  const code = padCode('ff00aa5501fe10ef0b7c')
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/)
  expect(readPadCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code)
  expect([readPadCode('12345'), readPadCode('OOOOO-00000')]).toEqual([undefined, undefined])
})

it('a pad is bound to a window by the code that it shows; whoever sits there never holds its key', async () => {
  const { director, window3 } = hall
  const { state, code } = await shown()
  expect(state).toBe('unpaired')
  const { id } = await decided()
  expect((await window3.action(offerRating, {}, id)).code).toBe('pad.none')
  expect((await window3.action(pairPad, { code }, windowId)).status).toBe(403)
  expect((await director.action(pairPad, { code: '123' }, windowId)).code).toBe('pad.code')
  ;(await director.action(pairPad, { code: code.toLowerCase() }, windowId)).ok()
  expect(await shown()).toMatchObject({ state: 'idle', window: '3 号窗口' })
  expect((await shown('another-tablet-of-somebody')).state).toBe('unpaired')
})

it('the client presses once, on the pad where the case stands, and the clerk learns nothing of it', async () => {
  const { window3, window5, director } = hall
  const { id, no } = await decided()
  expect((await press(no)).code).toBe('pad.over')
  expect((await window5.action(offerRating, {}, id)).code).toBe('pad.no_window')
  ;(await window3.action(offerRating, {}, id)).ok()
  expect(await shown()).toEqual({ state: 'ask', code: '', window: '3 号窗口', no, item: '高龄津贴' })
  expect((await press(no, 4, 'another-tablet-of-somebody')).code).toBe('pad.over')
  const answers = await Promise.all([press(no), press(no), press(no, 1)])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await shown()).state).toBe('idle')
  const [rating] = (await director.list<TestRow>(ratings, { filter: { applicationId: id } })).ok()
  expect(rating).toMatchObject({ device: 'counter-pad', isNamed: false, grade: null })
  expect((await window3.action(offerRating, {}, id)).code).toBe('pad.not_yet')
})

it('a case leaves the pad after a while, and what the client’s own phone has is rated there', async () => {
  const { window3, street } = hall
  const { id, no } = await decided()
  ;(await window3.action(offerRating, {}, id)).ok()
  street.now(at('2026-04-30', '10:06'))
  expect((await shown()).state).toBe('idle')
  expect((await press(no)).code).toBe('pad.over')
  ;(await street.anonymous.action(ratingPage, { code: await hall.code(id), key: PHONE })).ok()
  expect((await window3.action(offerRating, {}, id)).code).toBe('pad.phone')
})
