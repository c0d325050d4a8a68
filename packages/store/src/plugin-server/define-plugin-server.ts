import type { AnyPlugin } from '@linli/kit'
import type { AnyPluginServer, PluginServer } from './plugin-server.ts'

/**
 * Declares the server half of a module. A misspelt step, action or report does not compile.
 *
 * @example
 * export default definePluginServer(parks, { migrations: [{ name: '0001_create', up: '…' }], actions: {}, reports: {} })
 */
export function definePluginServer<P extends AnyPlugin>(_plugin: P, server: NoInfer<PluginServer<P>>): AnyPluginServer {
  return server as unknown as AnyPluginServer
}
