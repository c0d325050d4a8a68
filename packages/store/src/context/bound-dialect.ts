import {
  CamelCasePlugin,
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Queryable } from '../connection/connect.ts'

/** Field names in TypeScript, columns in SQL; the keys within a JSON value are left alone. */
export const camelCase = (): CamelCasePlugin => new CamelCasePlugin({ maintainNestedObjectKeys: true })

/** Kysely over one connection with its open transaction, so that a handler's own queries are part of it. */
export function kyselyOn(connection: Queryable): Kysely<unknown> {
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new BoundDriver(connection),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [camelCase()],
  })
}

class BoundDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(connection: Queryable) {
    this.#connection = {
      executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
        const result = await connection.query(sql, [...parameters])
        const isChange =
          result.command === 'INSERT' || result.command === 'UPDATE' || result.command === 'DELETE' || result.command === 'MERGE'
        return { rows: result.rows as R[], ...(isChange ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) }
      },
      streamQuery: () => {
        throw new Error('Streaming is not possible within a transaction of the store; use rows(…).each().')
      },
    }
  }

  init(): Promise<void> {
    return Promise.resolve()
  }
  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection)
  }
  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('The context is a transaction already; use it, or ctx.attempt() for a part that may fail.'))
  }
  commitTransaction(): Promise<void> {
    return Promise.resolve()
  }
  rollbackTransaction(): Promise<void> {
    return Promise.resolve()
  }
  releaseConnection(): Promise<void> {
    return Promise.resolve()
  }
  destroy(): Promise<void> {
    return Promise.resolve()
  }
}
