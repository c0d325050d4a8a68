export * from './actions/index.ts'
export * from './events.ts'
export { residentsImport } from './imports/residents.ts'
export { registry } from './plugin.ts'
export * from './reports/index.ts'
export * from './resources/index.ts'
export * from './rules/options.ts'
export { SOURCE_OPTIONS, splitByTrust, trustOf } from './rules/source-trust.ts'
export type { FactSource, TrustSplit } from './rules/source-trust.ts'
export {
  isDerivedTag,
  isSensitiveTag,
  OPEN_TAG_OPTIONS,
  PROTECTED_LABEL,
  RECORDED_TAG_OPTIONS,
  TAG_LABEL_OPTIONS,
  TAG_OPTIONS,
  tagLabel,
} from './rules/tag-options.ts'
export type { TagLabel } from './rules/tag-options.ts'
