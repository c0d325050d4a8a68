import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import type { Connection, Queryable } from '../connection/connect.ts'
import type { Migration } from '../plugin-server/index.ts'
import { StoreError } from '../store-error.ts'
import type { LoadedPlugin } from '../store.ts'
import type { MigrationName, Migrations } from './migrations.ts'
import { ownMigrations } from './own-migrations.ts'

/** A module's history, as the program knows it. */
export interface MigrationSet {
  readonly plugin: string
  readonly migrations: readonly Migration[]
}

interface Applied {
  readonly plugin: string
  readonly name: string
  readonly checksum: string
}

/** The sets of a program: the store's own, then each module's. */
export function migrationSets(plugins: readonly LoadedPlugin[]): readonly MigrationSet[] {
  return [
    { plugin: 'store', migrations: ownMigrations },
    ...plugins.map(({ plugin, server }) => ({ plugin: plugin.id, migrations: server.migrations })),
  ]
}

/** Any number that no other program uses as an advisory lock in this database. */
const LOCK = 411_402_004

/** The runner over sets in the order in which they are applied. */
export function makeMigrations({ pool, direct }: Connection, sets: readonly MigrationSet[]): Migrations {
  return {
    pending: async () => pendingOf(sets, await appliedOf(direct, sets)).map(({ plugin, migration }) => ({ plugin, name: migration.name })),
    migrate: async () => {
      const client = await pool.connect()
      try {
        await takeTurn(client)
        const done: MigrationName[] = []
        for (const { plugin, migration } of pendingOf(sets, await appliedOf(client, sets))) {
          await apply(client, plugin, migration)
          done.push({ plugin, name: migration.name })
        }
        return done
      } finally {
        await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined)
        client.release()
      }
    },
  }
}

/** Waits for whoever else is migrating, without a statement that could run out of time. */
async function takeTurn(client: PoolClient): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
    if (rows[0]?.mine) return
    await pause(200)
  }
}

async function appliedOf(client: Queryable, sets: readonly MigrationSet[]): Promise<readonly Applied[]> {
  const { rows: tables } = await client.query<{ plugin: string; present: boolean }>(
    `select plugin, to_regclass(history) is not null as present from unnest($1::text[], $2::text[]) as t (plugin, history)`,
    [sets.map(({ plugin }) => plugin), sets.map(({ plugin }) => historyTable(plugin))],
  )
  const present = tables.filter((table) => table.present)
  if (present.length === 0) return []
  const select = present.map(({ plugin }) => `select '${plugin}' as plugin, name, checksum from ${historyTable(plugin)}`)
  return (await client.query<{ plugin: string; name: string; checksum: string }>(select.join(' union all '))).rows
}

function pendingOf(sets: readonly MigrationSet[], applied: readonly Applied[]): { plugin: string; migration: Migration }[] {
  return sets.flatMap(({ plugin, migrations }) => {
    const known = new Map(applied.filter((entry) => entry.plugin === plugin).map(({ name, checksum }) => [name, checksum]))
    const unknown = [...known.keys()].find((name) => !migrations.some((migration) => migration.name === name))
    if (unknown !== undefined) throw tooNew(plugin, unknown)
    const ordered = migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    for (const migration of ordered) {
      const checksum = known.get(migration.name)
      if (checksum !== undefined && checksum !== checksumOf(migration)) throw edited(plugin, migration.name)
    }
    return ordered.filter(({ name }) => !known.has(name)).map((migration) => ({ plugin, migration }))
  })
}

async function apply(client: PoolClient, plugin: string, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local statement_timeout to 0')
    await applyWithin(client, plugin, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw failed(plugin, migration.name, error)
  }
}

/** Applies a migration within the transaction of the client, and notes that it was, at which moment. */
export async function applyWithin(client: Queryable, plugin: string, migration: Migration, appliedAt?: string): Promise<void> {
  const history = historyTable(plugin)
  await client.query(
    `create table if not exists ${history} (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  await client.query(migration.up)
  await client.query(`insert into ${history} (name, checksum, applied_at) values ($1, $2, coalesce($3::timestamptz, now()))`, [
    migration.name,
    checksumOf(migration),
    appliedAt ?? null,
  ])
}

export function historyTable(plugin: string): string {
  return `linli_migrations_${plugin.replaceAll('-', '_')}`
}

export function checksumOf({ up }: Migration): string {
  return createHash('sha256').update(up.replaceAll('\r\n', '\n').trim()).digest('hex')
}

function edited(plugin: string, name: string): StoreError {
  return new StoreError('migrations.edited', {
    zh: `模块 ${plugin} 的迁移 ${name} 在执行之后被改动过。请恢复原文，把改动写成新的迁移。`,
    en: `The migration ${name} of the module ${plugin} was edited after it had been applied. Restore its text and write the change as a new migration.`,
  })
}

function tooNew(plugin: string, name: string): StoreError {
  return new StoreError('migrations.unknown', {
    zh: `数据库里模块 ${plugin} 已执行迁移 ${name}，而当前程序没有它：程序比数据旧。请使用新版程序，或恢复旧的备份。`,
    en: `The database has the migration ${name} of the module ${plugin}, which this program does not know: it is older than its data. Use the newer program, or restore an older backup.`,
  })
}

function failed(plugin: string, name: string, cause: unknown): StoreError {
  const message = cause instanceof Error ? cause.message : String(cause)
  return new StoreError(
    'migrations.failed',
    {
      zh: `模块 ${plugin} 的迁移 ${name} 执行失败，已撤回这一步：${message}`,
      en: `The migration ${name} of the module ${plugin} failed and was taken back: ${message}`,
    },
    { cause },
  )
}
