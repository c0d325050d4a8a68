export { linliOffline } from './linli-offline.ts'
export type { LinliOfflineOptions } from './linli-offline.ts'
