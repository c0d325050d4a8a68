import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { entrySql } from '../audit/append.ts'
import { connect, type Connection } from '../connection/connect.ts'
import { makeMigrations, migrationSets, pendingError, historyTable } from '../migrations/index.ts'
import { newRowId } from '../row-id.ts'
import { cipherPlace } from '../rows/stored.ts'
import { StoreError } from '../store-error.ts'
import type { StoreOptions } from '../store.ts'
import { fieldColumns, quoted, tableName } from '../table/index.ts'
import { keyIdIn, makeCipher, type Cipher, type PastAudit } from './cipher.ts'
import { loadKey } from './key.ts'
import { NEXT_KEY, PAST_AUDIT } from './open-cipher.ts'

export interface RotateOptions extends StoreOptions {
  /** Who asked for it, as the audit names them. */
  readonly by: string
  /** Hears after each batch, which is kept whatever happens next. */
  readonly onProgress?: (rows: number) => void
}

export interface Rotated {
  readonly from: string
  readonly to: string
  /** Rows enciphered anew by this run. */
  readonly rows: number
  /** Where the old key lies now; nothing where it came from `LINLI_KEY`. */
  readonly oldKeyFile: string | undefined
  /** Where the new key lies. */
  readonly newKeyFile: string
}

interface Table {
  readonly name: string
  readonly fields: readonly { readonly field: string; readonly kind: string; readonly cipher: string; readonly hash: string }[]
}

const BATCH = 500

/**
 * Gives the office a new key: every enciphered value is enciphered anew and every equality hash made anew. Values are found and kept unique
 * by hashes, so the office has to be at rest; no process can open it until the change has ended. What was begun is gone on with: the new key
 * waits in `key.next`, each value says under which key it stands, and the old key stays in use until the last row is done.
 *
 * @throws StoreError `key.in_use`, `key.nothing`, `key.module`, and what connecting throws
 */
export async function rotateKey(options: RotateOptions): Promise<Rotated> {
  const connection = await connect({ ...options, connections: 1 })
  try {
    const client = await connection.pool.connect()
    try {
      await mustBeAtRest(connection, client)
      return await change(options, connection, client)
    } finally {
      client.release(true)
    }
  } finally {
    await connection.close()
  }
}

async function change(options: RotateOptions, connection: Connection, client: PoolClient): Promise<Rotated> {
  await client.query('set statement_timeout to 0')
  const { rows: present } = await client.query<{ is: string | null }>(`select to_regclass('platform_keys')::text as is`)
  if (!present[0]?.is) throw nothingYet()
  const { rows: keys } = await client.query<{ id: string; state: string; pastAudit: Buffer | null }>(
    `select id, state, past_audit as "pastAudit" from platform_keys where state <> 'past'`,
  )
  const known = keys.find(({ state }) => state === 'current')
  if (!known) throw nothingYet()
  const old = loadKey(options.dataDir, options.key).key
  const bare = makeCipher(old)
  const nextPath = join(options.dataDir, NEXT_KEY)
  // It had ended, but for the files.
  if (existsSync(nextPath) && makeCipher(readKey(nextPath)).keyId === known.id)
    return { from: bare.keyId, to: known.id, rows: 0, ...exchangeFiles(options, bare.keyId) }
  if (bare.keyId !== known.id) throw wrongKey(known.id, bare.keyId)
  const pending = await makeMigrations({ ...connection, direct: client }, migrationSets(options.plugins)).pending()
  if (pending.length > 0) throw pendingError(pending)
  await mustKnowAll(options, client)
  const past = known.pastAudit ? (JSON.parse(bare.decrypt(PAST_AUDIT, known.pastAudit)) as PastAudit[]) : []
  const from = makeCipher(old, past)
  if (!existsSync(nextPath)) writeFileSync(nextPath, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  const master = readKey(nextPath)
  const to = makeCipher(master)
  await client.query(`insert into platform_keys (id, state) values ($1, 'next') on conflict do nothing`, [to.keyId])
  let rows = 0
  const tables = tablesOf(options)
  for (const table of tables)
    await encipherTable(client, table, from, to, (count) => {
      rows += count
      options.onProgress?.(rows)
    })
  await finish(options, client, tables, from, to, rows)
  return { from: from.keyId, to: to.keyId, rows, ...exchangeFiles(options, from.keyId) }
}

/** No other process may write under the old key meanwhile. The embedded database has its lock. */
async function mustBeAtRest({ kind }: Connection, client: PoolClient): Promise<void> {
  if (kind === 'embedded') return
  const { rows } = await client.query<{ count: number }>(
    `select count(*) as count from pg_stat_activity where datname = current_database() and application_name = 'linli' and pid <> pg_backend_pid()`,
  )
  if ((rows[0]?.count ?? 0) > 0)
    throw new StoreError('key.in_use', {
      zh: '系统还在运行。更换密钥时不能办公：请先停止所有 linli 进程，再运行 linli key rotate。',
      en: 'The system is running. While the key is changed nobody can work: stop every linli process, then run "linli key rotate".',
    })
}

/** Data of a module that is not loaded would be left under a key that nobody has any more. */
async function mustKnowAll({ plugins }: RotateOptions, client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and relname like 'linli\\_migrations\\_%'`,
  )
  const known = new Set(migrationSets(plugins).map(({ plugin }) => historyTable(plugin)))
  const unknown = rows.find(({ name }) => !known.has(name))
  if (!unknown) return
  const module = unknown.name.slice('linli_migrations_'.length)
  throw new StoreError('key.module', {
    zh: `数据库里有模块 ${module} 的数据，而配置里没有这个模块，它的数据不会换成新密钥。请先在 linli.config.ts 里装上它。`,
    en: `The database has data of the module ${module}, which the configuration does not install; they would be left under the old key. Add it to linli.config.ts first.`,
  })
}

function tablesOf({ plugins }: RotateOptions): readonly Table[] {
  return plugins.flatMap(({ plugin }) =>
    plugin.resources.flatMap((resource): Table[] => {
      const fields = fieldColumns(resource).flatMap(({ field, spec, cipher, compared }) =>
        cipher === undefined ? [] : [{ field, kind: spec.kind, cipher, hash: compared }],
      )
      return fields.length > 0 ? [{ name: tableName(resource.name), fields }] : []
    }),
  )
}

async function encipherTable(client: PoolClient, table: Table, from: Cipher, to: Cipher, onBatch: (rows: number) => void): Promise<void> {
  const { name, fields } = table
  const columns = fields.map(({ cipher }) => quoted(cipher)).join(', ')
  const pairs = fields.flatMap(({ cipher, hash }, index) => [
    { column: quoted(cipher), type: 'bytea', as: `c${index}` },
    { column: quoted(hash), type: 'text', as: `h${index}` },
  ])
  const update = `update ${quoted(name)} t set ${pairs.map(({ column, as }) => `${column} = coalesce(r.${as}, t.${column})`).join(', ')}
    from unnest($1::text[], $2::uuid[], ${pairs.map(({ type }, index) => `$${index + 3}::${type}[]`).join(', ')}) as r (street_id, id, ${pairs.map(({ as }) => as).join(', ')})
    where t.street_id = r.street_id and t.id = r.id`
  let last = { street: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const { rows } = await client.query<Record<string, unknown> & { street: string; id: string }>(
      `select street_id as street, id, ${columns} from ${quoted(name)} where (street_id, id) > ($1, $2::uuid) order by street_id, id limit ${BATCH}`,
      [last.street, last.id],
    )
    const end = rows.at(-1)
    if (!end) return
    last = end
    const due = rows.filter((row) => fields.some(({ cipher }) => isUnder(row[cipher], from)))
    if (due.length === 0) continue
    const values = fields.map(({ field, kind, cipher }) =>
      due.map((row) => {
        const sealed = row[cipher]
        if (!isUnder(sealed, from)) return [null, null] as const
        const place = cipherPlace(row.street, name, field, row.id)
        const text = from.decrypt(place, sealed)
        return [to.encrypt(place, text), to.hash(row.street, kind, text)] as const
      }),
    )
    await client.query('begin')
    try {
      // A rule that a row never changes is about what it says, and that stays.
      await client.query(`alter table ${quoted(name)} disable trigger user`)
      await client.query(update, [
        due.map(({ street }) => street),
        due.map(({ id }) => id),
        ...values.flatMap((pair) => [pair.map(([sealed]) => sealed), pair.map(([, hash]) => hash)]),
      ])
      await client.query(`alter table ${quoted(name)} enable trigger user`)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
    onBatch(due.length)
  }
}

function isUnder(sealed: unknown, { keyId }: Cipher): sealed is Buffer {
  return Buffer.isBuffer(sealed) && keyIdIn(sealed) === keyId
}

/** From here on the new key is the office's. Entries of the audit keep their digests; the keys that these need are sealed under the new one. */
async function finish(
  { streets, by }: RotateOptions,
  client: PoolClient,
  tables: readonly Table[],
  from: Cipher,
  to: Cipher,
  rows: number,
): Promise<void> {
  const now = new Date().toISOString()
  await client.query('begin')
  try {
    for (const { name, fields } of tables) {
      for (const { cipher } of fields) {
        const { rows: left } = await client.query(
          `select 1 from ${quoted(name)} where ${quoted(cipher)} is not null and substring(${quoted(cipher)} from 2 for 4) <> $1 limit 1`,
          [Buffer.from(to.keyId, 'hex')],
        )
        if (left.length > 0) throw new Error(`${name}.${cipher} has values under another key`)
      }
    }
    const { rows: heads } = await client.query<{ street: string; no: number }>('select street_id as street, no from platform_audit_heads')
    const past = from.pastAudit(Object.fromEntries(heads.map(({ street, no }) => [street, no])))
    await client.query(`update platform_keys set state = 'past', past_audit = null where id = $1`, [from.keyId])
    await client.query(`update platform_keys set state = 'current', since = now(), past_audit = $2 where id = $1`, [
      to.keyId,
      to.encrypt(PAST_AUDIT, JSON.stringify(past)),
    ])
    for (const { code } of streets)
      await client.query(
        entrySql(to, code, {
          id: newRowId(),
          at: now,
          actorId: 'command',
          actorName: by,
          verb: 'changeKey',
          resource: 'platform.keys',
          subjectId: null,
          communityId: null,
          gridId: null,
          before: { key: from.keyId },
          after: { key: to.keyId, rows },
          reason: null,
          origin: 'command',
        }),
      )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function exchangeFiles(
  { dataDir, key }: RotateOptions,
  oldId: string,
): { readonly oldKeyFile: string | undefined; readonly newKeyFile: string } {
  const next = join(dataDir, NEXT_KEY)
  const path = join(dataDir, 'key')
  // A key that was given is changed by whoever gives it.
  if (key || process.env.LINLI_KEY) return { oldKeyFile: undefined, newKeyFile: next }
  const kept = join(dataDir, `key.old-${oldId}`)
  if (existsSync(path)) renameSync(path, kept)
  renameSync(next, path)
  return { oldKeyFile: kept, newKeyFile: path }
}

function readKey(path: string): Buffer {
  return loadKey('', Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')).key
}

function nothingYet(): StoreError {
  return new StoreError('key.nothing', {
    zh: '还没有数据，不用更换密钥。请检查 LINLI_DATA 和 DATABASE_URL 指的是不是正在用的那个。',
    en: 'There are no data yet, so there is no key to change. Check whether LINLI_DATA and DATABASE_URL name what is in use.',
  })
}

function wrongKey(known: string, present: string): StoreError {
  return new StoreError('key.changed', {
    zh: `现在的密钥（${present}）不是数据用的那把（${known}），不能更换。请先恢复原来的密钥文件 key 或 LINLI_KEY。`,
    en: `The present key (${present}) is not the one of the data (${known}), so it cannot be changed. Bring back the original file "key" or LINLI_KEY first.`,
  })
}
