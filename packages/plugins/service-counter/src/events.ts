import { defineEvent } from '@linli/kit'
import * as z from 'zod'

const application = z.object({ applicationId: z.string(), itemId: z.string(), personId: z.string().nullable() })

export const applicationAccepted = defineEvent({ name: 'counter.application.accepted', title: '办件已受理', data: application })
export const applicationOverdue = defineEvent({ name: 'counter.application.overdue', title: '办件已超期', data: application })
export const applicationDecided = defineEvent({ name: 'counter.application.decided', title: '办件已办结', data: application })
/** A relief item was decided in the applicant's favour. */
export const reliefApproved = defineEvent({
  name: 'counter.relief.approved',
  title: '救助已批准',
  data: application.extend({ no: z.string() }),
})
export const inquiryHanded = defineEvent({ name: 'counter.inquiry.handed', title: '首问已移交', data: z.object({ inquiryId: z.string() }) })
/** A first inquiry came to its end; `sourceId` is the event of the net that it came from. */
export const inquiryClosed = defineEvent({
  name: 'counter.inquiry.closed',
  title: '首问已办结',
  data: z.object({ inquiryId: z.string(), sourceId: z.string().nullable(), disposition: z.string().nullable() }),
})
export const ratingBad = defineEvent({
  name: 'counter.rating.bad',
  title: '收到差评',
  data: z.object({ ratingId: z.string(), applicationId: z.string() }),
})
export const breachFound = defineEvent({
  name: 'counter.breach.found',
  title: '责任认定属实',
  data: z.object({ breachId: z.string(), kind: z.string() }),
})
/** The same appeal came again from the same place: something for the residents' council. */
export const appealRepeated = defineEvent({
  name: 'counter.appeal.repeated',
  title: '同类诉求反复出现',
  data: z.object({ caseId: z.string(), no: z.string(), topic: z.string() }),
})

/** What an applicant declared instead of bringing a paper was found to be untrue. */
export const commitmentBroken = defineEvent({
  name: 'counter.commitment.broken',
  title: '告知承诺不实',
  data: z.object({ commitmentId: z.string(), applicationId: z.string(), consequence: z.string() }),
})
