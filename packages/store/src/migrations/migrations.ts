/** A migration by its module and name. */
export interface MigrationName {
  /** Plugin id; `store` for the store's own tables. */
  readonly plugin: string
  readonly name: string
}

/** The forward-only history of every module's tables: one table of names and checksums per module. */
export interface Migrations {
  /** What is not applied yet, in the order in which it will be. */
  pending(): Promise<readonly MigrationName[]>
  /**
   * Applies what is pending, each module after those it needs, one process at a time.
   *
   * @throws StoreError `migrations.edited` when the text of an applied migration differs, `migrations.unknown` when the database is newer than the
   * program, `migrations.failed` with the module and name; everything applied before stays.
   */
  migrate(): Promise<readonly MigrationName[]>
}
