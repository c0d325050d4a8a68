export * from './contract/index.ts'
export * from './fuzz/index.ts'
export * from './sample/index.ts'
export * from './street/index.ts'
