export { isShown, mayReveal, PURPOSES, widest } from './clearance.ts'
export type { Clearance, Purpose } from './clearance.ts'
export { isAtMost, PRIVACY_CLASSES } from './privacy-class.ts'
export type { PrivacyClass } from './privacy-class.ts'
