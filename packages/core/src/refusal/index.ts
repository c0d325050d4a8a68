export { defineReasons, isRefusal } from './refusal.ts'
export type { ReasonText, Reasons, Refusal, RefusalData } from './refusal.ts'
export { ok, refused } from './result.ts'
export type { Result } from './result.ts'
