export type { Demo, DemoAccount, DemoPost, Seeding } from './demo.ts'
export type { Instance, Limits } from './instance.ts'
