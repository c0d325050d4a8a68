export * from './context/index.ts'
export * from './plugin-server/index.ts'
export * from './rows/index.ts'
