import { definePluginServer } from '@linli/store'
import { counter } from '../plugin.ts'
import { applicationEffects, applicationGuards } from './applications.ts'
import {
  appointmentEffects,
  appointmentGuards,
  forgetBookers,
  handleBook,
  handleBooking,
  handleFreeSlots,
  handleOpenSlots,
  slotGuards,
} from './appointments.ts'
import { breachEffects, breachGuards, handleOpenBreach } from './breaches.ts'
import { certificateGuards, certificateListEffects } from './certificates.ts'
import { handleMyClocks, handleOverdueWall } from './clocks.ts'
import { commitmentEffects, commitmentGuards } from './commitments.ts'
import { handleBring, handleChecklist, handleOverride, handleReceive, handleReissue, handleSlip, handleTick } from './desk.ts'
import { extensionGuards } from './extensions.ts'
import { exclusionEffects, exclusionGuards } from './hotline-exclusions.ts'
import { hotlineEffects, hotlineGuards } from './hotline.ts'
import { hotlineImportHandler } from './imports/hotline.ts'
import { inquiryEffects, inquiryGuards, onGridNeeds } from './inquiries.ts'
import { handleCompare, itemEffects, itemGuards, materialGuards } from './items.ts'
import { migrations } from './migrations/index.ts'
import {
  forgetAskers,
  handleAnswerPrecheck,
  handlePrecheck,
  handlePrecheckAnswer,
  handleTakePrecheck,
  precheckGuards,
} from './prechecks.ts'
import { handlePrint } from './print.ts'
import { handleGuide, handleProgress, handlePublicRatings, handleRate, handleRatingPage } from './public.ts'
import { handleCallNext, handleQueue, ticketGuards } from './queue.ts'
import { handleOfferRating, handlePad, handlePadRate, handlePairPad } from './pad.ts'
import { handleLook, handleMyRatings, ratingEffects, ratingGuards } from './ratings.ts'
import {
  queryAccountability,
  queryBurden,
  queryCases,
  queryCertificates,
  queryCommitments,
  queryHotlineLedger,
  queryHotlineRates,
  queryInquiries,
  queryMeasures,
  queryOverdue,
  queryPerformance,
  queryPromises,
  queryQueue,
  queryRatings,
} from './reports/index.ts'
import { supervisionGuards } from './supervisions.ts'
import { tickClocks } from './tick.ts'

export default definePluginServer(counter, {
  migrations,
  guards: {
    'counter.applications': applicationGuards,
    'counter.inquiries': inquiryGuards,
    'counter.tickets': ticketGuards,
    'counter.prechecks': precheckGuards,
    'counter.slots': slotGuards,
    'counter.appointments': appointmentGuards,
    'counter.hotline-orders': hotlineGuards,
    'counter.hotline-exclusions': exclusionGuards,
    'counter.extensions': extensionGuards,
    'counter.commitments': commitmentGuards,
    'counter.ratings': ratingGuards,
    'counter.breaches': breachGuards,
    'counter.supervisions': supervisionGuards,
    'counter.certificate-requests': certificateGuards,
    'counter.items': itemGuards,
    'counter.materials': materialGuards,
  },
  effects: {
    'counter.applications': applicationEffects,
    'counter.inquiries': inquiryEffects,
    'counter.hotline-orders': hotlineEffects,
    'counter.hotline-exclusions': exclusionEffects,
    'counter.ratings': ratingEffects,
    'counter.breaches': breachEffects,
    'counter.items': itemEffects,
    'counter.appointments': appointmentEffects,
    'counter.commitments': commitmentEffects,
    'counter.certificates': certificateListEffects,
  },
  actions: {
    'counter.checklist': handleChecklist,
    'counter.receive': handleReceive,
    'counter.applications.tick': handleTick,
    'counter.applications.bring': handleBring,
    'counter.applications.override-notice': handleOverride,
    'counter.applications.slip': handleSlip,
    'counter.applications.reissue-slip': handleReissue,
    'counter.call-next': handleCallNext,
    'counter.queue': handleQueue,
    'counter.my-clocks': handleMyClocks,
    'counter.overdue-wall': handleOverdueWall,
    'counter.items.compare': handleCompare,
    'counter.my-ratings': handleMyRatings,
    'counter.ratings.look': handleLook,
    'counter.print': handlePrint,
    'counter.run-clocks': (ctx) => tickClocks(ctx.elevated()),
    'counter.guide': handleGuide,
    'counter.progress': handleProgress,
    'counter.rating-page': handleRatingPage,
    'counter.rate': handleRate,
    'counter.pad': handlePad,
    'counter.pad-rate': handlePadRate,
    'counter.windows.pair-pad': handlePairPad,
    'counter.applications.offer-rating': handleOfferRating,
    'counter.public-ratings': handlePublicRatings,
    'counter.open-breach': handleOpenBreach,
    'counter.open-slots': handleOpenSlots,
    'counter.free-slots': handleFreeSlots,
    'counter.book': handleBook,
    'counter.booking': handleBooking,
    'counter.precheck': handlePrecheck,
    'counter.precheck-answer': handlePrecheckAnswer,
    'counter.prechecks.answer': handleAnswerPrecheck,
    'counter.prechecks.take': handleTakePrecheck,
  },
  reports: {
    'counter.case-ledger': queryCases,
    'counter.inquiry-register': queryInquiries,
    'counter.overdue-ledger': queryOverdue,
    'counter.measures': queryMeasures,
    'counter.performance': queryPerformance,
    'counter.burden': queryBurden,
    'counter.rating-report': queryRatings,
    'counter.accountability-ledger': queryAccountability,
    'counter.certificate-register': queryCertificates,
    'counter.promise-table': queryPromises,
    'counter.queue-report': queryQueue,
    'counter.commitment-ledger': queryCommitments,
    'counter.hotline-rates': queryHotlineRates,
    'counter.hotline-ledger': queryHotlineLedger,
  },
  imports: { 'counter.hotline': hotlineImportHandler },
  on: { 'grid.event.needs_service': onGridNeeds },
  jobs: {
    clocks: { title: '核对办件时限', every: '*/10 * * * *', run: async (ctx) => void (await tickClocks(ctx)) },
    'forget-askers': { title: '删除到期的预审人信息', every: '30 3 * * *', run: forgetAskers },
    'forget-bookers': { title: '删除到期的预约人信息', every: '35 3 * * *', run: forgetBookers },
  },
  routes: new URL('./routes', import.meta.url),
})
