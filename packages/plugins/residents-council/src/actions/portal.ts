import { choice, defineAction, integer, longText, ref, text } from '@linli/kit'
import { CHOICES, TOPICS } from '../rules/options.ts'
import type { Stage } from '../rules/stages.ts'
import type { LiveMeeting } from './live.ts'

/** What a proposal said before it was revised. */
export interface EarlierWording {
  readonly no: number
  readonly text: string
  /** Why this version was made. */
  readonly why: string | null
  readonly publishedOn: string | null
}

/** What a resident sees of a proposal of theirs: where it is, in words. */
export interface TrackedProposal {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly versionNo: number
  readonly earlier: readonly EarlierWording[]
  readonly status: string
  readonly statusTitle: string
  readonly supporters: number
  readonly needed: number
  readonly answer: string | null
  readonly matter: {
    readonly id: string
    readonly no: string
    readonly statusTitle: string
    /** The way that it goes, as it is drawn. */
    readonly stages: readonly { readonly title: string; readonly at: Stage['at'] }[]
    readonly steps: readonly { readonly at: string; readonly title: string; readonly why: string | null }[]
    readonly result: string | null
    readonly canConfirm: boolean
    /** What I said of the result, and what the community answered if I was not satisfied. */
    readonly feedback: { readonly satisfied: boolean; readonly words: string | null; readonly answer: string | null } | null
  } | null
}

/** A resident's council page. */
export interface MyCouncil {
  readonly name: string
  readonly councils: readonly { readonly id: string; readonly name: string }[]
  readonly mine: readonly TrackedProposal[]
  readonly open: readonly {
    readonly id: string
    readonly title: string
    readonly text: string
    readonly versionNo: number
    readonly earlier: readonly EarlierWording[]
    readonly topic: string
    readonly supporters: number
    readonly needed: number
    readonly supported: boolean
    /** The version that I supported, where the wording changed since. */
    readonly changedSince: number | null
  }[]
  readonly meetings: readonly {
    readonly id: string
    readonly title: string
    readonly at: string
    readonly place: string
    readonly status: string
    readonly signedIn: boolean
    readonly onLeave: boolean
    readonly canLeave: boolean
  }[]
  readonly ownerVotes: readonly {
    readonly id: string
    readonly title: string
    readonly noticedOn: string | null
    /** How many homes vote with this one ballot. */
    readonly homes: number
    readonly area: string
    readonly voted: boolean
  }[]
}

export const myCouncil = defineAction({
  name: 'council.my-council',
  title: '议事会',
  hidden: true,
  readOnly: true,
  input: {},
  example: { name: '张三丰', councils: [], mine: [], open: [], meetings: [], ownerVotes: [] } as MyCouncil,
})

export const propose = defineAction({
  name: 'council.propose',
  title: '我要提议',
  hidden: true,
  input: {
    councilId: ref('council.councils', { title: '提给哪个议事会', required: true }),
    title: text({ title: '题目', required: true, min: 2, max: 60 }),
    topic: choice({ title: '类别', required: true, options: TOPICS }),
    text: longText({ title: '提议内容', required: true, min: 4, max: 2000 }),
  },
  example: { proposalId: '019abc00-0000-7000-8000-000000000001' },
})

/** Supports a proposal, confirms that after its wording changed, or takes the support back while it is open. */
export const support = defineAction({
  name: 'council.support',
  title: '附议',
  hidden: true,
  input: {
    proposalId: ref('council.proposals', { title: '提议', required: true }),
    wish: choice({ title: '附议还是撤回', options: { support: '附议', withdraw: '撤回附议' }, required: true, default: 'support' }),
  },
  example: { supporters: 4, counted: true },
})

/** Signs in by the code on the screen of the hall. */
export const joinMeeting = defineAction({
  name: 'council.join-meeting',
  title: '签到',
  hidden: true,
  input: {
    code: text({ title: '签到码', required: true, min: 4, max: 8 }),
    mode: choice({ title: '方式', options: { inPerson: '到场', online: '线上' }, required: true, default: 'inPerson' }),
  },
  example: { meetingId: '019abc00-0000-7000-8000-000000000001' },
})

/** The meeting on a member's phone: what is talked about, what can be voted on, whether I have. */
export interface MyMeeting {
  readonly meeting: Omit<LiveMeeting, 'people' | 'code'>
  readonly signedIn: boolean
  readonly hand: 'none' | 'raised' | 'speaking'
  readonly ballots: readonly {
    readonly voteId: string
    readonly voted: boolean
    readonly recused: boolean
    readonly principals: readonly { readonly id: string; readonly name: string; readonly voted: boolean }[]
  }[]
  readonly maySign: boolean
}

export const myMeeting = defineAction({
  name: 'council.my-meeting',
  title: '参加会议',
  hidden: true,
  readOnly: true,
  input: { meetingId: ref('council.meetings', { title: '会议', required: true }) },
  example: { meeting: {} as MyMeeting['meeting'], signedIn: true, hand: 'none', ballots: [], maySign: false } as MyMeeting,
})

/** Votes (投票): named, or secret by the vote's own setting. */
export const castVote = defineAction({
  name: 'council.cast',
  title: '投票',
  hidden: true,
  input: {
    voteId: ref('council.votes', { title: '表决', required: true }),
    choice: choice({ title: '选择', options: { for: CHOICES.for, against: CHOICES.against, abstain: CHOICES.abstain }, required: true }),
    principalId: ref('registry.people', { title: '代谁投' }),
  },
  example: { receipt: null as string | null },
})

export const raiseHand = defineAction({
  name: 'council.raise-hand',
  title: '举手发言',
  hidden: true,
  input: { meetingId: ref('council.meetings', { title: '会议', required: true }) },
  example: { speaking: false },
})

/** Says that I cannot come (请假). */
export const askLeave = defineAction({
  name: 'council.ask-leave',
  title: '请假',
  hidden: true,
  input: {
    meetingId: ref('council.meetings', { title: '会议', required: true }),
    why: text({ title: '原因', required: true, min: 2, max: 200 }),
  },
  example: { asked: true },
})

export const signMyMinutes = defineAction({
  name: 'council.sign-my-minutes',
  title: '纪要签字',
  hidden: true,
  input: { meetingId: ref('council.meetings', { title: '会议', required: true }), remark: text({ title: '保留意见', max: 300 }) },
  example: { signatures: 3 },
})

/** The proposer says whether it was done well (居民确认). */
export const confirmResult = defineAction({
  name: 'council.confirm-result',
  title: '确认结果',
  hidden: true,
  input: {
    matterId: ref('council.matters', { title: '议题', required: true }),
    satisfied: choice({ title: '是否满意', options: { yes: '满意', no: '不满意' }, required: true }),
    rating: integer({ title: '打几分', min: 1, max: 5, required: true }),
    words: text({ title: '说几句', max: 300 }),
  },
  example: { thanks: true },
})

export const raiseObjection = defineAction({
  name: 'council.object',
  title: '提异议',
  hidden: true,
  input: {
    publicationId: ref('council.publications', { title: '公示', required: true }),
    text: longText({ title: '异议内容', required: true, min: 4, max: 1000 }),
  },
  example: { objectionId: '019abc00-0000-7000-8000-000000000001' },
})

/** What is posted in the resident's community (公示栏). */
export const publicBoard = defineAction({
  name: 'council.public-board',
  title: '公示栏',
  hidden: true,
  readOnly: true,
  input: {},
  example: { posted: [], matters: [] } as {
    readonly posted: readonly {
      readonly id: string
      readonly title: string
      readonly kind: string
      readonly content: string
      readonly place: string
      readonly from: string
      readonly until: string
      readonly status: string
      readonly running: boolean
    }[]
    readonly matters: readonly { readonly title: string; readonly statusTitle: string; readonly since: string }[]
  },
})
