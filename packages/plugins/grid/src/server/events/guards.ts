import { randomBytes } from 'node:crypto'
import type { Refusal } from '@linli/core/refusal'
import type { NewRow, Row } from '@linli/kit'
import type { Addition, Guards } from '@linli/store'
import { reason } from '../../reasons.ts'
import { eventSteps, gridEvents } from '../../resources/index.ts'
import { EVENT_LEVELS } from '../../rules/options.ts'
import { readableNumber } from '../../rules/readable-number.ts'
import type { Ctx } from '../context.ts'
import { missedBy } from './actions.ts'
import { namedHandler, refuseOthers } from './handler.ts'
import { placeOf } from './place.ts'
import { eventClock, eventMoments } from './promises.ts'
import { repeatsOf } from './repeats.ts'

type Event = Row<typeof gridEvents>
type Given = Addition<typeof gridEvents>

const PROVEN_BY_PHOTO: ReadonlySet<string> = new Set(['hazard', 'environment', 'facility'])
const LEVELS = Object.keys(EVENT_LEVELS)
const OVER: ReadonlySet<string> = new Set(['void', 'closed'])

/** The rules of an event's life. What a report says is locked once it is verified (W8). */
export const eventGuards: Guards<Ctx, typeof gridEvents> = {
  create: guardCreate,
  update: (ctx, { row, patch }) => {
    // Forgetting a reporter is the one change that a rule makes to an old report.
    if (ctx.actor.kind === 'system' && patch.reporterDroppedAt) return undefined
    // So is the counting anew of a provisional promise, which moves the clock with it.
    if (ctx.actor.kind === 'system' && row.dueProvisional)
      return clockOf(ctx, { ...row, ...patch }, row.dueAt === row.finishDue ? 'finish' : 'respond')
    const isReport = Object.keys(patch).some((key) => !gridEvents.fields[key as keyof typeof gridEvents.fields]?.readOnly)
    return isReport && row.status !== 'reported' ? reason('event.locked') : undefined
  },
  verify: (ctx, { row, input }) => {
    // A level that the community raises is promised from now on: nobody could know it before.
    const level = input.level ?? row.level
    const from = LEVELS.indexOf(level) > LEVELS.indexOf(row.level) ? ctx.now : row.createdAt
    const moments = eventMoments(ctx, level, from)
    return { ...moments, ...eventClock(ctx, { level, from }, 'respond', moments.respondDue) }
  },
  void: () => ({ dueAt: null }),
  join: async (ctx, { row, input }) => {
    if (input.parentId === row.id) return reason('event.parent_itself', undefined, 'parentId')
    const all = ctx.elevated().rows(gridEvents)
    const parent = await all.lock(input.parentId)
    if (parent.parentId) return reason('event.parent_joined', undefined, 'parentId')
    if (OVER.has(parent.status)) return reason('event.parent_over', undefined, 'parentId')
    const count = await all.count({ parentId: row.id })
    return count > 0 ? reason('event.has_children', { count }) : { dueAt: null }
  },
  part: (ctx, { row }) => ({ parentId: null, ...clockOf(ctx, row, 'respond') }),
  solve: (ctx, { row, input }) => handled(ctx, row, input.resultPhoto),
  dispatch: async (ctx, { row, input }) => {
    if (row.level === 'urgent' && !row.acknowledgedAt) return reason('event.unanswered')
    const handler = await namedHandler(ctx, row, input)
    return 'code' in handler ? handler : { ...clockOf(ctx, row, row.acknowledgedAt ? 'finish' : 'respond'), ...handler }
  },
  accept: (ctx, { row }) => refuseOthers(ctx, row) ?? { ...clockOf(ctx, row, 'finish'), ...answered(ctx, row) },
  giveBack: (ctx, { row }) =>
    refuseOthers(ctx, row) ??
    (row.returns > 0 ? reason('event.returned_twice') : { returns: 1, handlerId: null, ...clockOf(ctx, row, 'respond') }),
  begin: (ctx, { row }) => refuseOthers(ctx, row) ?? clockOf(ctx, row, 'finish'),
  finish: (ctx, { row, input }) => refuseOthers(ctx, row) ?? handled(ctx, row, input.resultPhoto),
  check: (ctx, { row }) => (row.handledBy && row.handledBy === ctx.actor.id ? reason('event.same_hand') : { dueAt: null }),
  sendBack: (ctx, { row }) => anew(ctx, row),
  confirm: async (ctx, { row, input }) => {
    if (input.confirmation !== 'unreachable') return { dueAt: null }
    const count = await ctx.elevated().rows(eventSteps).count({ eventId: row.id, kind: 'missed' })
    return count < 3 ? reason('event.calls_needed', { count }, 'confirmation') : { dueAt: null }
  },
  close: () => ({ dueAt: null }),
  reopen: (ctx, { row }) => anew(ctx, row),
}

async function guardCreate(ctx: Ctx, { values }: { values: NewRow<typeof gridEvents> }): Promise<Refusal | Given> {
  const found = values.gridId ? undefined : await placeOf(ctx, values)
  const place = found && (!values.communityId || found.communityId === values.communityId) ? found : undefined
  const communityId = place?.communityId ?? values.communityId ?? null
  const report = { type: values.type, at: ctx.now, spot: values.spot ?? null, unitId: values.unitId ?? null, place: values.place ?? null }
  const [repeat] = await repeatsOf(ctx, report, communityId)
  const level = values.level ?? 'normal'
  const moments = eventMoments(ctx, level, ctx.now)
  return {
    ...place,
    no: values.no ?? readableNumber('WG', ctx.today, randomBytes(6)),
    likelyRepeatOf: repeat ? (repeat.parentId ?? repeat.id) : null,
    ...moments,
    ...eventClock(ctx, { level, from: ctx.now }, 'respond', moments.respondDue),
  }
}

function handled(ctx: Ctx, row: Event, photo: string | null | undefined): Refusal | Given {
  if (ctx.settings.photoNeeded && PROVEN_BY_PHOTO.has(row.type) && !photo) return reason('event.photo_needed', undefined, 'resultPhoto')
  return {
    handledAt: ctx.now,
    handledBy: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    onTime: row.finishDue === null ? null : ctx.now <= row.finishDue ? 'yes' : 'no',
    dueAt: null,
    ...answered(ctx, row),
  }
}

/** Whoever takes an event up has answered it. */
function answered(ctx: Ctx, row: Event): Given {
  return row.acknowledgedAt ? {} : { acknowledgedAt: ctx.now, ackMissed: missedBy(ctx, row) }
}

/** Handled once more: the clock starts anew, and the former result stands in the timeline. */
function anew(ctx: Ctx, row: Event): Given {
  const moments = eventMoments(ctx, row.level, ctx.now)
  return {
    ...moments,
    reopens: row.reopens + 1,
    returns: 0,
    acknowledgedAt: null,
    ackMissed: null,
    raisedTo: null,
    answerRaisedTo: null,
    handlerId: null,
    confirmation: null,
    handledAt: null,
    handledBy: null,
    onTime: null,
    ...eventClock(ctx, { level: row.level, from: ctx.now }, 'respond', moments.respondDue),
  }
}

function clockOf(ctx: Ctx, row: Event, kind: 'respond' | 'finish'): Pick<Given, 'dueAt' | 'dueProvisional'> {
  return eventClock(ctx, { level: row.level, from: row.createdAt }, kind, kind === 'respond' ? row.respondDue : row.finishDue)
}
