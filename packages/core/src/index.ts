export * from './date/index.ts'
export * from './refusal/index.ts'
export * from './identifier/index.ts'
export * from './money/index.ts'
