import type { Instant } from '@linli/core/date'
import type { Context } from '../context/context.ts'
import { sessionOf } from '../context/session.ts'
import { mustWrite } from '../context/sight.ts'
import type { Queryable } from '../connection/connect.ts'
import { quoted } from '../table/index.ts'
import { FILES_LOCK } from './files-lock.ts'
import type { FileContents } from './files.ts'

/** Tables that mention a file without using it. */
const NO_USE: ReadonlySet<string> = new Set(['platform_files'])

interface TextTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** Deletes a street's files that nothing mentions; their contents follow the commit. */
export async function forgetFiles(ctx: Context, contents: FileContents, before: Instant): Promise<number> {
  const session = sessionOf(ctx)
  mustWrite(session, 'forget files')
  const { db, as } = session
  const { rows: locks } = await db.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [FILES_LOCK])
  if (!locks[0]?.mine) return 0
  const { rows: old } = await db.query<{ id: string }>('select id from platform_files where street_id = $1 and created_at < $2', [
    as.street.code,
    before,
  ])
  const unused = new Set(old.map(({ id }) => id))
  for (const table of await textTables(db)) {
    if (unused.size === 0) return 0
    for (const id of await mentionedIn(db, table)) unused.delete(id)
  }
  if (unused.size === 0) return 0
  const { rows: gone } = await db.query<{ id: string; kept: boolean }>(
    `with gone as (delete from platform_files where street_id = $1 and id = any($2) and created_at < $3 returning id)
     select id, exists (select 1 from platform_files o where o.id = gone.id and o.street_id <> $1) as kept from gone`,
    [as.street.code, [...unused], before],
  )
  const removed = gone.filter(({ kept }) => !kept)
  session.afterCommit.push(() => {
    // A content that stays behind takes room and does no harm.
    for (const { id } of removed) void contents.remove(id, new Date(before)).catch(() => undefined)
  })
  return gone.length
}

/** Every column that could hold the id of a file, whoever's it is: modules keep some inside JSON. */
async function textTables(db: Queryable): Promise<readonly TextTable[]> {
  const { rows } = await db.query<{ name: string; columns: string[] }>(
    `select c.relname as name, json_agg(a.attname) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'json'::regtype, 'jsonb'::regtype)
     group by c.relname order by c.relname`,
  )
  return rows.filter(({ name }) => !NO_USE.has(name))
}

async function mentionedIn(db: Queryable, { name, columns }: TextTable): Promise<readonly string[]> {
  const text = `concat_ws(' ', ${columns.map((column) => `${quoted(column)}::text`).join(', ')})`
  const { rows } = await db.query<{ id: string }>(
    `select distinct f.id[1] as id from ${quoted(name)} t, regexp_matches(${text}, '\\m[0-9a-f]{64}\\M', 'g') as f (id)`,
  )
  return rows.map(({ id }) => id)
}
