import { defineEvent } from '@linli/kit'
import * as z from 'zod'

const event = z.object({ eventId: z.string(), category: z.string(), level: z.string() })
const handed = z.object({ eventId: z.string(), no: z.string(), category: z.string() })

/** An event was reported. */
export const eventReported = defineEvent({ name: 'grid.event.reported', title: '事件上报', data: event })

/** An event was given to whoever handles it. */
export const eventDispatched = defineEvent({ name: 'grid.event.dispatched', title: '事件派办', data: event })

/** An event was closed with its reporter's word. */
export const eventClosed = defineEvent({ name: 'grid.event.closed', title: '事件结案', data: event })

/** An event that its residents must deliberate about. */
export const eventEscalated = defineEvent({ name: 'grid.event.escalated_to_council', title: '事件提交议事会', data: handed })

/** An event behind which somebody needs a service of the counter. */
export const eventNeedsService = defineEvent({ name: 'grid.event.needs_service', title: '事件转窗口办理', data: handed })

/** An event that nobody answered within the promise of its level. */
export const eventUnanswered = defineEvent({ name: 'grid.event.unanswered', title: '事件无人响应', data: event })

/** A visit found that somebody needs help: with what, or `restricted` where only the cell and the community may know. */
export const needFound = defineEvent({
  name: 'grid.need.found',
  title: '走访发现需求',
  data: z.object({ visitId: z.string(), personId: z.string(), category: z.string() }),
})

/** A form was filled in for somebody or something: what a ledger that uses the answers waits for. */
export const formCollected = defineEvent({
  name: 'grid.form.collected',
  title: '采集表已提交',
  data: z.object({
    submissionId: z.string(),
    formId: z.string(),
    target: z.string(),
    /** `validated`, `conflict` or `unknown`. */
    status: z.string(),
  }),
})
