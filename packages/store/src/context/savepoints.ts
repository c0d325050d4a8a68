import type { PoolClient } from 'pg'
import type { Queryable } from '../connection/connect.ts'

/** The parts of a transaction that may fail alone. A savepoint is set when something is asked behind it; a part that asks nothing costs nothing. */
export interface Savepoints {
  /** The connection, to be used for everything within the transaction. */
  readonly db: Queryable
  begin(): void
  keep(): Promise<void>
  undo(): Promise<void>
}

export function makeSavepoints(client: PoolClient): Savepoints {
  /** For each part that is open, from outside in, whether its savepoint is set. */
  const open: boolean[] = []
  const setAll = (): void => {
    for (let index = open.indexOf(false); index !== -1; index = open.indexOf(false)) {
      open[index] = true
      // Not waited for: the statement behind it follows on the same connection, and fails where this one does.
      client.query('savepoint attempt').catch(() => undefined)
    }
  }
  return {
    db: {
      query: (query, values) => {
        setAll()
        return client.query(query as string, values)
      },
    },
    begin: () => {
      open.push(false)
    },
    keep: async () => {
      if (open.pop()) await client.query('release savepoint attempt')
    },
    undo: async () => {
      if (!open.pop()) return
      await client.query('rollback to savepoint attempt')
      await client.query('release savepoint attempt')
    },
  }
}
