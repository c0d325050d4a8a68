export { reason } from './reasons.ts'
export { refuse } from './refuse.ts'
