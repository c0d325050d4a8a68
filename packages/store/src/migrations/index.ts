export type { MigrationName, Migrations } from './migrations.ts'
export { ownMigrations } from './own-migrations.ts'
export { pendingError } from './pending-error.ts'
export { makeMigrations, type MigrationSet } from './run-migrations.ts'
