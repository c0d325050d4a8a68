import { defineAction, json, text } from '@linli/kit'
import { type Area, areaSchema } from '../rules/area.ts'
import { questionsSchema } from '../rules/form-fields.ts'

/** Draws a cell. */
export const drawCell = defineAction({
  name: 'grid.cells.draw',
  title: '画出范围',
  hidden: true,
  resource: 'grid.cells',
  input: { area: json(areaSchema.nullable(), { title: '范围', default: null }) },
  example: { squareMetres: 120_000 },
})

/** Draws a community's outline. */
export const drawOutline = defineAction({
  name: 'grid.outlines.draw',
  title: '画出边界',
  hidden: true,
  resource: 'grid.outlines',
  input: { area: json(areaSchema.nullable(), { title: '范围', default: null }) },
  example: { squareMetres: 1_200_000 },
})

/** The net as the map shows it, with what is wrong with it (W1). */
export interface Coverage {
  readonly communities: readonly {
    readonly code: string
    readonly name: string
    readonly outlineId: string | null
    readonly outline: Area | null
  }[]
  readonly cells: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly kind: 'basic' | 'dedicated'
    readonly communityId: string | null
    readonly area: Area | null
    readonly homes: number
  }[]
  readonly overlaps: readonly { readonly first: string; readonly second: string; readonly squareMetres: number; readonly area: Area }[]
  readonly gaps: readonly { readonly community: string; readonly squareMetres: number; readonly area: Area }[]
  readonly undrawn: readonly { readonly code: string; readonly name: string }[]
  /** Buildings with homes in no cell; assigning one assigns its homes. */
  readonly homesInNone: readonly {
    readonly unitId: string
    readonly label: string
    readonly communityId: string | null
    readonly homes: number
  }[]
  readonly homesInNoneCount: number
  readonly events: readonly {
    readonly id: string
    readonly no: string
    readonly title: string
    readonly status: string
    readonly lat: number
    readonly lng: number
  }[]
  readonly hotSpots: readonly {
    readonly place: string
    readonly events: number
    readonly lat: number | null
    readonly lng: number | null
  }[]
}

/** The net, its faults and its hot-spots, for the map. */
export const coverage = defineAction({
  name: 'grid.coverage',
  title: '网格覆盖情况',
  hidden: true,
  readOnly: true,
  input: { communityId: text({ title: '社区', max: 12 }) },
  example: {
    communities: [],
    cells: [],
    overlaps: [],
    gaps: [],
    undrawn: [],
    homesInNone: [],
    homesInNoneCount: 0,
    events: [],
    hotSpots: [],
  } as Coverage,
})

/** Counts homes, households and people of every cell anew. */
export const recount = defineAction({
  name: 'grid.recount',
  title: '重新统计网格人口',
  help: '每天夜里自动统计；划入房屋以后可以立即统计一次。',
  input: {},
  example: { cells: 20 },
  answer: { cells: '已统计网格（个）' },
})

/** Plans the visits that fall due. */
export const planVisits = defineAction({
  name: 'grid.plan-visits',
  title: '按规则安排走访',
  help: '每天夜里自动安排；改了规则以后可以立即安排一次。',
  input: {},
  example: { visits: 12, keyVisits: 3 },
  answer: { visits: '新安排走访（次）', keyVisits: '新安排重点走访（次）' },
})

/** Keeps the questions of a form that is being designed. */
export const designForm = defineAction({
  name: 'grid.forms.design',
  title: '保存采集项目',
  hidden: true,
  resource: 'grid.forms',
  input: { questions: json(questionsSchema, { title: '采集项目', required: true, default: [] }) },
  example: { questions: 6 },
})

/** Makes the next version of a form, to be changed. */
export const reviseForm = defineAction({
  name: 'grid.forms.revise',
  title: '建新版本',
  help: '复制这张表，改好后发布；旧版本随之停用。',
  resource: 'grid.forms',
  offered: ({ status }) => status !== 'draft',
  input: {},
  example: { formId: '019abc00-0000-7000-8000-000000000003', version: 2 },
  answer: { version: '新版本号' },
})

/** What the form designer chooses from: the street's ledgers, and who uses what already. */
export interface FormLedgers {
  readonly reports: readonly { readonly name: string; readonly title: string; readonly module: string; readonly consumer: string }[]
  /** Questions in use, by their title, to ask nothing twice. */
  readonly asked: readonly { readonly form: string; readonly title: string; readonly consumers: readonly string[] }[]
}

/** The ledgers that can use an answer, and the questions asked already. */
export const formLedgers = defineAction({
  name: 'grid.form-ledgers',
  title: '台账和已有项目',
  hidden: true,
  readOnly: true,
  input: {},
  example: { reports: [], asked: [] } as FormLedgers,
})

/** Where a submission differs from what is recorded; numbers are masked. */
export interface ShownDifference {
  readonly title: string
  readonly recorded: string | null
  readonly given: string
}

/** What was collected beside what is recorded, for whoever decides. */
export const compare = defineAction({
  name: 'grid.submissions.compare',
  title: '对照原有信息',
  hidden: true,
  resource: 'grid.submissions',
  input: {},
  example: {
    form: '入户走访采集表',
    differences: [] as readonly ShownDifference[],
    answers: [] as readonly { title: string; answer: string; photo: string | null }[],
  },
})

/** A key for a system that reports by Open311; it is shown once. */
export const issueKey = defineAction({
  name: 'grid.issue-key',
  title: '发放对接密钥',
  help: '给通过 Open311 上报事件的系统。密钥只显示这一次，请当面交给对方。',
  input: { name: text({ title: '对接系统', required: true, max: 60 }) },
  example: { key: 'k3hP9x…' },
  answer: { key: '密钥' },
})
