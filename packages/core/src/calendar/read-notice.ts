import { addDays, parseLocalDate, weekday, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import type { HolidayPeriod } from './year-notice.ts'

/** The days that a text names: what stands in a {@link YearNotice} besides its source. */
export interface NoticeDays {
  readonly holidays: readonly HolidayPeriod[]
  readonly makeUpDays: readonly LocalDate[]
}

const reason = defineReasons({
  'notice.no_days': {
    zh: '没有读到日期。请粘贴通知里各节日的放假和上班日期，例如：元旦：1月1日（周五）至3日（周日）放假，共3天。',
    en: 'No dates were found; paste the days of each holiday from the notice',
  },
  'notice.not_real': { zh: '{text}：没有这一天', en: '{text}: there is no such day' },
  'notice.weekday': {
    zh: '{date} 是{is}，文字里写的是{said}：请核对是不是这一年的通知',
    en: '{date} is a {is} and the text says {said}: is this the notice of that year?',
  },
  'notice.count': {
    zh: '{name}：文字说共 {said} 天，日期算下来是 {is} 天，请核对',
    en: '{name}: the text says {said} days, its dates make {is}',
  },
  'notice.no_name': { zh: '“{text}”：没有写是什么节日', en: '"{text}": the holiday is not named' },
  'notice.dangling': { zh: '“{text}”：没有写是放假还是上班', en: '"{text}": neither a day off nor a working day' },
})

/** Every reason for which a text cannot be read as days off and make-up days. */
export type NoticeTextReason = Parameters<typeof reason>[0]

interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

const WEEKDAYS = '一二三四五六日'
const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(][^）)]*?(?:周|星期)([一二三四五六日天])[^）)]*[）)])?`
const TOKEN = new RegExp(
  String.raw`${DAY}(?:[（(][^）)]*[）)])?(?:\s*(?:至|到|—+|–|~|-)\s*${DAY})?|(上班|补班|调班)|(放假|休息)|共(\d{1,3})天`,
  'gu',
)
const NUMBER = /^\s*(?:[一二三四五六七八九十]+、|\d{1,2}[.、]\s*)/u

/**
 * Reads the days off and the make-up days from the text of a year's notice, pasted as it stands, or from a list with one day a line
 * (`2027-01-01 元旦`, `2027-01-04 上班`). What the text says of weekdays and of the number of days is compared with the dates,
 * so that another year's notice, or a line read wrongly, is noticed. Lines without a date are passed over. Refuses with `notice.*`.
 *
 * @example
 * const read = readNoticeText('元旦：1月1日（周五）至3日（周日）放假，共3天。', 2027)
 * read.ok && read.value.holidays // [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }]
 */
export function readNoticeText(text: string, year: number): Result<NoticeDays> {
  const holidays: HolidayPeriod[] = []
  const makeUpDays: LocalDate[] = []
  for (const line of text.split(/\r?\n/u)) {
    const read = readLine(line, year)
    if (!read.ok) return read
    for (const period of read.value.holidays) {
      const last = holidays.at(-1)
      if (last && last.name === period.name && addDays(last.to, 1) === period.from)
        holidays[holidays.length - 1] = { ...last, to: period.to }
      else holidays.push(period)
    }
    makeUpDays.push(...read.value.makeUpDays)
  }
  if (holidays.length === 0 && makeUpDays.length === 0) return refused(reason('notice.no_days', {}, 'days'))
  return ok({ holidays, makeUpDays: [...new Set(makeUpDays)].toSorted() })
}

function readLine(given: string, year: number): Result<NoticeDays> {
  const line = given
    .replaceAll(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/gu, '$1年$2月$3日')
    .replace(NUMBER, '')
    .trim()
  const nothing = ok({ holidays: [], makeUpDays: [] })
  const tokens = [...line.matchAll(TOKEN)]
  if (!tokens.some(([whole]) => whole.includes('日'))) return nothing
  const name = nameOf(line, year)
  const quote = line.slice(0, 30)

  const holidays: HolidayPeriod[] = []
  const makeUpDays: LocalDate[] = []
  let open: Span[] = []
  let month = 0
  let off = 0
  let hasVerb = false
  for (const token of tokens) {
    const [whole, , , , , , , toDay, , works, rests, count] = token
    if (works !== undefined) makeUpDays.push(...open.flatMap(daysOf))
    if (rests !== undefined) {
      holidays.push(...open.map((span) => ({ name, ...span })))
      off = open.reduce((sum, span) => sum + daysOf(span).length, 0)
    }
    if (works !== undefined || rests !== undefined) {
      hasVerb = true
      open = []
    } else if (count !== undefined) {
      if (off > 0 && Number(count) !== off) return refused(reason('notice.count', { name, said: Number(count), is: off }, 'days'))
    } else {
      const from = dateOf(token, 1, month, year)
      if (!from.ok) return from
      month = Number(from.value.slice(5, 7))
      const to = toDay === undefined ? from : dateOf(token, 5, month, year)
      if (!to.ok) return to
      month = Number(to.value.slice(5, 7))
      // 12月31日至1月2日: the first lies in the year before.
      const first = to.value < from.value && token[1] === undefined ? `${year - 1}${from.value.slice(4)}` : from.value
      const wrong = wrongWeekday(first, token[4]) ?? wrongWeekday(to.value, token[8])
      if (wrong) return refused(wrong)
      if (whole.trim() !== '') open.push({ from: first, to: to.value })
    }
  }
  if (open.length > 0 && hasVerb) return refused(reason('notice.dangling', { text: quote }, 'days'))
  if (open.length > 0) {
    // A date alone is the day on which the notice was signed.
    if (name === '' && open.every(({ to }) => !to.startsWith(String(year)))) return nothing
    holidays.push(...open.map((span) => ({ name, ...span })))
  }
  if (holidays.length > 0 && name === '') return refused(reason('notice.no_name', { text: quote }, 'days'))
  return ok({ holidays, makeUpDays })
}

/** What stands before the colon, or whatever is left of a list's line. */
function nameOf(line: string, year: number): string {
  const [head = '', ...rest] = line.split(/[：:]/u)
  const named = rest.length > 0 ? head : line.replaceAll(TOKEN, '')
  return named
    .replace(`${year}年`, '')
    .replaceAll(/[（(][^）)]*[）)]|[\s,，。；;、]|调休/gu, '')
    .slice(0, 40)
}

function dateOf(token: RegExpMatchArray, at: number, month: number, year: number): Result<LocalDate> {
  const [y = String(year), m = String(month), d = ''] = [token[at], token[at + 1], token[at + 2]]
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return parseLocalDate(date).ok ? ok(date) : refused(reason('notice.not_real', { text: token[0] }, 'days'))
}

function wrongWeekday(date: LocalDate, said: string | undefined): Refusal | undefined {
  const is = WEEKDAYS[weekday(date) - 1] ?? ''
  if (said === undefined || said.replace('天', '日') === is) return undefined
  return reason('notice.weekday', { date, is: `周${is}`, said: `周${said}` }, 'days')
}

function daysOf({ from, to }: Span): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to && days.length <= 366; day = addDays(day, 1)) days.push(day)
  return days
}

/**
 * The days of a notice in one line a holiday, with weekdays, as {@link readNoticeText} reads them again: what a second person compares with the notice.
 *
 * @example
 * noticeText({ holidays: [], makeUpDays: ['2027-01-09'] }) // '2027年1月9日（周六）上班。'
 */
export function noticeText({ holidays, makeUpDays }: NoticeDays): string {
  return [
    ...holidays.map(
      (period) =>
        `${period.name}：${dayText(period.from)}${period.to === period.from ? '' : `至${dayText(period.to)}`}放假，共${daysOf(period).length}天。`,
    ),
    ...(makeUpDays.length > 0 ? [`${makeUpDays.map(dayText).join('、')}上班。`] : []),
  ].join('\n')
}

function dayText(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日（周${WEEKDAYS[weekday(date) - 1] ?? ''}）`
}
