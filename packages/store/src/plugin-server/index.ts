export { definePluginServer } from './define-plugin-server.ts'
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
