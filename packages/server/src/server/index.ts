export { createServer } from './create-server.ts'
export type { LinliServer } from './create-server.ts'
export { linliPlugin } from './linli-plugin.ts'
export type { LinliPluginOptions } from './linli-plugin.ts'
