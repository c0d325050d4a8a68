export * from './date/index.ts'
export * from './refusal/index.ts'
