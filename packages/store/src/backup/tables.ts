import type { PoolClient } from 'pg'
import { quoted } from '../table/index.ts'

/** A table as it is copied: its columns but those that the database works out itself. */
export interface CopiedTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** Some rows of a table: one JSON array of texts a line. */
export interface TablePart {
  readonly lines: readonly string[]
}

const FETCH_ROWS = 1000
const PART_CHARACTERS = 4_000_000

/** Whose rows an archive holds: every table of the schema that belongs to no extension. */
export async function copiedTables(client: PoolClient): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & Record<string, unknown>>(
    `select c.relname as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r'
       and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
  )
  return rows
}

/**
 * The rows of a table within the client's transaction, in parts that fit into memory. Every value is the text by which the database itself
 * writes it, so that nothing is rounded and a JSON `null` stays one.
 */
export async function* readTable(client: PoolClient, { name, columns }: CopiedTable): AsyncGenerator<TablePart> {
  const texts = columns.map((column) => `${quoted(column.name)}::text`).join(', ')
  await client.query(`declare linli_copy no scroll cursor for select json_build_array(${texts})::text as line from ${quoted(name)}`)
  let lines: string[] = []
  let characters = 0
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${FETCH_ROWS} from linli_copy`)
    for (const { line } of rows) {
      lines.push(line)
      characters += line.length
      if (characters < PART_CHARACTERS) continue
      yield { lines }
      lines = []
      characters = 0
    }
    if (rows.length < FETCH_ROWS) break
  }
  await client.query('close linli_copy')
  if (lines.length > 0) yield { lines }
}

/** Writes rows that {@link readTable} gave. `columns` are those of the archive, in its order. */
export async function writeTable(
  client: PoolClient,
  { name, columns }: CopiedTable,
  given: readonly string[],
  { lines }: TablePart,
): Promise<void> {
  const typeOf = new Map(columns.map((column) => [column.name, column.type]))
  const values = given.map((column, index) => `(r.value ->> ${index})::${typeOf.get(column) ?? 'text'}`)
  await client.query(
    `insert into ${quoted(name)} (${given.map(quoted).join(', ')}) overriding system value select ${values.join(', ')} from json_array_elements($1::json) as r (value)`,
    [`[${lines.join(',')}]`],
  )
}
