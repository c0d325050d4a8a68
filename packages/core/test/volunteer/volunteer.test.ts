import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addHours,
  certifiableMinutes,
  checkServiceKind,
  checkSignUp,
  overlappingShifts,
  serviceText,
  serviceTime,
  volunteerMinutes,
  type HoursEntry,
  type Shift,
  type VolunteerFacts,
} from '../../src/volunteer/index.ts'

const base = Date.parse('2026-11-22T00:00:00.000Z')
const at = (minutes: number): string => new Date(base + minutes * 60_000).toISOString()
const shift = { startsAt: at(60), endsAt: at(180) }

describe('counted service', () => {
  it.each<[string, number, number | undefined, number, boolean]>([
    ['the whole shift', 60, 180, 120, false],
    ['came early', 30, 180, 120, false],
    ['came late, left early', 70, 100, 30, false],
    ['forgot to leave and checked out in the evening', 60, 600, 120, true],
    ['came and went before it began', 10, 50, 0, false],
    ['never checked out', 60, undefined, 0, false],
  ])('%s', (_, came, went, minutes, capped) => {
    expect(serviceTime(shift, { inAt: at(came), ...(went === undefined ? {} : { outAt: at(went) }) })).toMatchObject({
      ok: true,
      value: { minutes, capped },
    })
  })

  it('an open check-in counts nothing and says so', () => {
    expect(serviceTime(shift, { inAt: at(60) })).toMatchObject({ value: { state: 'open', zh: '未签退，暂不计时长' } })
  })

  it('grace and breaks are declared', () => {
    expect(serviceTime(shift, { inAt: at(60), outAt: at(300) }, 15)).toMatchObject({ value: { minutes: 135, capped: true } })
    expect(serviceTime(shift, { inAt: at(60), outAt: at(180), breakMinutes: 30 })).toMatchObject({
      value: { minutes: 90, zh: '1 小时 30 分钟' },
    })
    expect(serviceTime(shift, { inAt: at(60), outAt: at(70), breakMinutes: 30 })).toMatchObject({ value: { minutes: 0 } })
  })

  it.each([
    [{ inAt: at(100), outAt: at(99) }, 'volunteer.out_before_in'],
    [{ inAt: at(180), outAt: at(200) }, 'volunteer.in_after_shift'],
    [{ inAt: '昨天' }, 'volunteer.time_invalid'],
    [{ inAt: at(60), breakMinutes: -5 }, 'volunteer.break_invalid'],
  ])('%j is refused with %s', (attendance, code) => {
    expect(serviceTime(shift, attendance)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('a shift that ends before it begins is refused', () => {
    expect(serviceTime({ startsAt: at(10), endsAt: at(10) }, { inAt: at(10) })).toMatchObject({
      refusal: { code: 'volunteer.shift_reversed' },
    })
  })

  it('never exceeds the shift plus its grace, nor the time that was attended', () => {
    const minute = fc.integer({ min: 0, max: 2000 })
    fc.assert(
      fc.property(
        minute,
        fc.integer({ min: 1, max: 600 }),
        minute,
        fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
        fc.integer({ min: 0, max: 60 }),
        (start, length, came, stay, grace) => {
          const result = serviceTime(
            { startsAt: at(start), endsAt: at(start + length) },
            { inAt: at(came), ...(stay === undefined ? {} : { outAt: at(came + stay) }) },
            grace,
          )
          if (!result.ok) return
          expect(result.value.minutes).toBeGreaterThanOrEqual(0)
          expect(result.value.minutes).toBeLessThanOrEqual(Math.min(length + grace, stay ?? 0))
        },
      ),
    )
  })

  it('travel, rest, training and paid work do not count', () => {
    expect(['service', 'travel', 'rest', 'training', 'paid', 'toString'].map((kind) => checkServiceKind(kind) === undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect([serviceText(0), serviceText(59), serviceText(60), serviceText(-90)]).toEqual(['0 分钟', '59 分钟', '1 小时', '−1 小时 30 分钟'])
  })
})

describe('signing up', () => {
  const open: Shift = { id: 's', ...shift, slots: 2, taken: 1 }
  const adult: VolunteerFacts = { birth: '1990-01-01', registered: true }
  it.each<[string, Partial<Shift>, Partial<VolunteerFacts>, string, readonly string[]]>([
    ['an adult', {}, {}, '', []],
    ['no place left', { taken: 2 }, {}, '', ['volunteer.shift_full']],
    ['not registered', {}, { registered: false }, '', ['volunteer.not_registered']],
    ['17 without a guardian', {}, { birth: '2008-11-23' }, '', ['volunteer.guardian_consent']],
    ['18 on the day of the shift', {}, { birth: '2008-11-22' }, '', []],
    ['17 with one', {}, { birth: '2010-01-01', guardianConsent: true }, '', []],
    ['too young for it', { minAge: 40 }, {}, '', ['volunteer.too_young']],
    ['dangerous, nothing done', { dangerous: true }, {}, '', ['volunteer.not_insured', 'volunteer.not_briefed']],
    ['the insurance ended yesterday', { dangerous: true }, { insuredTo: '2026-11-21', briefedAt: at(0) }, '', ['volunteer.not_insured']],
    ['insured and briefed', { dangerous: true }, { insuredTo: '2026-11-22', briefedAt: at(0) }, '', []],
  ])('%s', (_, change, facts, override, codes) => {
    expect(
      checkSignUp({
        shift: { ...open, ...change },
        volunteer: { ...adult, ...facts },
        existing: [],
        now: at(0),
        overrideOverlap: override,
      }).map((each) => each.code),
    ).toEqual(codes)
  })

  it('a clash is refused, and an administrator may allow it with a reason but nothing else', () => {
    const request = { shift: { ...open, taken: 2 }, volunteer: adult, existing: [{ startsAt: at(179), endsAt: at(240) }], now: at(0) }
    expect(checkSignUp(request).map((each) => each.code)).toEqual(['volunteer.shift_full', 'volunteer.overlap'])
    expect(checkSignUp({ ...request, overrideOverlap: ' ' }).map((each) => each.code)).toContain('volunteer.overlap')
    expect(checkSignUp({ ...request, overrideOverlap: '同一地点，可兼顾' }).map((each) => each.code)).toEqual(['volunteer.shift_full'])
  })

  it('a past shift takes nobody', () => {
    expect(checkSignUp({ shift: open, volunteer: adult, existing: [], now: at(180) }).map((each) => each.code)).toEqual([
      'volunteer.shift_over',
    ])
  })

  it('overlap is mutual, and touching is no overlap', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ startsAt: at(from), endsAt: at(from + length) }))
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(overlappingShifts(a, [b]).length).toBe(overlappingShifts(b, [a]).length)
        expect(overlappingShifts(a, [{ startsAt: a.endsAt, endsAt: at(9999) }])).toEqual([])
        expect(overlappingShifts(a, [a])).toHaveLength(1)
      }),
    )
  })
})

describe('the hours ledger', () => {
  const line = (id: string, minutes = 60): HoursEntry => ({
    id,
    volunteerId: 'v',
    kind: 'service',
    minutes,
    servedAt: '2026-11-22T20:00:00.000Z',
    organisationId: 'o',
    verifiedBy: 'x',
  })
  const reversal = (of: HoursEntry, change: Partial<HoursEntry> = {}): HoursEntry => ({
    ...of,
    id: `r${of.id}`,
    kind: 'reversal',
    minutes: -of.minutes,
    reverses: of.id,
    reason: '录错',
    ...change,
  })

  it.each<[string, readonly HoursEntry[], HoursEntry, string]>([
    ['zero minutes', [], line('1', 0), 'hours.minutes'],
    ['negative service', [], line('1', -60), 'hours.minutes'],
    ['verified by herself', [], { ...line('1'), verifiedBy: 'v' }, 'hours.self_verified'],
    ['twice the same line', [line('1')], line('1'), 'hours.duplicate_id'],
    ['reversing nothing', [], reversal(line('1')), 'hours.reverses_nothing'],
    ['reversing twice', [line('1'), reversal(line('1'))], reversal(line('1'), { id: 'again' }), 'hours.already_reversed'],
    ['reversing a part', [line('1')], reversal(line('1'), { minutes: -30 }), 'hours.reversal_mismatch'],
    ['reversing another’s', [line('1')], reversal(line('1'), { volunteerId: 'w' }), 'hours.reversal_mismatch'],
    [
      'reversing a reversal',
      [line('1'), reversal(line('1'))],
      { ...reversal(line('1')), id: 'x', reverses: 'r1' },
      'hours.reversal_of_reversal',
    ],
    ['without a reason', [line('1')], reversal(line('1'), { reason: ' ' }), 'hours.reversal_reason'],
  ])('%s is refused', (_, ledger, entry, code) => {
    expect(addHours(ledger, entry)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('adding keeps every earlier line as it was; a reversal takes back exactly its line', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }), fc.nat(), (amounts, pick) => {
        let ledger: readonly HoursEntry[] = []
        for (const [index, minutes] of amounts.entries()) {
          const next = addHours(ledger, line(String(index), minutes))
          expect(next.ok && next.value.slice(0, -1)).toEqual(ledger)
          if (next.ok) ledger = next.value
        }
        const before = volunteerMinutes(ledger, 'v')
        const chosen = ledger[pick % ledger.length] ?? line('none')
        const after = addHours(ledger, reversal(chosen))
        expect(after.ok && volunteerMinutes(after.value, 'v')).toBe(before - chosen.minutes)
      }),
    )
  })

  it('counts by the China day of the service', () => {
    expect(volunteerMinutes([line('1')], 'v', { from: '2026-11-23', to: '2026-11-23' })).toBe(60)
    expect(volunteerMinutes([line('1')], 'v', { to: '2026-11-22' })).toBe(0)
  })

  it('an organisation certifies only what it recorded', () => {
    expect(certifiableMinutes([line('1')], 'v', 'o')).toEqual({ ok: true, value: 60 })
    expect(certifiableMinutes([line('1')], 'v', 'other')).toMatchObject({ refusal: { code: 'certificate.no_hours' } })
    expect(certifiableMinutes([line('1'), reversal(line('1'))], 'v', 'o').ok).toBe(false)
  })
})
