import { choice, defineAction, integer, longText, text } from '@linli/kit'
import { FIRST_CLOCKS, MOST_CLOCKS } from '../rules/first-clocks.ts'
import { BREACHES } from '../rules/options.ts'

/** A case with its light. */
export interface ClockLine {
  readonly resource: string
  readonly id: string
  readonly no: string
  readonly title: string
  readonly handler: string
  readonly community: string
  readonly state: string
  readonly light: 'green' | 'amber' | 'red' | 'grey'
  readonly dueAt: string | null
  readonly used: number
  readonly total: number
  readonly isProvisional: boolean
  readonly overdueDays: number
  /** What is late or may be: the decision itself, the delivery of what was decided, or an on-the-spot case that must not stay overnight. */
  readonly duty: 'accept' | 'decide' | 'deliver' | 'tonight'
  /** The rung of the ladder that is reached, and who must act on it. */
  readonly rung: ClockRung | null
}

export interface ClockRung {
  readonly id: string
  readonly level: string
  readonly holder: string
  readonly isMine: boolean
  readonly state: 'waiting' | 'acted'
  readonly dueAt: string | null
  readonly action: string
}

const most = integer({ title: '每类列几件', required: true, default: FIRST_CLOCKS, min: 1, max: MOST_CLOCKS })

/** The cases that the asker handles, the most urgent first (我的时限). */
export const myClocks = defineAction({
  name: 'counter.my-clocks',
  title: '我的时限',
  hidden: true,
  readOnly: true,
  input: { most },
  example: { lines: [] as readonly ClockLine[], more: false },
})

/** Everything overdue in the asker's area, by the rung of the ladder (超期督办墙). */
export const overdueWall = defineAction({
  name: 'counter.overdue-wall',
  title: '超期督办墙',
  hidden: true,
  readOnly: true,
  input: { most },
  // Beyond a thousand of a kind the red is not counted on, and said to be more.
  example: { red: 2, redMore: false, amber: 3, tonight: 1, lines: [] as readonly ClockLine[], more: false },
})

/** What differs between the versions of an item. */
export interface VersionDiff {
  readonly no: number
  readonly title: string
  readonly at: string | null
  readonly changes: readonly { readonly kind: string; readonly what: string; readonly before: string; readonly after: string }[]
}

export const itemDiff = defineAction({
  name: 'counter.items.compare',
  title: '版本对照',
  resource: 'counter.items',
  hidden: true,
  readOnly: true,
  input: {},
  example: { versions: [] as readonly VersionDiff[], problems: [] as readonly string[] },
})

/** Ratings of the asker's own work, once they are frozen. */
export const myRatings = defineAction({
  name: 'counter.my-ratings',
  title: '我的评价',
  hidden: true,
  readOnly: true,
  input: {},
  example: { lines: [] as readonly { readonly title: string; readonly grade: string; readonly comment: string; readonly at: string }[] },
})

/** The sealed content of a rating, for whoever deals with it and is not the one rated. */
export const lookAtRating = defineAction({
  name: 'counter.ratings.look',
  title: '查看评价内容',
  help: '公布前只有处理差评的人能看；每次查看都会留痕。',
  resource: 'counter.ratings',
  input: { purpose: text({ title: '为什么要看', required: true, max: 100 }) },
  offered: (row) => row.frozenAt === null,
  example: { grade: '不满意', comment: '', named: true },
  answer: { grade: '评价', comment: '内容', named: '是否实名' },
})

/** A printed form, ready for the page that prints it. */
export interface PrintedForm {
  readonly title: string
  readonly subtitle: string
  readonly no: string
  readonly lines: readonly (readonly [label: string, value: string])[]
  readonly tables: readonly { readonly title: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }[]
  readonly paragraphs: readonly string[]
  readonly signatures: readonly string[]
  /** What the QR of the form leads to; empty for none. */
  readonly code: string
}

/** A printed form of a record, by its name: 首问登记表, 一次性告知书, 受理通知书, 不予受理通知书, 超期督办单, …. */
export const printForm = defineAction({
  name: 'counter.print',
  title: '打印单据',
  hidden: true,
  readOnly: true,
  input: { form: text({ title: '单据', required: true, max: 40 }), id: text({ title: '记录', required: true, max: 40 }) },
  example: { title: '一次性告知书', subtitle: '', no: '', lines: [], tables: [], paragraphs: [], signatures: [], code: '' } as PrintedForm,
})

/** A supervisor opens a case of accountability for what no clock sees. */
export const openBreachCase = defineAction({
  name: 'counter.open-breach',
  title: '立案追究',
  help: '系统会自动立案超期、过夜等情形；督查发现的其他情形在这里立案，当事人先说明，再认定。',
  input: {
    no: text({ title: '回执编号', required: true, max: 30 }),
    kind: choice({ title: '情形', required: true, options: BREACHES }),
    detail: longText({ title: '发现的情况和证据', required: true, max: 500 }),
  },
  example: { opened: true },
  answer: { opened: '已立案（同一件同一情形只立一次）' },
})

/** Runs the clocks now: what the job does every ten minutes. */
export const runClocks = defineAction({
  name: 'counter.run-clocks',
  title: '立即核对时限',
  help: '系统每十分钟自动核对一次；放假通知录入后可以立即核对。',
  input: { reason: text({ title: '原因', required: true, max: 100 }) },
  example: { deemed: 1, lapsed: 0, overdue: 2, breaches: 2 },
  answer: { deemed: '视为受理', lapsed: '视为撤回', overdue: '新超期', breaches: '新立案' },
})
