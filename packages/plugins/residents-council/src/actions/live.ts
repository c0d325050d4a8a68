import { choice, defineAction, longText, ref, text } from '@linli/kit'
import { CHOICES } from '../rules/options.ts'

const person = ref('registry.people', { title: '居民', required: true })

/** A vote as the hall sees it. Of a secret one, how many have voted, and nothing more until it is closed. */
export interface LiveVote {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly secret: boolean
  readonly ruleTitle: string
  readonly unverified: boolean
  readonly base: number
  readonly cast: number
  readonly counts: { readonly for: number; readonly against: number; readonly abstain: number } | null
  readonly outcome: string | null
  readonly sentence: string | null
  /** Those who do not vote in it, by id. */
  readonly recused: readonly string[]
}

/** A meeting as it is now: for the projector, the operator and the phones. */
export interface LiveMeeting {
  readonly id: string
  readonly title: string
  readonly council: string
  readonly place: string
  readonly status: string
  readonly statusTitle: string
  readonly scheduledAt: string
  readonly code: string | null
  readonly due: number
  readonly present: number
  readonly quorum: { readonly reached: boolean; readonly needed: number; readonly text: string }
  readonly items: readonly {
    readonly id: string
    readonly kind: string
    readonly kindTitle: string
    readonly title: string
    readonly state: string
    readonly carried: number | null
    readonly ageDays: number | null
    readonly conclusion: string | null
    readonly matterId: string | null
    readonly matterStatus: string | null
  }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly voting: boolean
    readonly here: boolean
    /** Was there, though perhaps no longer. */
    readonly came: boolean
    readonly signed: boolean
    readonly proxy: string | null
    readonly onLeave: boolean
    readonly duty: string | null
    readonly hand: 'none' | 'raised' | 'speaking'
  }[]
  readonly votes: readonly LiveVote[]
  readonly minutes: string | null
  readonly signatures: number
}

/** The live screen's data (会议现场). */
export const liveMeeting = defineAction({
  name: 'council.meetings.live',
  title: '会议现场',
  resource: 'council.meetings',
  hidden: true,
  readOnly: true,
  input: {},
  example: {
    id: '019abc00-0000-7000-8000-000000000001',
    title: '前程花园居民议事会十一月例会',
    council: '前程花园居民议事会',
    place: '社区二楼会议室',
    status: 'open',
    statusTitle: '会议中',
    scheduledAt: '2026-11-16T07:00:00.000Z',
    code: '482913',
    due: 11,
    present: 8,
    quorum: { reached: true, needed: 6, text: '法定人数：到会 8 人，须超过应到人数（11 人）的二分之一，至少 6 人，已达到。' },
    items: [],
    people: [],
    votes: [],
    minutes: null,
    signatures: 0,
  } as LiveMeeting,
})

/** Signs a member in from the list (点名). */
export const signIn = defineAction({
  name: 'council.meetings.sign-in',
  title: '点名签到',
  resource: 'council.meetings',
  offered: ({ status }) => status === 'open' || status === 'noticed',
  input: {
    personId: person,
    mode: choice({ title: '方式', options: { inPerson: '到场', online: '线上' }, required: true, default: 'inPerson' }),
  },
  example: { signedInAt: '2026-11-16T07:00:00.000Z' },
})

export const leaveMeeting = defineAction({
  name: 'council.meetings.leave',
  title: '登记离场',
  resource: 'council.meetings',
  hidden: true,
  input: { personId: person },
  example: { leftAt: '2026-11-16T08:00:00.000Z' },
})

/** Puts an item before the meeting. */
export const startItem = defineAction({
  name: 'council.meetings.start-item',
  title: '开始这一项',
  resource: 'council.meetings',
  hidden: true,
  input: { itemId: ref('council.agenda-items', { title: '议程', required: true }) },
  example: { started: true },
})

/** Ends an item with what was said; of the item for next month's opinions every line becomes an opinion. */
export const concludeItem = defineAction({
  name: 'council.meetings.conclude-item',
  title: '结束这一项',
  resource: 'council.meetings',
  hidden: true,
  input: {
    itemId: ref('council.agenda-items', { title: '议程', required: true }),
    conclusion: longText({ title: '结论', required: true, max: 1000 }),
    putOff: choice({ title: '顺延', options: { yes: '顺延到下次', no: '已议' }, required: true, default: 'no' }),
  },
  example: { concluded: true },
})

/** Lets somebody speak; pressed again, ends what they are saying (发言). */
export const giveFloor = defineAction({
  name: 'council.meetings.give-floor',
  title: '请发言',
  resource: 'council.meetings',
  hidden: true,
  input: { personId: person },
  example: { speaking: true },
})

/** Puts a question to the vote: freezes its rule and takes the meeting's roll (发起表决). */
export const callVote = defineAction({
  name: 'council.meetings.call-vote',
  title: '发起表决',
  resource: 'council.meetings',
  hidden: true,
  input: {
    title: text({ title: '表决事项', required: true, max: 120 }),
    itemId: ref('council.agenda-items', { title: '议程' }),
    secret: choice({ title: '方式', options: { no: '记名', yes: '无记名' }, required: true, default: 'no' }),
  },
  example: { voteId: '019abc00-0000-7000-8000-000000000002' },
})

/** A member's vote by show of hands or called out, entered by the operator. */
export const castFor = defineAction({
  name: 'council.votes.cast-for',
  title: '代录举手票',
  help: '成员当场举手或口头表态时使用；无记名票只能由本人在手机上投。',
  resource: 'council.votes',
  offered: ({ status, secret, kind }) => status === 'open' && secret !== true && kind === 'meeting',
  input: { personId: person, choice: choice({ title: '选择', options: CHOICES, required: true }) },
  example: { counted: true },
})

/** Records that a member has a stake and does not vote (回避, N4). */
export const recuse = defineAction({
  name: 'council.votes.recuse',
  title: '登记回避',
  resource: 'council.votes',
  offered: ({ status }) => status === 'prepared' || status === 'open',
  input: { personId: person, why: text({ title: '利害关系', required: true, max: 200 }) },
  example: { recused: true },
})

/** An owner's ballot from paper, home by home. */
export const ownerBallot = defineAction({
  name: 'council.votes.owner-ballot',
  title: '录入业主票',
  resource: 'council.votes',
  offered: ({ status, kind }) => status === 'open' && kind === 'owners',
  input: {
    unitId: ref('registry.units', { title: '房屋', required: true }),
    personId: ref('registry.people', { title: '签字业主' }),
    choice: choice({ title: '选择', options: CHOICES, required: true }),
  },
  example: { counted: true },
})

/** One threshold with where it stands. Area in 0.01 m². */
export interface Meter {
  readonly title: string
  readonly part: number
  readonly whole: number
  readonly needed: number
  readonly area: boolean
  readonly reached: boolean
}

/** Where a vote stands against its thresholds (计票); of a secret one only when it is closed. */
export const voteMeters = defineAction({
  name: 'council.votes.meters',
  title: '计票情况',
  resource: 'council.votes',
  hidden: true,
  readOnly: true,
  input: {},
  example: {
    meters: [{ title: '参与人数', part: 8, whole: 12, needed: 8, area: false, reached: true }],
    sentence: '法定人数：参与表决 8 人……',
    unverified: false,
    source: '民法典，第二百七十八条',
    cast: 8,
  } as {
    readonly meters: readonly Meter[]
    readonly sentence: string
    readonly unverified: boolean
    readonly source: string
    readonly cast: number
  },
})

/** A member's signature under the minutes, on paper, entered by the recorder. */
export const signMinutes = defineAction({
  name: 'council.meetings.sign-minutes',
  title: '登记纪要签字',
  resource: 'council.meetings',
  offered: ({ status }) => status === 'written',
  input: { personId: person, remark: text({ title: '保留意见', max: 300 }) },
  example: { signatures: 3 },
})

/** Adds what came up since the notice to the agenda. */
export const refreshAgenda = defineAction({
  name: 'council.meetings.refresh-agenda',
  title: '补充议程',
  help: '把上次会议的意见、新到的议题自动排进议程；已有的不重复。',
  resource: 'council.meetings',
  offered: ({ status }) => status === 'planned' || status === 'noticed' || status === 'open',
  input: {},
  example: { added: 2 },
  answer: { added: '新增议程（项）' },
})
