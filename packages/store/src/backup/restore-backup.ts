import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { PoolClient } from 'pg'
import { loadKey, makeCipher } from '../cipher/index.ts'
import { connect } from '../connection/connect.ts'
import { folderContents } from '../files/folder-contents.ts'
import { applyWithin, checksumOf, historyTable, migrationSets, type MigrationSet } from '../migrations/index.ts'
import { StoreError } from '../store-error.ts'
import type { StoreOptions } from '../store.ts'
import { quoted } from '../table/index.ts'
import { archiveEntries, checkArchive } from './archive.ts'
import type { BackupManifest } from './manifest.ts'
import {
  damagedArchive,
  fullTarget,
  keyMissing,
  missingModule,
  newerArchive,
  notRestored,
  otherKey,
  otherStreet,
  otherText,
} from './refusals.ts'
import { copiedTables, writeTable, type CopiedTable } from './tables.ts'
import { auditHeads } from './write-backup.ts'

export interface RestoreOptions extends Pick<StoreOptions, 'databaseUrl' | 'dataDir' | 'streets' | 'plugins' | 'contents' | 'log' | 'key'> {
  readonly onProgress?: (done: { readonly rows: number; readonly files: number }) => void
}

export interface Restored {
  readonly manifest: BackupManifest
  /** Tables that no module makes: they belong to another program and were left out. */
  readonly foreignTables: readonly string[]
}

/**
 * Brings an office back from an archive into an empty place, of either kind of database. The archive is read twice: once to be sure of all
 * of it before anything is written. What fails leaves nothing behind.
 *
 * @param open gives the archive from its beginning
 * @throws StoreError `backup.*` with what to do
 */
export async function restoreBackup(options: RestoreOptions, open: () => Readable): Promise<Restored> {
  const { dataDir, databaseUrl } = options
  const manifest = await checkArchive(open())
  mustFitProgram(options, manifest)
  mustBeEmpty(options)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secrets = await readSecrets(open, manifest)
  mustFitKey(options, manifest, secrets.get('key'))
  const database = join(dataDir, 'database')
  const files = join(dataDir, 'files')
  try {
    const connection = await connect(options)
    try {
      const client = await connection.pool.connect()
      try {
        await client.query('begin')
        await client.query('set local statement_timeout to 0; set local idle_in_transaction_session_timeout to 0')
        await mustBeEmptyDatabase(client)
        const foreignTables = await load(options, client, manifest, open)
        await client.query('commit')
        await client.query('analyze')
        for (const [name, text] of secrets) keepSecret(join(dataDir, name), text)
        return { manifest, foreignTables }
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        throw error instanceof StoreError ? error : notRestored(error)
      } finally {
        client.release(true)
      }
    } finally {
      await connection.close()
    }
  } catch (error) {
    if (databaseUrl === undefined && !isRefusedTarget(error)) rmSync(database, { recursive: true, force: true })
    if (!options.contents && !isRefusedTarget(error)) rmSync(files, { recursive: true, force: true })
    throw error
  }
}

/** Whether somebody else is in the target: what lies there is theirs. */
function isRefusedTarget(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown }
  return code === 'backup.target' || code === 'folder.in_use'
}

function mustFitProgram({ streets, plugins }: RestoreOptions, manifest: BackupManifest): void {
  const unknown = manifest.streets.find(({ code }) => !streets.some((street) => street.code === code))
  if (unknown) throw otherStreet(unknown.code, unknown.name)
  const sets = setsByHistory(plugins)
  for (const { plugin, name, checksum } of manifest.migrations) {
    const set = sets.get(plugin)
    if (!set) throw missingModule(plugin)
    const migration = set.migrations.find((each) => each.name === name)
    if (!migration) throw newerArchive(`${plugin} ${name}`)
    if (checksumOf(migration) !== checksum) throw otherText(plugin, name)
  }
}

/** Sets by how the archive names them: as their history tables do. */
function setsByHistory(plugins: RestoreOptions['plugins']): ReadonlyMap<string, MigrationSet> {
  return new Map(migrationSets(plugins).map((set) => [historyTable(set.plugin).replace('linli_migrations_', ''), set]))
}

function mustBeEmpty({ dataDir, databaseUrl }: RestoreOptions): void {
  if (databaseUrl === undefined && existsSync(join(dataDir, 'database')))
    throw fullTarget({ zh: `数据目录 ${dataDir} `, en: `the data folder ${dataDir}` })
  const files = join(dataDir, 'files')
  if (existsSync(files) && readdirSync(files).some((name) => name !== 'incoming'))
    throw fullTarget({ zh: `文件目录 ${files} `, en: `the folder ${files}` })
}

async function mustBeEmptyDatabase(client: PoolClient): Promise<void> {
  const { rows } = await client.query(`select 1 from pg_namespace where nspname = 'linli_jobs'`)
  if (rows.length > 0 || (await copiedTables(client)).length > 0) throw fullTarget({ zh: '数据库', en: 'the database' })
}

async function readSecrets(open: () => Readable, { secrets }: BackupManifest): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (secrets.length === 0) return found
  for await (const { name, bytes } of archiveEntries(open())) if (name.startsWith('keys/')) found.set(name.slice(5), bytes.toString('utf8'))
  return found
}

function mustFitKey({ dataDir, key }: RestoreOptions, { keyId }: BackupManifest, archived: string | undefined): void {
  const path = join(dataDir, 'key')
  const isGiven = key !== undefined || Boolean(process.env.LINLI_KEY) || existsSync(path)
  if (!isGiven && archived === undefined) throw keyMissing(keyId, path)
  const given = isGiven ? loadKey(dataDir, key).key : loadKey(dataDir, Buffer.from((archived ?? '').trim(), 'base64')).key
  const present = makeCipher(given).keyId
  if (present !== keyId) throw otherKey(keyId, present)
}

function keepSecret(path: string, text: string): void {
  if (!existsSync(path)) writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
}

async function load(
  options: RestoreOptions,
  client: PoolClient,
  manifest: BackupManifest,
  open: () => Readable,
): Promise<readonly string[]> {
  await makeTables(options, client, manifest)
  const targets = new Map((await copiedTables(client)).map((table) => [table.name, table]))
  const foreignTables = Object.keys(manifest.tables).filter((name) => !targets.has(name))
  const used = Object.keys(manifest.tables).flatMap((name) => targets.get(name) ?? [])
  const foreignKeys = await dropForeignKeys(client)
  for (const { name } of used) await client.query(`alter table ${quoted(name)} disable trigger user; delete from ${quoted(name)}`)
  await copyIn(options, client, manifest, targets, open)
  await mustBeWhole(client, manifest, used)
  for (const { name } of used) await client.query(`alter table ${quoted(name)} enable trigger user`)
  for (const { table, name, definition } of foreignKeys)
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
  for (const table of used) await setSequences(client, table)
  return foreignTables
}

/** The tables as the frozen migrations make them, as far as the archive had come. */
async function makeTables({ plugins }: RestoreOptions, client: PoolClient, { migrations }: BackupManifest): Promise<void> {
  for (const [plugin, set] of setsByHistory(plugins)) {
    const applied = migrations.filter((each) => each.plugin === plugin).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    for (const { name, appliedAt } of applied) {
      const migration = set.migrations.find((each) => each.name === name)
      if (migration) await applyWithin(client, set.plugin, migration, appliedAt)
    }
  }
}

/** Taken away while rows come in any order, and put back, which looks at every row. */
async function dropForeignKeys(
  client: PoolClient,
): Promise<readonly { readonly table: string; readonly name: string; readonly definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.contype = 'f' and n.nspname = 'public'`,
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  return rows
}

async function copyIn(
  options: RestoreOptions,
  client: PoolClient,
  { tables }: BackupManifest,
  targets: ReadonlyMap<string, CopiedTable>,
  open: () => Readable,
): Promise<void> {
  const contents = options.contents ?? folderContents(join(options.dataDir, 'files'))
  const progress = { rows: 0, files: 0 }
  for await (const { name, bytes } of archiveEntries(open())) {
    const [kind = '', table = ''] = name.split('/')
    const target = kind === 'tables' ? targets.get(table) : undefined
    if (target) {
      const lines = bytes.toString('utf8').split('\n').slice(0, -1)
      await writeTable(client, target, tables[table]?.columns ?? [], { lines })
      progress.rows += lines.length
    } else if (kind === 'files') {
      const { id } = await contents.write(Readable.from([bytes]), { max: Infinity, inspect: () => Promise.resolve() })
      if (id !== table) throw damagedArchive(name)
      progress.files += 1
    } else continue
    options.onProgress?.(progress)
  }
}

async function mustBeWhole(client: PoolClient, manifest: BackupManifest, used: readonly CopiedTable[]): Promise<void> {
  for (const { name } of used) {
    const { rows } = await client.query<{ count: number }>(`select count(*) as count from ${quoted(name)}`)
    if (rows[0]?.count !== manifest.tables[name]?.rows) throw damagedArchive(name)
  }
  if (JSON.stringify(await auditHeads(client)) !== JSON.stringify(manifest.auditHeads)) throw damagedArchive('audit')
}

async function setSequences(client: PoolClient, { name, columns }: CopiedTable): Promise<void> {
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `select c as column, pg_get_serial_sequence($1, c) as sequence from unnest($2::text[]) as c where pg_get_serial_sequence($1, c) is not null`,
    [quoted(name), columns.map((column) => column.name)],
  )
  for (const { column, sequence } of rows)
    await client.query(`select setval($1, (select coalesce(max(${quoted(column)}), 0) + 1 from ${quoted(name)}), false)`, [sequence])
}
