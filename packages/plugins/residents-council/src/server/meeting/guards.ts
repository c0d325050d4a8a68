import { randomInt } from 'node:crypto'
import { periodOf } from '@linli/core/cadence'
import { addDays, dayOf, instantAt } from '@linli/core/date'
import { checkNotice } from '@linli/core/voting'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { meetingHeld } from '../../events.ts'
import { reason } from '../../reasons.ts'
import {
  type agendaItems,
  attendances,
  councils,
  type excuses,
  type leaves,
  meetings,
  type opinions,
  proxies,
  votes,
} from '../../resources/index.ts'
import { isPeriodOf, PERIODS } from '../../rules/period.ts'
import { periodCadenceOf } from '../cadence.ts'
import type { Ctx } from '../context.ts'
import { inOffice } from '../councils.ts'
import { answerDemand } from '../demand/guards.ts'
import { parentOf, placedLike } from '../inherit.ts'
import { ruleFor } from '../vote/rule.ts'
import { watchAbsences } from '../watch/absences.ts'
import { clear } from '../watch/alerts.ts'
import { makeAgenda } from './agenda.ts'
import { quorumOf, turnoutOf } from './presence.ts'
import { rollOf } from './roll.ts'

type MeetingRow = Row<typeof meetings>

export const meetingGuards: Guards<Ctx, typeof meetings> = {
  create: async (ctx, { values }) => {
    const council = await parentOf(ctx, councils, values.councilId)
    return (
      inOffice(council) ?? {
        communityId: council.communityId,
        no: await nextNo(ctx, council.id),
        dueAt: noticeBy(ctx, council, values.scheduledAt),
      }
    )
  },
  update: async (ctx, { row, patch }) => {
    const planned = (['scheduledAt', 'place', 'title', 'kind'] as const).some((key) => patch[key] !== undefined && patch[key] !== row[key])
    if (planned && row.status !== 'planned') return reason('meeting.frozen')
    return patch.scheduledAt ? { dueAt: noticeBy(ctx, await parentOf(ctx, councils, row.councilId), patch.scheduledAt) } : undefined
  },
  notify: async (ctx, { row }) => {
    const council = await parentOf(ctx, councils, row.councilId)
    const off = inOffice(council)
    if (off) return off
    if (dayOf(row.scheduledAt) < ctx.today) return reason('meeting.past', undefined, 'scheduledAt')
    const rule = ruleFor(ctx, council)
    if (!rule.ok) return rule.refusal
    const short = checkNotice(rule.value.params, ctx.today, dayOf(row.scheduledAt))
    if (short) return short
    const roll = await rollOf(ctx, council, rule.value.params.base)
    const due = roll.members.filter(({ voting }) => voting !== false).length
    if (due === 0) return reason('council.no_members')
    return { noticedOn: ctx.today, roll, due, code: String(randomInt(100_000, 1_000_000)), dueAt: row.scheduledAt }
  },
  open: async (ctx, { row }) => {
    const day = dayOf(row.scheduledAt)
    if (ctx.today < day) return reason('meeting.too_early', { on: day })
    const council = await parentOf(ctx, councils, row.councilId)
    const rule = ruleFor(ctx, council)
    if (!rule.ok) return rule.refusal
    return checkNotice(rule.value.params, row.noticedOn ?? undefined, ctx.today) ?? { openedAt: ctx.now }
  },
  close: async (ctx, { row }) => {
    const running = await ctx.elevated().rows(votes).first({ meetingId: row.id, status: 'open' })
    if (running) return reason('meeting.vote_open')
    const { came, most } = await turnoutOf(ctx, row)
    return { closedAt: ctx.now, present: came, quorate: (await quorumOf(ctx, row, most)).reached, currentItemId: null }
  },
  archive: (_ctx, { row }) => (row.signatures === 0 ? reason('meeting.no_signature') : undefined),
}

export const meetingEffects: Effects<Ctx, typeof meetings> = {
  notify: async (ctx, { after }) => {
    await makeAgenda(ctx, after)
    await answerDemand(ctx, after)
  },
  close: async (ctx, { after }) => {
    const council = await parentOf(ctx, councils, after.councilId)
    if (after.kind === 'regular') await watchAbsences(ctx, after)
    // What never had a quorum was not held: it neither ends a row of missed meetings nor is told of as one.
    if (!after.quorate) return
    await clear(ctx, { kind: 'missed', council })
    await ctx.emit(
      meetingHeld,
      { resource: meetings, id: after.id, communityId: after.communityId },
      { meetingId: after.id, councilId: after.councilId },
    )
  },
}

/** The evening by which the notice has to be out, so that it stands in the inbox with its clock. */
function noticeBy(ctx: Ctx, council: Row<typeof councils>, scheduledAt: string): string | null {
  const rule = ruleFor(ctx, council)
  return rule.ok ? instantAt(addDays(dayOf(scheduledAt), -rule.value.params.noticeMinDays), 17 * 60 + 30) : null
}

async function nextNo(ctx: Ctx, councilId: string): Promise<number> {
  return (await ctx.elevated().rows(meetings).count({ councilId })) + 1
}

const RUNNING: readonly MeetingRow['status'][] = ['planned', 'noticed', 'open']

export const agendaGuards: Guards<Ctx, typeof agendaItems> = {
  create: async (ctx, { values }) => {
    const meeting = await parentOf(ctx, meetings, values.meetingId)
    return RUNNING.includes(meeting.status) ? { communityId: meeting.communityId } : reason('meeting.agenda_fixed')
  },
  update: async (ctx, { row }) =>
    RUNNING.includes((await parentOf(ctx, meetings, row.meetingId)).status) ? undefined : reason('meeting.agenda_fixed'),
  remove: async (ctx, { row }) =>
    RUNNING.includes((await parentOf(ctx, meetings, row.meetingId)).status) && row.state === 'waiting'
      ? undefined
      : reason('meeting.agenda_fixed'),
}

export const leaveGuards: Guards<Ctx, typeof leaves> = {
  create: async (ctx, { values }) => {
    const meeting = await ctx.elevated().rows(meetings).lock(values.meetingId)
    if (meeting.status !== 'noticed' && meeting.status !== 'open') return reason('meeting.not_open')
    if (!meeting.roll?.members.some(({ id }) => id === values.personId)) return reason('meeting.not_on_roll', undefined, 'personId')
    if (await ctx.elevated().rows(attendances).first({ meetingId: meeting.id, personId: values.personId }))
      return reason('meeting.came', undefined, 'personId')
    return { communityId: meeting.communityId }
  },
}

export const proxyGuards: Guards<Ctx, typeof proxies> = {
  create: async (ctx, { values }) => {
    const meeting = await ctx.elevated().rows(meetings).lock(values.meetingId)
    if (meeting.status !== 'noticed' && meeting.status !== 'open') return reason('meeting.not_open')
    if (values.principalId === values.holderId) return reason('proxy.self', undefined, 'holderId')
    const council = await parentOf(ctx, councils, meeting.councilId)
    const rule = ruleFor(ctx, council)
    if (!rule.ok) return rule.refusal
    const { proxyMax, proxyBy } = rule.value.params
    const onRoll = (id: string): boolean => meeting.roll?.members.some((member) => member.id === id) ?? false
    if (!onRoll(values.principalId)) return reason('meeting.not_on_roll', undefined, 'principalId')
    if (proxyBy !== 'anyone' && !onRoll(values.holderId))
      return { code: 'vote.proxy_holder', zh: '受托人不在名册里', en: 'The proxy holder is not on the roll', field: 'holderId' }
    const held = await ctx.elevated().rows(proxies).count({ meetingId: meeting.id, holderId: values.holderId })
    if (held >= proxyMax)
      return {
        code: 'vote.proxy_limit',
        zh: `一个人最多代 ${proxyMax} 人投票`,
        en: `One person may hold at most ${proxyMax} proxies`,
        field: 'holderId',
      }
    return { communityId: meeting.communityId }
  },
}

export const opinionGuards: Guards<Ctx, typeof opinions> = {
  create: (ctx, { values }) => placedLike(ctx, councils, values.councilId),
  answer: (ctx) => ({ answeredOn: ctx.today }),
}

export const excuseGuards: Guards<Ctx, typeof excuses> = {
  create: async (ctx, { values }) => {
    const council = await parentOf(ctx, councils, values.councilId)
    const { per } = periodCadenceOf(ctx, council)
    if (isPeriodOf(per, values.period)) return { communityId: council.communityId }
    return reason('excuse.period', { name: council.name, per: PERIODS[per], like: periodOf(per, ctx.today).key }, 'period')
  },
}
