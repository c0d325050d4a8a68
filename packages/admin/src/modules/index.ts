export { defineAdmin } from './define-admin.ts'
export type {
  AdminCard,
  AdminDefinition,
  AdminHalf,
  AdminHandover,
  AdminPage,
  AdminPanel,
  LazyPart,
  PanelProps,
  ResourceViews,
} from './define-admin.ts'
export { loadModules } from './street-modules.ts'
export type { LoadedModule, ModuleEntries, StreetModules } from './street-modules.ts'
