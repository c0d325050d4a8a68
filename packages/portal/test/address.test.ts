import { publicAddress } from '@linli/kit'
import { expect, test } from 'vitest'
import { actionAddress } from '../src/session.tsx'
import { streetInAddress } from '../src/street-in-address.ts'

test('a printed address carries its street through the page to every call', () => {
  const address = new URL(publicAddress({ origin: 'http://127.0.0.1:3000', street: '411402009', page: 'counter/rate/K7QX' }))
  expect([address.pathname, address.hash]).toEqual(['/m/', '#/counter/rate/K7QX'])
  expect(actionAddress('counter.rating-page', streetInAddress(address.search))).toBe('/api/counter/actions/rating-page?street=411402009')
})

test.each(['', '?street=', '?street=4114', '?street=41140200x', '?other=411402004'])('%j names no street', (search) => {
  expect(streetInAddress(search)).toBeUndefined()
  expect(actionAddress('counter.guide', streetInAddress(search))).toBe('/api/counter/actions/guide')
})
