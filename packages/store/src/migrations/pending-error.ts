import { StoreError } from '../store-error.ts'
import type { MigrationName } from './migrations.ts'

/** That the start is refused because the tables are not up to date. */
export function pendingError(pending: readonly MigrationName[]): StoreError {
  const names = pending.map(({ plugin, name }) => `${plugin}/${name}`).join(', ')
  return new StoreError('migrations.pending', {
    zh: `数据库有 ${pending.length} 个迁移尚未执行：${names}。请先备份，再运行 linli migrate。`,
    en: `${pending.length} migrations are pending: ${names}. Make a backup, then run "linli migrate".`,
  })
}
