import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import { keyRotating } from '../cipher/index.ts'
import { connect, type Connection } from '../connection/connect.ts'
import { folderContents } from '../files/folder-contents.ts'
import { FILES_LOCK } from '../files/files-lock.ts'
import type { FileContents } from '../files/files.ts'
import { StoreError } from '../store-error.ts'
import type { StoreOptions } from '../store.ts'
import { archiveWriter, HEAD, MANIFEST, sha256, type ArchiveWriter } from './archive.ts'
import { BACKUP_FORMAT, type BackupManifest, type BackupTable } from './manifest.ts'
import { inUse, nothingThere } from './refusals.ts'
import { copiedTables, readTable } from './tables.ts'

export interface BackupOptions extends Pick<StoreOptions, 'databaseUrl' | 'dataDir' | 'streets' | 'contents' | 'log'> {
  /** Version of the program, told in the archive. */
  readonly program: string
  /** Tables whose rows only pass through and are left out. */
  readonly omit?: readonly string[]
  /** Secrets to be put in, as they stand in their files. @default none */
  readonly secrets?: Readonly<Partial<Record<'key' | 'secret', string>>>
  /** Hears how far it is: rows and files. */
  readonly onProgress?: (done: { readonly rows: number; readonly files: number }) => void
}

const HISTORY = 'linli_migrations_'

/**
 * Writes everything an office has into one archive: rows as they stood at one moment, files, the state of the migrations. Pending
 * migrations do not matter. On PostgreSQL the office works on meanwhile; the embedded database has to be at rest.
 *
 * @param open makes the place where the archive goes; called once the database is there
 * @throws StoreError `backup.in_use`, `backup.nothing`, and what connecting throws
 */
export async function writeBackup(options: BackupOptions, open: () => Writable): Promise<BackupManifest> {
  if (options.databaseUrl === undefined && !existsSync(join(options.dataDir, 'database'))) throw nothingThere()
  const connection = await connect(options).catch((error: unknown) => {
    throw error instanceof StoreError && error.code === 'folder.in_use' ? inUse(error) : error
  })
  let archive: ArchiveWriter | undefined
  try {
    archive = archiveWriter(open())
    const client = await connection.pool.connect()
    try {
      await client.query('begin isolation level repeatable read read only')
      await client.query('set local statement_timeout to 0; set local idle_in_transaction_session_timeout to 0')
      // Nobody clears files away while they are copied.
      await client.query('select pg_advisory_xact_lock_shared($1)', [FILES_LOCK])
      const manifest = await copyAll(options, connection, client, archive)
      await client.query('rollback')
      await archive.end()
      return manifest
    } finally {
      client.release(true)
    }
  } catch (error) {
    archive?.abort(error as Error)
    throw error
  } finally {
    await connection.close()
  }
}

async function copyAll(options: BackupOptions, { kind }: Connection, client: PoolClient, archive: ArchiveWriter): Promise<BackupManifest> {
  const createdAt = new Date().toISOString()
  const all = await copiedTables(client)
  if (!all.some(({ name }) => name === 'platform_keys')) throw nothingThere()
  const { rows: next } = await client.query(`select 1 from platform_keys where state = 'next'`)
  if (next.length > 0) throw keyRotating()
  await archive.add(HEAD, json({ linli: 'backup', format: BACKUP_FORMAT, createdAt }))
  const { omit = [], secrets = {}, onProgress } = options
  const progress = { rows: 0, files: 0 }
  const tables: Record<string, BackupTable> = {}
  for (const table of all) {
    if (table.name.startsWith(HISTORY)) continue
    const parts: BackupTable['parts'] = []
    if (!omit.includes(table.name)) {
      for await (const { lines } of readTable(client, table)) {
        const bytes = Buffer.from(`${lines.join('\n')}\n`)
        const name = `tables/${table.name}/${String(parts.length + 1).padStart(6, '0')}.jsonl`
        await archive.add(name, bytes)
        parts.push({ name, rows: lines.length, sha256: sha256(bytes) })
        progress.rows += lines.length
        onProgress?.(progress)
      }
    }
    const rows = parts.reduce((sum, part) => sum + part.rows, 0)
    tables[table.name] = { columns: table.columns.map(({ name }) => name), rows, parts }
  }
  const contents = options.contents ?? folderContents(join(options.dataDir, 'files'))
  const files = await copyFiles(client, contents, archive, () => {
    progress.files += 1
    onProgress?.(progress)
  })
  const given = (['key', 'secret'] as const).flatMap((name) => (secrets[name] === undefined ? [] : [[name, secrets[name]] as const]))
  for (const [name, text] of given) await archive.add(`keys/${name}`, Buffer.from(text))
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    createdAt,
    program: options.program,
    database: { kind, version: await textOf(client, `select current_setting('server_version') as text`) },
    streets: options.streets.map(({ code, name }) => ({ code, name })),
    keyId: await textOf(client, `select id as text from platform_keys where state = 'current'`),
    migrations: await migrationsOf(
      client,
      all.flatMap(({ name }) => (name.startsWith(HISTORY) ? [name] : [])),
    ),
    auditHeads: await auditHeads(client),
    tables,
    omitted: all.flatMap(({ name }) => (omit.includes(name) ? [name] : [])),
    ...files,
    secrets: given.map(([name]) => name),
  }
  await archive.add(MANIFEST, json(manifest))
  return manifest
}

async function copyFiles(
  client: PoolClient,
  contents: FileContents,
  archive: ArchiveWriter,
  onFile: () => void,
): Promise<Pick<BackupManifest, 'files' | 'missingFiles'>> {
  const { rows } = await client.query<{ id: string }>('select distinct id from platform_files order by id')
  const files = { count: 0, bytes: 0 }
  const missingFiles: string[] = []
  for (const { id } of rows) {
    const bytes = await contentOf(contents, id)
    if (!bytes) {
      missingFiles.push(id)
      continue
    }
    await archive.add(`files/${id}`, bytes)
    files.count += 1
    files.bytes += bytes.length
    onFile()
  }
  return { files, missingFiles }
}

/** A file's content, or nothing where it is not there or no longer what it was. */
async function contentOf(contents: FileContents, id: string): Promise<Buffer | undefined> {
  if (!(await contents.has(id))) return undefined
  const pieces: Buffer[] = []
  for await (const piece of await contents.open(id)) pieces.push(piece as Buffer)
  const bytes = Buffer.concat(pieces)
  return sha256(bytes) === id ? bytes : undefined
}

async function migrationsOf(client: PoolClient, histories: readonly string[]): Promise<BackupManifest['migrations']> {
  const found: BackupManifest['migrations'] = []
  for (const table of histories) {
    const { rows } = await client.query<{ name: string; checksum: string; appliedAt: string }>(
      `select name, checksum, applied_at as "appliedAt" from "${table}" order by name`,
    )
    found.push(...rows.map((row) => ({ plugin: table.slice(HISTORY.length), ...row })))
  }
  return found
}

/** Where each street's chain ends. */
export async function auditHeads(client: PoolClient): Promise<BackupManifest['auditHeads']> {
  const { rows } = await client.query<BackupManifest['auditHeads'][number]>(
    `select street_id as street, no, encode(hash, 'hex') as hash from platform_audit_heads order by street_id`,
  )
  return rows
}

async function textOf(client: PoolClient, query: string): Promise<string> {
  const { rows } = await client.query<{ text: string }>(query)
  return rows[0]?.text ?? ''
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}
