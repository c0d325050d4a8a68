import { boolean, date, defineAction, json, phone, ref, text, choice } from '@linli/kit'
import { ticksSchema } from '../rules/checked-material.ts'
import { CHANNELS } from '../rules/options.ts'

const committed = boolean({ title: '已告知，并签告知承诺书', required: true, default: false })

/** A material as the front desk ticks it. */
export interface DeskMaterial {
  readonly name: string
  readonly source: string
  readonly sourceTitle: string
  readonly required: boolean
  readonly canDefer: boolean
  readonly canPromise: boolean
  readonly state: string
  readonly form: string
  readonly copies: number
  /** Why it need not be brought: what we hold ourselves. */
  readonly held: string
}

/** What the front desk must know of an item and, where somebody is chosen, of them. */
export const checklist = defineAction({
  name: 'counter.checklist',
  title: '材料清单',
  hidden: true,
  readOnly: true,
  input: { itemId: ref('counter.items', { title: '事项', required: true }), personId: ref('registry.people', { title: '居民' }) },
  example: {
    itemId: '',
    name: '高龄津贴申请',
    kind: 'promise',
    kindTitle: '承诺件',
    version: 2,
    promisedDays: 5,
    dueOn: '2026-05-11',
    isProvisional: false,
    isVerified: false,
    conditions: '',
    basis: '',
    fee: '不收费',
    materials: [] as readonly DeskMaterial[],
  },
})

/** The outcome of one press at the front desk. */
export interface Received {
  readonly id: string
  readonly no: string
  readonly outcome: 'accepted' | 'deferred' | 'noticed'
  readonly promisedOn: string | null
  readonly isProvisional: boolean
  readonly missing: readonly string[]
  /** The one-time notice that was given, to be printed. */
  readonly noticeId: string | null
}

/** Receives, checks and accepts (or tells all that is missing) in one press: 前台受理. */
export const receive = defineAction({
  name: 'counter.receive',
  title: '前台受理',
  hidden: true,
  input: {
    itemId: ref('counter.items', { title: '事项', required: true }),
    personId: ref('registry.people', { title: '居民' }),
    organisationId: ref('registry.organisations', { title: '单位' }),
    applicantName: text({ title: '姓名', max: 60, privacy: 'P1' }),
    phone: phone({ title: '联系电话' }),
    agentName: text({ title: '代办人', max: 60, privacy: 'P1' }),
    channel: choice({ title: '办理方式', required: true, default: 'window', options: CHANNELS }),
    ticketId: ref('counter.tickets', { title: '排队号' }),
    communityId: text({ title: '社区', max: 12 }),
    ticks: json(ticksSchema, { title: '材料核对', required: true, default: [] }),
    deferUntil: date({ title: '容缺后补截止' }),
    promised: boolean({ title: '已签容缺承诺', required: true, default: false }),
    committed,
  },
  example: {
    id: '',
    no: 'B20260430-0001',
    outcome: 'accepted',
    promisedOn: '2026-05-11',
    isProvisional: false,
    missing: [],
    noticeId: null,
  } as Received,
})

/** Ticks materials of a case that is not accepted yet. */
export const tickMaterials = defineAction({
  name: 'counter.applications.tick',
  title: '核对材料',
  resource: 'counter.applications',
  hidden: true,
  input: { ticks: json(ticksSchema, { title: '材料核对', required: true }), committed },
  example: { lacking: ['户口簿'] as readonly string[] },
})

/** The applicant brought what was missing: taken in, ticked and, where nothing is missing any more, accepted in one press. */
export const bringMaterials = defineAction({
  name: 'counter.applications.bring',
  title: '收补正材料',
  resource: 'counter.applications',
  hidden: true,
  input: { ticks: json(ticksSchema, { title: '材料核对', required: true }), committed },
  example: { lacking: [] as readonly string[], promisedOn: '2026-05-11' as string | null, isProvisional: false },
})

/** A supervisor lets a second notice pass; it is a breach of the one-time rule, and recorded as one (K2). */
export const overrideNotice = defineAction({
  name: 'counter.applications.override-notice',
  title: '放行二次告知',
  help: '第一次就能发现的问题，本不能再告知。确需放行的由主管放行，并作为违反一次性告知立案。',
  resource: 'counter.applications',
  offered: (row) => row.status === 'supplemented' && Number(row.notices) > 0,
  input: { reason: text({ title: '放行理由', required: true, max: 200 }) },
  confirm: '放行后会立案追究。确定放行吗？',
  example: { done: true },
})

/** The slip of a case: its number and what the QR leads to. */
export const slip = defineAction({
  name: 'counter.applications.slip',
  title: '回执',
  resource: 'counter.applications',
  hidden: true,
  readOnly: true,
  input: {},
  example: { no: 'B20260430-0001', code: 'B20260430-0001.abc', street: '411402004' },
})

/** A new slip in place of one that is lost or was opened on a phone that is not the applicant's. */
export const reissueSlip = defineAction({
  name: 'counter.applications.reissue-slip',
  title: '换回执',
  help: '回执丢了，或群众扫码时说已在别的手机上打开：换一张，原来的作废。由经办人以外的人办理。',
  resource: 'counter.applications',
  offered: (row) => row.ratedAt === null,
  input: { reason: text({ title: '换回执的原因', required: true, max: 200 }) },
  confirm: '原来的回执和绑定的手机都会作废。确定换一张吗？',
  example: { no: 'B20260430-0001' },
  answer: { no: '回执编号，请到「打印」重新打印' },
})

/** Calls whoever is next in the queue: elders and disabled people first, then by number. */
export const callNext = defineAction({
  name: 'counter.call-next',
  title: '叫下一位',
  hidden: true,
  input: { windowId: ref('counter.windows', { title: '窗口', required: true }) },
  example: { id: '', no: 'Y003', priority: '老年人', matter: '', waitedMin: 4 },
})

/** A line of the queue screen. */
export interface QueueLine {
  readonly id: string
  readonly no: string
  readonly priority: string
  readonly personId: string | null
  readonly matter: string
  readonly window: string
  readonly state: string
  readonly waitedMin: number
}

/** The queue of today. */
export const queue = defineAction({
  name: 'counter.queue',
  title: '排队情况',
  hidden: true,
  readOnly: true,
  input: {},
  example: { waiting: 3, longestMin: 12, lines: [] as readonly QueueLine[] },
})
