import { defineEvent } from '@linli/kit'
import * as z from 'zod'

const matter = z.object({
  /** Null where a proposal ended before it became a matter. */
  matterId: z.string().nullable(),
  proposalId: z.string().nullable(),
  source: z.string(),
  /** The grid event or counter case that it came from. */
  sourceId: z.string().nullable(),
})
const meeting = z.object({ meetingId: z.string().nullable(), councilId: z.string() })

/** A matter was taken up and has a leading party organisation. */
export const matterAccepted = defineEvent({ name: 'council.matter.accepted', title: '议题已受理', data: matter })

/** A matter went a gate back, or a proposal was declined. */
export const matterReturned = defineEvent({ name: 'council.matter.returned', title: '议题已退回', data: matter })

/** A matter was decided by its body. */
export const matterResolved = defineEvent({ name: 'council.matter.resolved', title: '议题已决议', data: matter })

/** What was decided is carried out and its result posted. */
export const matterExecuted = defineEvent({ name: 'council.matter.executed', title: '议题已实施', data: matter })

/** A matter came to its end, whichever. */
export const matterClosed = defineEvent({ name: 'council.matter.closed', title: '议题已结束', data: matter })

/** A meeting took place. */
export const meetingHeld = defineEvent({ name: 'council.meeting.held', title: '会议已召开', data: meeting })

/** A month went by without the meeting. */
export const meetingMissed = defineEvent({ name: 'council.meeting.missed', title: '当月未召开会议', data: meeting })

/** A task was given to somebody. */
export const actionAssigned = defineEvent({
  name: 'council.action.assigned',
  title: '任务已交办',
  data: z.object({ actionId: z.string(), matterId: z.string() }),
})
