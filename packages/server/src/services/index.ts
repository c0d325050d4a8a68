export { loadPlugins } from './load-plugins.ts'
export type { Load } from './load-plugins.ts'
export { derive, readSecret } from './secret.ts'
export type { Services } from './services.ts'
