import { describe, expect, test } from 'vitest'
import { nationalNotices } from '../../src/calendar/data/index.ts'
import { addWorkingDays, checkYearNotice, createWorkCalendar, withNotice, type YearNotice } from '../../src/calendar/index.ts'
import { codeOf, must, national, notice2027 } from './calendar.ts'

const change = (over: Partial<YearNotice>): string => codeOf(checkYearNotice({ ...notice2027, ...over }))

describe("a year's notice", () => {
  test('as an administrator enters it is accepted with its December days', () => {
    expect(change({})).toBe('ok')
  })

  test('may be of the first and the last year, and begin on 1 December before', () => {
    const only = (date: string): Partial<YearNotice> => ({
      year: Number(date.slice(0, 4)),
      holidays: [{ name: '元旦', from: date, to: date }],
      makeUpDays: [],
    })
    expect(change(only('1900-01-01'))).toBe('ok')
    expect(change(only('2199-01-01'))).toBe('ok')
    expect(change({ ...only('2026-12-01'), year: 2027 })).toBe('ok')
    expect(change(only('2027-12-31'))).toBe('ok')
  })

  test.each<[string, Partial<YearNotice>]>([
    ['notice.year', { year: 2200 }],
    ['notice.year', { year: 1899 }],
    ['notice.year', { year: 2027.5 }],
    ['notice.source', { source: '  ' }],
    ['notice.empty', { holidays: [] }],
    ['date.not_real', { holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-02-30' }] }],
    ['date.format', { makeUpDays: ['2月6日'] }],
    ['notice.outside', { holidays: [{ name: '元旦', from: '2026-11-30', to: '2026-12-02' }] }],
    ['notice.outside', { makeUpDays: ['2028-01-01'] }],
    ['notice.period', { holidays: [{ name: '春节', from: '2027-02-11', to: '2027-02-05' }] }],
    ['notice.period', { holidays: [{ name: '春节', from: '2027-02-01', to: '2027-03-04' }] }],
    ['notice.make_up_weekday', { makeUpDays: ['2027-02-12'] }],
    ['notice.both', { makeUpDays: ['2027-02-06'] }],
  ])('is refused as %s when it says %j', (code, over) => {
    expect(change(over)).toBe(code)
  })

  test('names the field that is wrong, in Chinese', () => {
    const checked = checkYearNotice({ ...notice2027, makeUpDays: ['2027-02-12'] })
    expect(checked.ok || checked.refusal).toMatchObject({
      field: 'makeUpDays',
      zh: '2027-02-12 本来就是工作日（周一至周五），不能作为补班日',
    })
  })

  test('that is wrong makes no calendar', () => {
    expect(codeOf(createWorkCalendar([{ ...notice2027, year: 0 }]))).toBe('notice.year')
    expect(codeOf(withNotice(national, { ...notice2027, source: '' }))).toBe('notice.source')
  })

  test('entered again replaces the first one of that year', () => {
    const first = must(withNotice(national, notice2027))
    const second = must(withNotice(first, { ...notice2027, makeUpDays: [] }))
    expect(second.notices.filter(({ year }) => year === 2027)).toHaveLength(1)
    expect(must(addWorkingDays(second, '2026-12-25', 1)).date).toBe('2026-12-28')
  })
})

describe('the national notices', () => {
  test('cover every year from 2004 to 2026, once, and each is well formed', () => {
    expect(nationalNotices.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
    for (const notice of nationalNotices) expect(codeOf(checkYearNotice(notice))).toBe('ok')
  })

  test('say which years only one transcription knows', () => {
    expect(nationalNotices.filter(({ crossChecked }) => !crossChecked).map(({ year }) => year)).toEqual([2004, 2005, 2006])
  })

  test('have for 2026 the 33 days off and 6 make-up days of the notice', () => {
    const notice = must(createWorkCalendar(nationalNotices)).notices.at(-1)
    const days = notice?.holidays.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0)
    expect(days).toBe(33)
    expect(notice?.makeUpDays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  })

  test.each([
    [2007, 249],
    [2020, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('give %i its number of working days', (year, days) => {
    expect(national.table(year).workingDays).toHaveLength(days)
  })
})
