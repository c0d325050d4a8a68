export { queryAccountability, queryCases, queryCertificates, queryInquiries, queryOverdue, queryPromises } from './ledgers.ts'
export { hotlineSums, queryHotlineLedger, queryHotlineRates } from './hotline.ts'
export { queryMeasures } from './measures.ts'
export { queryBurden, queryPerformance, queryQueue, queryRatings } from './summaries.ts'
