import { StoreError } from './store-error.ts'
import type { LinliStore, StoreOptions } from './store.ts'

/**
 * Opens the store: takes the folder or connects, brings the tables up to date (or refuses to start), checks the key.
 *
 * @throws StoreError with what to do: `folder.in_use`, `database.unreachable`, `database.too_old`, `key.changed`, `key.format`, `migrations.*`
 *
 * @example
 * const store = await openStore({ dataDir: '.linli', streets: [street], plugins: [{ plugin: platform, server: platformServer }] })
 */
export function openStore(options: StoreOptions): Promise<LinliStore> {
  return Promise.reject(new StoreError('store.unfinished', { zh: `尚未实现：${options.dataDir}`, en: 'Not built yet' }))
}
