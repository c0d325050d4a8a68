export { sourceText } from './rule-source.ts'
export type { RuleSource } from './rule-source.ts'
