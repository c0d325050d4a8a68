import * as z from 'zod'
import { defineEvent } from '../event/index.ts'

/**
 * Somebody is to be told, outside the inbox too: one event for each account. It is the port that a module with messages (WeChat, SMS) listens
 * to; where there is none, the inbox has told it already and nothing is lost. Ids and codes only: what is sent is the listener's to word.
 */
export const notifyRequested = defineEvent({
  name: 'platform.notify.requested',
  title: '需要通知',
  data: z.object({
    accountId: z.string(),
    /** `now` rings; `today` may be gathered. */
    urgency: z.enum(['now', 'today']),
    /** What happened, as a code of the module: `grid.event.unanswered`. */
    about: z.string(),
    /** The row that it is about. */
    resource: z.string(),
    rowId: z.string(),
  }),
})
