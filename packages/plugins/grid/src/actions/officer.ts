import { choice, date, dateTime, defineAction, file, geoPoint, idNumber, integer, json, longText, ref, tags, text } from '@linli/kit'
import { RESIDENCE_OPTIONS, SEX_OPTIONS } from '@linli/plugin-registry'
import type { Area } from '../rules/area.ts'
import { answersSchema, type Question, type Target } from '../rules/form-fields.ts'
import { NEED_CATEGORIES, VISIT_RESULTS } from '../rules/options.ts'
import type { CutList } from '../rules/phone-lists.ts'
import { type Shift, trackSchema } from '../rules/track.ts'

/** Everything that an officer's phone needs to work for a day, also without network. */
export interface MyArea {
  /** When on duty, in each cell where the officer is in office today. */
  readonly shifts: readonly (Shift & {
    readonly cell: string | null
    readonly name: string
  })[]
  readonly cells: readonly {
    readonly code: string
    readonly name: string
    readonly area: Area | null
    readonly homes: number | null
    readonly people: number | null
  }[]
  readonly visits: readonly {
    readonly id: string
    /** Which door it goes through; key visits are kept apart. */
    readonly kind: 'visit' | 'key'
    readonly title: string
    readonly person: string
    readonly address: string | null
    readonly dueOn: string
    readonly overdue: boolean
  }[]
  readonly events: readonly {
    readonly id: string
    readonly no: string
    readonly title: string
    readonly place: string | null
    readonly level: string
    readonly status: string
    readonly statusTitle: string
    readonly dueAt: string | null
    readonly overdue: boolean
    /** An urgent event that nobody has acknowledged: it rings. */
    readonly rings: boolean
    /** Who has it in hand, where that is somebody else. */
    readonly inHandsOf: string | null
  }[]
  readonly patrols: readonly {
    readonly id: string
    readonly route: string
    readonly status: string
    readonly startedAt: string | null
    /** The duty hours of the patrol's cell. */
    readonly shift: Shift
    readonly points: readonly {
      readonly id: string
      readonly title: string
      readonly look: string | null
      readonly status: string
    }[]
  }[]
  readonly forms: readonly {
    readonly id: string
    readonly title: string
    readonly version: number
    readonly target: Target
    readonly purpose: string
    readonly questions: readonly Question[]
  }[]
  /** Homes to choose from without network. */
  readonly homes: readonly { readonly id: string; readonly label: string }[]
  /** Buildings and entrances, for homes that are not known yet. */
  readonly buildings: readonly { readonly id: string; readonly label: string }[]
  /** Enterprises and shops of the area. */
  readonly organisations: readonly { readonly id: string; readonly label: string }[]
  /** Checkpoints of the area: what a form about a facility is filled in for. */
  readonly facilities: readonly { readonly id: string; readonly label: string }[]
  /** Who lives in the homes: names alone. */
  readonly residents: readonly { readonly id: string; readonly name: string; readonly unitId: string | null }[]
  /** Lists that are longer than a phone keeps; empty where it holds everything. */
  readonly cut: readonly CutList[]
}

/** The officer's day on the phone. */
export const myArea = defineAction({
  name: 'grid.my-area',
  title: '我的网格',
  hidden: true,
  readOnly: true,
  input: {},
  example: {
    shifts: [],
    cells: [],
    visits: [],
    events: [],
    patrols: [],
    forms: [],
    homes: [],
    buildings: [],
    organisations: [],
    facilities: [],
    residents: [],
    cut: [],
  } as MyArea,
})

/** Urgent events of the area that nobody has answered: what rings. Asked every minute, so it carries nothing else. */
export const myAlarms = defineAction({
  name: 'grid.my-alarms',
  title: '紧急事件提醒',
  hidden: true,
  readOnly: true,
  input: {},
  example: { events: [] as readonly { readonly id: string; readonly title: string }[] },
})

/** A form filled in, also from a draft made without network (W3). */
export const submitForm = defineAction({
  name: 'grid.submit',
  title: '提交采集表',
  hidden: true,
  input: {
    offlineId: text({ title: '提交编号', required: true, min: 8, max: 64 }),
    formId: ref('grid.forms', { title: '采集表', required: true }),
    personId: ref('registry.people', { title: '居民' }),
    unitId: ref('registry.units', { title: '房屋' }),
    organisationId: ref('registry.organisations', { title: '单位' }),
    checkpointId: ref('grid.checkpoints', { title: '巡查点位' }),
    eventId: ref('grid.events', { title: '事件' }),
    answers: json(answersSchema, { title: '填写内容', required: true, default: {} }),
    takenAt: dateTime({ title: '采集时间', required: true }),
    spot: geoPoint({ title: '位置' }),
    photo: file({ title: '照片' }),
    newName: text({ title: '新居民姓名', max: 60, help: '名单里没有的居民；住在哪处房屋必填。' }),
    newSex: choice({ title: '性别', options: SEX_OPTIONS }),
    newBirthDate: date({ title: '出生日期' }),
    newIdNumber: idNumber({ title: '身份证号' }),
    newResidence: choice({ title: '居住情况', options: RESIDENCE_OPTIONS }),
    newHomeId: ref('registry.units', { title: '住在哪处房屋' }),
    newRoom: text({ title: '新房屋的房号', max: 60, help: '名单里没有的房屋；在哪栋楼必填。' }),
    newParentId: ref('registry.units', { title: '在哪栋楼、哪个单元' }),
  },
  example: { submissionId: '019abc00-0000-7000-8000-000000000002', status: 'validated', conflicts: 0, repeated: false },
})

/** A visit made, also from a draft made without network. */
export const recordVisit = defineAction({
  name: 'grid.record-visit',
  title: '登记走访',
  hidden: true,
  input: {
    offlineId: text({ title: '提交编号', required: true, min: 8, max: 64 }),
    visitId: text({ title: '走访', required: true, max: 36 }),
    kind: choice({ title: '类别', required: true, options: { visit: '走访', key: '重点人群' } }),
    result: choice({ title: '结果', required: true, options: VISIT_RESULTS }),
    findings: longText({ title: '走访情况', required: true, max: 1000, privacy: 'P1' }),
    needs: tags({ title: '发现的需求', options: NEED_CATEGORIES }),
    visitedAt: dateTime({ title: '走访时间', required: true }),
    spot: geoPoint({ title: '位置' }),
    photo: file({ title: '照片' }),
  },
  example: { status: 'done', repeated: false },
})

/** What an officer does with a patrol on the phone, perhaps told hours later, when the network is back. */
export const walk = defineAction({
  name: 'grid.walk',
  title: '开始或结束巡查',
  hidden: true,
  input: {
    offlineId: text({ title: '提交编号', max: 64 }),
    patrolId: ref('grid.patrols', { title: '巡查', required: true }),
    does: choice({ title: '做什么', required: true, options: { start: '开始巡查', finish: '结束巡查' } }),
    at: dateTime({ title: '什么时候', help: '不填为现在。' }),
    note: longText({ title: '巡查情况', max: 1000 }),
    found: integer({ title: '发现问题（件）', min: 0, max: 100, default: 0 }),
  },
  example: { status: 'walking' },
})

/** A checkpoint of a patrol reached; sent twice, it counts once (W3). */
export const reachPoint = defineAction({
  name: 'grid.reach-point',
  title: '到点',
  hidden: true,
  input: {
    offlineId: text({ title: '提交编号', required: true, min: 8, max: 64 }),
    pointId: ref('grid.patrol-points', { title: '到点记录', required: true }),
    at: dateTime({ title: '到点时间', required: true }),
    spot: geoPoint({ title: '位置' }),
    finding: choice({ title: '情况', required: true, default: 'fine', options: { fine: '正常', problem: '有问题' } }),
    note: text({ title: '说明', max: 200 }),
  },
  example: { status: 'reached', metres: 12 as number | null, repeated: false },
})

/** Where the officer was, while on patrol and on shift (W7). Points that were sent before are not kept twice. */
export const addTrack = defineAction({
  name: 'grid.add-track',
  title: '记录轨迹',
  hidden: true,
  input: {
    offlineId: text({ title: '提交编号', max: 64 }),
    patrolId: ref('grid.patrols', { title: '巡查', required: true }),
    points: json(trackSchema, { title: '轨迹', required: true, default: [] }),
  },
  example: { kept: 12, metres: 830 },
})

/** What an officer does about an event on the phone. */
export const handleEvent = defineAction({
  name: 'grid.handle-event',
  title: '办理事件',
  hidden: true,
  input: {
    offlineId: text({ title: '提交编号', required: true, min: 8, max: 64 }),
    eventId: ref('grid.events', { title: '事件', required: true }),
    does: choice({
      title: '做什么',
      required: true,
      options: { acknowledge: '响应', solve: '就地解决', accept: '接单', giveBack: '退回', begin: '开始办理', finish: '办理完成' },
    }),
    text: longText({ title: '说明', max: 1000 }),
    photo: file({ title: '照片' }),
  },
  example: { status: 'handling', repeated: false },
})
