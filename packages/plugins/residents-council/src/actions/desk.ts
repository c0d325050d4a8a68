import { choice, date, defineAction, longText, ref, text } from '@linli/kit'
import { LANES } from '../rules/options.ts'

/** A new version of a published proposal; the earlier ones stay (N12). */
export const reviseProposal = defineAction({
  name: 'council.proposals.revise',
  title: '发新版本',
  help: '公布后的提议不能改动，只能发新版本，旧版本仍可查看。',
  resource: 'council.proposals',
  offered: ({ status }) => status === 'published',
  input: {
    text: longText({ title: '新的内容', required: true, min: 4, max: 2000 }),
    why: text({ title: '为什么改', required: true, max: 200 }),
  },
  example: { versionNo: 2 },
  answer: { versionNo: '现在是第几版' },
})

/** Makes a published proposal a matter, or joins it to one (立项、并案). */
export const makeMatter = defineAction({
  name: 'council.proposals.make-matter',
  title: '立项',
  help: '同类提议可以并到已有议题；不选则新立一个议题。',
  resource: 'council.proposals',
  offered: ({ status }) => status === 'published',
  input: {
    matterId: ref('council.matters', { title: '并到已有议题' }),
    title: text({ title: '议题名称', max: 60, help: '不填用提议的题目' }),
    lane: choice({ title: '办理方式', options: LANES, required: true, default: 'ordinary' }),
  },
  example: { matterId: '019abc00-0000-7000-8000-000000000001', no: '议2026-0001' },
  answer: { no: '议题编号' },
})

/** Says that the money is there, by whose decision (N8). */
export const authoriseFunds = defineAction({
  name: 'council.matters.authorise-funds',
  title: '批准用钱',
  resource: 'council.matters',
  offered: ({ needsMoney, fundAuthorisation }) => needsMoney === true && !fundAuthorisation,
  input: { basis: text({ title: '批准依据（文号、会议、资金来源）', required: true, min: 2, max: 120 }) },
  example: { authorised: true },
})

/** The column of a board: a state with how many matters stand in it and the first of them. */
export interface BoardColumn {
  readonly state: string
  readonly title: string
  readonly gate: string | null
  /** How many; with `more`, that and more. */
  readonly count: number
  readonly more: boolean
  readonly overdue: number
  readonly cards: readonly {
    readonly id: string
    readonly no: string
    readonly title: string
    readonly council: string
    readonly lane: string
    readonly dueAt: string | null
    readonly overdue: boolean
    readonly since: string
  }[]
}

/** The matters by gate (议题看板). */
export const matterBoard = defineAction({
  name: 'council.board',
  title: '议题看板',
  hidden: true,
  readOnly: true,
  input: { councilId: ref('council.councils', { title: '议事会' }) },
  example: { columns: [], done: 12, more: false } as {
    readonly columns: readonly BoardColumn[]
    readonly done: number
    readonly more: boolean
  },
})

/** A matter's way with what can be done next and what stands in the way. */
export interface MatterWay {
  /** 一带四议 or 四议两公开. */
  readonly way: string
  readonly gates: readonly {
    readonly gate: string
    readonly title: string
    readonly round: number
    readonly outcome: string | null
    readonly body: string | null
    readonly meeting: string | null
    readonly rule: string | null
    readonly unverified: boolean
    readonly opinion: string | null
    readonly openedOn: string
    readonly dueOn: string | null
    readonly closedOn: string | null
  }[]
  readonly next: readonly { readonly step: string; readonly title: string; readonly blockedBy: string | null }[]
  readonly moves: readonly { readonly at: string; readonly title: string; readonly by: string; readonly why: string | null }[]
}

export const matterWay = defineAction({
  name: 'council.matters.way',
  title: '四议进程',
  resource: 'council.matters',
  hidden: true,
  readOnly: true,
  input: {},
  example: { way: '一带四议（居民提议）', gates: [], next: [], moves: [] } as MatterWay,
})

/** Who linked whom: the graph of one matter or of all that may be seen (联动图). */
export const linkGraph = defineAction({
  name: 'council.link-graph',
  title: '联动图',
  hidden: true,
  readOnly: true,
  input: {
    matterId: ref('council.matters', { title: '议题' }),
    party: text({ title: '哪一方', max: 60 }),
    from: date({ title: '从' }),
  },
  example: { edges: [{ from: '前程社区第一网格党支部', to: '诚信物业公司', count: 2, why: '停车位' }] } as {
    readonly edges: readonly { readonly from: string; readonly to: string; readonly count: number; readonly why: string }[]
  },
})

/** One body's meetings month by month. */
export interface CadenceRow {
  readonly councilId: string
  readonly council: string
  readonly kind: string
  readonly periods: readonly {
    readonly key: string
    readonly state: string
    readonly light: string
    readonly held: number
    /** Meetings that were closed without ever having a quorum, so not held. */
    readonly inquorate: number
    readonly why: string | null
  }[]
  readonly expected: number
  readonly counted: number
  readonly missedInARow: number
  readonly vacancies: number
  readonly women: string
  readonly womenShort: boolean
}

/** Which body met in which month (例会日历). */
export const cadenceCalendar = defineAction({
  name: 'council.cadence',
  title: '例会日历',
  hidden: true,
  readOnly: true,
  input: { year: text({ title: '年份', max: 4, pattern: { source: '^\\d{4}$', zh: '写四位年份', en: 'four digits' } }) },
  example: { year: '2026', months: ['2026-01'], rows: [] } as {
    readonly year: string
    readonly months: readonly string[]
    readonly rows: readonly CadenceRow[]
  },
})

/** One council's points as they would be now. */
export interface ScoreLine {
  readonly councilId: string
  readonly council: string
  /** Where the sheet stands: to be reported, to be reviewed, reviewed. */
  readonly stateTitle: string
  readonly reviewNote: string | null
  readonly items: readonly {
    readonly code: string
    readonly title: string
    readonly points: string | null
    readonly max: string
    readonly basis: string
  }[]
  readonly total: string | null
  readonly missing: readonly string[]
  readonly vetoed: boolean
  readonly place: number | null
  readonly grade: string | null
}

/** The sheet as it is frozen, or as it would come out today (评分表). */
export const scoreSheet = defineAction({
  name: 'council.appraisals.sheet',
  title: '评分表',
  resource: 'council.appraisals',
  hidden: true,
  readOnly: true,
  input: {},
  example: { frozen: false, asOf: '2026-06-30', lines: [] } as {
    readonly frozen: boolean
    readonly asOf: string
    readonly lines: readonly ScoreLine[]
  },
})

/** A sheet for every council that takes part (生成评分表). */
export const makeSheets = defineAction({
  name: 'council.appraisals.make-sheets',
  title: '生成评分表',
  help: '给每个运行中的议事会各建一张评分表；已有的不重复。社区自评上报后，半年评比由社区另一人复核，年度考评由街道复核。',
  resource: 'council.appraisals',
  offered: ({ status }) => status === 'opened',
  input: {},
  example: { made: 5 },
  answer: { made: '新增评分表（张）' },
})

/** What a council has against its score, from its own sheet: the street's appraisal itself is not the community's to see. */
export const appealScore = defineAction({
  name: 'council.scores.appeal',
  title: '申诉',
  help: '对公布的分数有异议的，在申诉期内提出；年度考评由街道答复。',
  resource: 'council.scores',
  offered: ({ status }) => status === 'reviewed',
  input: { text: longText({ title: '申诉理由', required: true, min: 4, max: 1000 }) },
  example: { appealId: '019abc00-0000-7000-8000-000000000008' },
})

/** After an appeal was upheld: a new sheet that takes the place of this one; both stay (更正). */
export const correctAppraisal = defineAction({
  name: 'council.appraisals.correct',
  title: '按申诉更正',
  resource: 'council.appraisals',
  offered: ({ status }) => status === 'published',
  confirm: '将新建一份更正的评比，原来那份保留备查。确定吗？',
  input: {},
  example: { appraisalId: '019abc00-0000-7000-8000-000000000009' },
})
