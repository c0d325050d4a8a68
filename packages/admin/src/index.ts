export {
  FieldInput,
  FieldValue,
  instantText,
  moneyText,
  plainText,
  recordName,
  ReferenceValue,
  StatusChip,
  usePlaceNames,
} from './field/index.ts'
export { DialogForm } from './form/index.ts'
export { ask, download, ProblemError, request } from './http/index.ts'
export type { Answer, Fault, RequestOptions } from './http/index.ts'
export { LinliAdmin } from './linli-admin.tsx'
export type { LinliAdminProps } from './linli-admin.tsx'
export { listLink } from './list/index.ts'
export { useWords } from './messages/index.ts'
export { useAdminInfo, useDefinition, useMay, useTitles } from './model/index.ts'
export type { AdminInfo, Model, TitleOf } from './model/index.ts'
export { defineAdmin } from './modules/index.ts'
export type {
  AdminCard,
  AdminDefinition,
  AdminHalf,
  AdminPage,
  AdminHandover,
  AdminPanel,
  LazyPart,
  ModuleEntries,
  PanelProps,
  ResourceViews,
  StreetModules,
} from './modules/index.ts'
export { useChosenPlace } from './place/index.ts'
export { phoneAccounts } from './platform/phone-accounts-panel.tsx'
export { publicPage } from './session/index.ts'
export type { Me, MyPlace, MyPost } from './session/index.ts'
export { Clock } from './record/clock.tsx'
export { StepButtons } from './step/index.ts'
