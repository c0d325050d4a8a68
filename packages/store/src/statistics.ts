import type { Connection } from './connection/connect.ts'

/** In a table of fewer rows every way of looking is quick. */
const FEW = 200

/**
 * Keeps what the planner knows up with tables that grow. Of an empty table it believes that any index finds a row as well as its key does, keeps
 * such a plan for the checks of foreign keys, and then walks the whole street for each row of a large import. The embedded database never looks
 * again by itself; a server does so after a minute.
 */
export interface Statistics {
  /** Rows that a transaction has inserted and committed, by table. */
  grew(inserted: ReadonlyMap<string, number>): void
  /** Lets what was begun end. */
  settle(): Promise<void>
}

interface Growth {
  fresh: number
  /** So many fresh rows are worth a look; unknown before the first one. */
  enough: number | undefined
}

export function makeStatistics({ direct }: Connection): Statistics {
  const tables = new Map<string, Growth>()
  let work = Promise.resolve()

  const look = async (table: string, growth: Growth): Promise<void> => {
    if (growth.enough === undefined) {
      const { rows } = await direct.query<{ known: number }>(
        'select reltuples::float8 as known from pg_class where oid = to_regclass($1)',
        [table],
      )
      growth.enough = Math.max(FEW, rows[0]?.known ?? 0)
    }
    if (growth.fresh < growth.enough) return
    growth.enough += growth.fresh
    growth.fresh = 0
    await direct.query(`analyze ${table}`)
  }
  return {
    grew: (inserted) => {
      for (const [table, rows] of inserted) {
        const growth = tables.get(table) ?? { fresh: 0, enough: undefined }
        tables.set(table, growth)
        growth.fresh += rows
        // Advice that fails costs time alone; what made it fail is told by whatever is asked next.
        if (growth.fresh >= (growth.enough ?? FEW)) work = work.then(() => look(table, growth)).catch(() => undefined)
      }
    },
    settle: () => work,
  }
}
