export { definePluginServer } from './define-plugin-server.ts'
export { inOneTransaction } from './long-work.ts'
export type { LongWork } from './long-work.ts'
export type {
  Addition,
  AnyPluginServer,
  Effects,
  Guards,
  ImportHandler,
  ImportOutcome,
  Job,
  Migration,
  PluginServer,
} from './plugin-server.ts'
