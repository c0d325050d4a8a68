export { demo } from './demo.ts'
export { DEMO_MERCHANTS } from './merchants.ts'
export { residents } from './residents.ts'
export type { LedgerLine } from './residents.ts'
