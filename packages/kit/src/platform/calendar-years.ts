import { checkYearNotice, noticeText, readNoticeText, type YearNotice } from '@linli/core/calendar'
import type { Result } from '@linli/core/refusal'
import * as z from 'zod'
import { defineEvent } from '../event/index.ts'
import { boolean, integer, longText, text } from '../field/index.ts'
import { defineResource } from '../resource/index.ts'

/** What somebody entered of a year's notice. */
export interface EnteredYear {
  readonly year: number
  readonly days: string
  readonly source: string
  readonly complete: boolean
  /** `checked` once a second person has compared it with the notice. */
  readonly status?: string
}

/**
 * The notice that an entry stands for, after every rule of a year's notice. Refuses with `notice.*` and the entry's field.
 *
 * @example
 * const notice = yearNoticeOf({ year: 2027, days: '元旦：1月1日（周五）至3日（周日）放假，共3天。', source: '示例', complete: true })
 * notice.ok && notice.value.crossChecked // false
 */
export function yearNoticeOf({ year, days, source, complete, status }: EnteredYear): Result<YearNotice> {
  const read = readNoticeText(days, year)
  if (!read.ok) return read
  const notice = checkYearNotice({ year, ...read.value, source, complete, crossChecked: status === 'checked' })
  if (notice.ok) return notice
  const { field } = notice.refusal
  return { ...notice, refusal: { ...notice.refusal, field: field === 'year' || field === 'source' ? field : 'days' } }
}

/** The notices on holidays that a street enters itself, because each appears after the program that was installed before it. */
export const calendarYears = defineResource({
  name: 'platform.calendar-years',
  title: '放假安排',
  scope: 'street',
  display: 'year',
  fields: {
    year: integer({ title: '年份', required: true, immutable: true, unique: true, min: 1950, max: 2199 }),
    days: longText({
      title: '放假和上班日期',
      help: '从国务院办公厅的通知里把各节日的日期整段粘贴过来，例如：元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。也可以一行一天：2027-01-01 元旦。',
      required: true,
      max: 5000,
    }),
    source: text({ title: '来源', help: '通知的文号或网址。', required: true, max: 200 }),
    complete: boolean({
      title: '全年的都在内',
      help: '只公布了一部分时关掉：这一年的期限继续标明“暂定”。',
      required: true,
      default: true,
    }),
    readAs: longText({ title: '系统读出的安排', help: '请与通知逐条核对。', readOnly: true, max: 5000 }),
  },
  list: { columns: ['year', 'readAs', 'source', 'status'], sort: ['year', 'desc'] },
  workflow: {
    initial: 'entered',
    states: { entered: { title: '待核对', tone: 'waiting' }, checked: { title: '已核对', tone: 'good' } },
    steps: {
      check: {
        title: '核对无误',
        from: ['entered'],
        to: 'checked',
        todo: true,
        confirm: '已经与通知原文逐条核对过？核对人和录入人不能是同一个人。',
      },
      correct: { title: '更正', from: ['checked'], to: 'entered' },
    },
  },
  writable: { import: false },
  derive: ({ year, days }) => {
    const read = readNoticeText(days ?? '', year ?? 0)
    return { readAs: read.ok ? noticeText(read.value) : null }
  },
  check: ({ year, days, source, complete }) => {
    if (!year || !days || !source) return []
    const notice: Result<unknown> = yearNoticeOf({ year, days, source, complete: complete ?? true })
    return notice.ok ? [] : [notice.refusal]
  },
  empty: '系统自带的年份之外，还没有录入别的年份。',
})

/** That the days off of a year are known now, or known better: what counts working days counts anew. */
export const calendarChanged = defineEvent({
  name: 'platform.calendar.changed',
  title: '放假安排变动',
  data: z.object({ year: z.string() }),
})

/** An entry's notice, or nothing where a rule refuses it by now. */
export function noticesOf(entries: readonly EnteredYear[]): readonly YearNotice[] {
  return entries.flatMap((entry) => {
    const notice = yearNoticeOf(entry)
    return notice.ok ? [notice.value] : []
  })
}
