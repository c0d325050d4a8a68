import { describe, expect, test } from 'vitest'
import { nationalNotices } from '../../src/calendar/data/index.ts'
import { checkYearNotice, noticeText, readNoticeText } from '../../src/calendar/index.ts'

const NEW_YEAR_2026 = '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。'

describe('the text of a notice', () => {
  test('is read as it is published: numbered lines, weekdays, lunar days, counts, make-up days, heading and signature', () => {
    const text = [
      '某办公厅关于2026年部分节假日安排的通知',
      '各地区、各部门：',
      NEW_YEAR_2026,
      '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
      '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
      '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
      '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
      '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
      '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
      '节假日期间，请妥善安排值班。',
      '2025年11月4日',
    ].join('\r\n')
    const read = readNoticeText(text, 2026)
    if (!read.ok) throw new Error(read.refusal.zh)
    const known = nationalNotices.find(({ year }) => year === 2026)
    expect(read.value.makeUpDays).toEqual(known?.makeUpDays.toSorted())
    expect(read.value.holidays.map(({ from, to }) => [from, to])).toEqual(known?.holidays.map(({ from, to }) => [from, to]))
    expect(read.value.holidays.map(({ name }) => name)).toEqual(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'])
  })

  test('every year that is known can be written out, read again, and is the same', () => {
    for (const { year, holidays, makeUpDays, ...rest } of nationalNotices) {
      const read = readNoticeText(noticeText({ holidays, makeUpDays }), year)
      expect(read).toEqual({ ok: true, value: { holidays, makeUpDays: makeUpDays.toSorted() } })
      expect(read.ok && checkYearNotice({ year, ...rest, ...read.value }).ok).toBe(true)
    }
  })

  test('may be a list with a day a line; days that follow each other are one holiday', () => {
    const list = '2027-01-01 元旦\n2027-01-02 元旦\n2027/1/3 元旦\n2027-01-09 上班\n2027-04-05 清明节'
    expect(readNoticeText(list, 2027)).toEqual({
      ok: true,
      value: {
        holidays: [
          { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
          { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
        ],
        makeUpDays: ['2027-01-09'],
      },
    })
  })

  test('reaches back into the December before, said or not', () => {
    const value = { holidays: [{ name: '元旦', from: '2027-12-31', to: '2028-01-02' }], makeUpDays: ['2027-12-26'] }
    expect(readNoticeText('元旦：12月31日至1月2日放假，共3天。2027年12月26日（周日）上班。', 2028)).toEqual({ ok: true, value })
  })

  test.each([
    ['', 'notice.no_days'],
    ['放假安排另行通知', 'notice.no_days'],
    [NEW_YEAR_2026, 'notice.weekday'],
    ['元旦：1月1日至3日放假，共5天', 'notice.count'],
    ['元旦：2月28日至30日放假', 'notice.not_real'],
    ['元旦：1日放假', 'notice.not_real'],
    ['元旦：1月1日放假，1月9日另行安排', 'notice.dangling'],
    ['1月1日至3日放假', 'notice.no_name'],
  ])('%j is refused as %s', (text, code) => {
    const read = readNoticeText(text, 2027)
    expect(read.ok ? read.value : read.refusal.code).toBe(code)
  })
})
