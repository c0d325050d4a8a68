export { accountabilityLedger, caseLedger, certificateRegister, inquiryRegister, overdueLedger, promiseTable } from './ledgers.ts'
export { hotlineLedger, hotlineRates, hotlineRows } from './hotline.ts'
export { measuresReport } from './measures.ts'
export { burdenReport, performanceReport, queueReport, ratingReport } from './summaries.ts'
