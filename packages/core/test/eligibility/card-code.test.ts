import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardCodeDigits, cardCodeStep, makeCardToken, parseCardToken, verifyCardCode, type CardMac } from '../../src/eligibility/index.ts'

const macOf =
  (secret: string, hash = 'sha1'): CardMac =>
  (message) =>
    createHmac(hash, secret).update(message).digest()
const rfc = macOf('12345678901234567890')
const at = (seconds: number): string => new Date(seconds * 1000).toISOString()

describe('the rotating card code', () => {
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, step) => [step, code] as const,
    ),
  )('step %i of the RFC 4226 secret is %s', (step, code) => {
    expect(cardCodeDigits(step, rfc)).toBe(code)
  })

  it('agrees with RFC 6238 at 1111111109 s', () => {
    expect(cardCodeDigits(cardCodeStep(at(1_111_111_109)), rfc)).toBe('081804')
  })

  it('is accepted while it is younger than 60 seconds at most, and never 60 seconds after it was made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), fc.integer({ min: 0, max: 29 }), (made, wait) => {
        const token = parseCardToken(makeCardToken('C-17', at(made), rfc))
        const code = token.ok ? token.value.code : ''
        expect(token.ok && token.value.cardNo).toBe('C-17')
        expect(verifyCardCode({ code, at: at(made + wait), mac: rfc }).ok).toBe(true)
      }),
    )
    const code = cardCodeDigits(cardCodeStep(at(1_800_000_000)), rfc)
    expect(verifyCardCode({ code, at: at(1_800_000_059), mac: rfc }).ok).toBe(true)
    expect(verifyCardCode({ code, at: at(1_800_000_060), mac: rfc })).toMatchObject({ refusal: { code: 'card.code_expired' } })
  })

  it('works once: a second scan of the same code is refused, the next code is accepted', () => {
    const first = verifyCardCode({ code: cardCodeDigits(100, rfc), at: at(3010), mac: rfc })
    const lastStep = first.ok ? first.value : -1
    expect(lastStep).toBe(100)
    expect(verifyCardCode({ code: cardCodeDigits(100, rfc), at: at(3020), mac: rfc, lastStep })).toMatchObject({
      refusal: { code: 'card.code_used' },
    })
    expect(verifyCardCode({ code: cardCodeDigits(101, rfc), at: at(3031), mac: rfc, lastStep })).toMatchObject({ ok: true, value: 101 })
  })

  it('an older code is refused once a newer one was used', () => {
    expect(verifyCardCode({ code: cardCodeDigits(100, rfc), at: at(3031), mac: rfc, lastStep: 101 }).ok).toBe(false)
  })

  it("another card's secret does not open it, and SHA-256 works as well", () => {
    expect(verifyCardCode({ code: cardCodeDigits(100, rfc), at: at(3010), mac: macOf('another') }).ok).toBe(false)
    expect(verifyCardCode({ code: cardCodeDigits(100, macOf('s', 'sha256')), at: at(3010), mac: macOf('s', 'sha256') }).ok).toBe(true)
  })

  it.each(['', 'LL', 'LL1.12345', 'LL1.1234567', '411402000000000000', 'LL张三.123456', 'http://x/LL1.123456'])(
    '%j is no card token',
    (text) => {
      expect(parseCardToken(text)).toMatchObject({ ok: false, refusal: { code: 'card.code_format' } })
    },
  )
})
