export { queryAccountability, queryCases, queryCertificates, queryInquiries, queryOverdue, queryPromises } from './ledgers.ts'
export { queryMeasures } from './measures.ts'
export { queryBurden, queryPerformance, queryQueue, queryRatings } from './summaries.ts'
