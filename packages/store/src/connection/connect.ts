import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Pool, type ClientBase, type PoolConfig, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg'
import { StoreError } from '../store-error.ts'
import type { StoreOptions } from '../store.ts'
import { isUnavailable } from './database-failure.ts'
import { lockFolder } from './folder-lock.ts'
import { typeParsers } from './type-parsers.ts'

/** Anything that answers a query: the pool, or a connection with its transaction. */
export interface Queryable {
  query<Row extends QueryResultRow = Record<string, unknown>>(query: QueryConfig | string, values?: unknown[]): Promise<QueryResult<Row>>
}

/** Where the database is. */
export type ConnectOptions = Pick<StoreOptions, 'databaseUrl' | 'dataDir' | 'connections' | 'log'>

export interface Connection {
  readonly kind: 'embedded' | 'postgres'
  /** Whether statements may be sent without waiting for the answers of those before them. */
  readonly isPipelined: boolean
  /** For transactions. */
  readonly pool: Pool
  /** For single statements. A refused one costs no connection, as it would through the pool's own `query`. */
  readonly direct: Queryable
  close(): Promise<void>
}

const SESSION = [
  `set timezone to 'Asia/Shanghai'`,
  `set datestyle to 'ISO'`,
  `set intervalstyle to 'iso_8601'`,
  `set search_path to public`,
  // The working set of a street lies in memory; at the default of 4 the planner walks a whole index rather than fetch a few rows.
  `set random_page_cost to 1.1`,
]

/** The embedded database fills all of this at every start, which at PostgreSQL's 128MB takes twice the time of opening it; files are cached by the system. */
const EMBEDDED_BUFFERS = '32MB'

/** Connects to PostgreSQL, or opens the embedded database of the data folder for this process alone. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  return options.databaseUrl === undefined ? openEmbedded(options) : connectServer(options.databaseUrl, options)
}

async function openEmbedded({ dataDir, log }: ConnectOptions): Promise<Connection> {
  const unlock = lockFolder(dataDir)
  try {
    const [{ PGlite }, { pg_trgm }, { createPgConfig }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('@electric-sql/pglite/contrib/pg_trgm'),
      import('@electric-sql/pglite/node-postgres'),
    ])
    const database = await PGlite.create({
      dataDir: join(dataDir, 'database'),
      extensions: { pg_trgm },
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${EMBEDDED_BUFFERS}`],
    })
    // More than one client would talk into the one session and crash it; a statement name outlives its client there.
    const pool = makePool(
      { ...(createPgConfig(database) as PoolConfig), max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000 },
      log,
      ['deallocate all', ...SESSION],
    )
    return {
      kind: 'embedded',
      isPipelined: false,
      pool,
      direct: directOn(pool),
      close: async () => {
        await pool.end()
        await database.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

async function connectServer(databaseUrl: string, { connections = 10, log }: ConnectOptions): Promise<Connection> {
  const pool = makePool(
    {
      connectionString: databaseUrl,
      pipeline: true,
      max: connections,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'linli',
    },
    log,
    [...SESSION, 'set statement_timeout to 60000', 'set idle_in_transaction_session_timeout to 120000'],
  )
  try {
    const { rows } = await pool.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    const [server] = rows
    if (!server || server.version < 150_000)
      throw new StoreError('database.too_old', {
        zh: `需要 PostgreSQL 15 或更高版本，当前是 ${Math.floor((server?.version ?? 0) / 10_000)}。请升级数据库。`,
        en: `PostgreSQL 15 or later is needed; this is ${Math.floor((server?.version ?? 0) / 10_000)}. Upgrade the database.`,
      })
    if (server.encoding !== 'UTF8')
      throw new StoreError('database.encoding', {
        zh: `数据库的编码是 ${server.encoding}，需要 UTF8。请用 encoding 'UTF8' 新建数据库。`,
        en: `The database is encoded in ${server.encoding}; UTF8 is needed. Create it with encoding 'UTF8'.`,
      })
    return { kind: 'postgres', isPipelined: true, pool, direct: directOn(pool), close: () => pool.end() }
  } catch (error) {
    await pool.end()
    if (error instanceof StoreError) throw error
    throw new StoreError(
      'database.unreachable',
      {
        zh: `连不上数据库：${reason(error)}。请检查 DATABASE_URL，以及 PostgreSQL 是否已启动。`,
        en: `The database cannot be reached: ${reason(error)}. Check DATABASE_URL and whether PostgreSQL is running.`,
      },
      { cause: error },
    )
  }
}

function makePool(config: PoolConfig, log: StoreOptions['log'], session: readonly string[]): Pool {
  const pool = new Pool({
    ...config,
    types: typeParsers,
    // The pool waits for the answer before it hands the connection out, though its types do not say so.
    onConnect: (client: ClientBase) => client.query(session.join('; ')) as unknown as void,
  })
  pool.on('error', (error) => log?.('warn', 'A database connection was lost.', { reason: error.message }))
  // A connection may also die in somebody's hands while nothing is asked of it: the next question is refused, and nothing more must happen.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function reason(error: unknown): string {
  const { message, code, errors } = error as { readonly message?: string; readonly code?: string; readonly errors?: readonly Error[] }
  return message || errors?.map((inner) => inner.message).join(', ') || code || String(error)
}

function directOn(pool: Pool): Queryable {
  return {
    query: async <Row extends QueryResultRow>(query: QueryConfig | string, values?: unknown[]): Promise<QueryResult<Row>> => {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        return await client.query<Row>(query as string, values)
      } catch (error) {
        if (isUnavailable(error)) broken = error as Error
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}
