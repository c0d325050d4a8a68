export type { MigrationName, Migrations } from './migrations.ts'
export { pendingError } from './pending-error.ts'
export { applyWithin, checksumOf, historyTable, makeMigrations, migrationSets, type MigrationSet } from './run-migrations.ts'
