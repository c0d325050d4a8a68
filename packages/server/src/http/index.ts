export { admit, admitVisitor, originOf, sessionOf } from './admit.ts'
export { ID_PARAMS, operation } from './operation.ts'
export type { Operation } from './operation.ts'
export { objectBody, parseBody, parseId, parseJson, parseJsonObject, parseRange } from './parse.ts'
