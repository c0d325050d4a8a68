import type { AnyPlugin, AnyResource } from '@linli/kit'
import type { Pool, PoolClient } from 'pg'
import { columnName, tableName } from './table-name.ts'
import { tableSql } from './table-sql.ts'

/** Tables that the store makes itself, with more than their resource says. */
const OWN_TABLES: ReadonlySet<string> = new Set(['platform_audit'])
const SCRATCH = 'linli_drift'

type Parts = ReadonlyMap<string, string>

/**
 * Where a module's tables differ from what its resources call for. The wanted tables are made in a schema of their own and
 * compared as the database describes them; nothing of it stays.
 */
export async function findDrift(pool: Pool, plugin: AnyPlugin): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`create schema ${SCRATCH}`)
    const sentences: string[] = []
    for (const resource of plugin.resources) {
      const table = tableName(resource.name)
      if (OWN_TABLES.has(table)) continue
      sentences.push(...(await compare(client, resource, table)))
    }
    return sentences
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function compare(client: PoolClient, resource: AnyResource, table: string): Promise<string[]> {
  const actual = await describe(client, 'public', table)
  if (actual.size === 0) return [`${table}: the table is missing. Write a migration with its DDL.`]
  await client.query(`set local search_path to ${SCRATCH}, public`)
  await client.query(tableSql(resource))
  await client.query('set local search_path to public')
  const wanted = await describe(client, SCRATCH, table)
  await client.query(`drop table ${SCRATCH}.${table} cascade`)
  const fields = new Set(Object.keys(resource.fields).map(columnName))
  return [
    ...[...wanted].flatMap(([part, definition]) => {
      const is = actual.get(part)
      if (is === undefined) return [`${table}: ${part} is missing; wanted: ${definition}`]
      return is === definition ? [] : [`${table}: ${part} is "${is}"; wanted: "${definition}"`]
    }),
    ...[...actual].flatMap(([part, definition]) =>
      wanted.has(part) || !isSurplus(part, definition, fields)
        ? []
        : [`${table}: ${part} (${definition}) belongs to no field; drop it in a migration, or make it a field.`],
    ),
  ]
}

/** More indexes and checks than derived are an author's right; more columns would be written by nobody. */
function isSurplus(part: string, definition: string, fields: ReadonlySet<string>): boolean {
  return part.startsWith('column ') && !fields.has(part.slice(7)) && !definition.includes('generated')
}

async function describe(client: PoolClient, schema: string, table: string): Promise<Parts> {
  const { rows } = await client.query<{ part: string; definition: string }>(
    `with t as (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2)
     select 'column ' || a.attname as part,
       format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
         || case when a.attgenerated <> '' then ' generated' else '' end as definition
     from t join pg_attribute a on a.attrelid = t.oid where a.attnum > 0 and not a.attisdropped
     union all
     select case c.contype when 'f' then 'foreign key ' when 'c' then 'check ' when 'u' then 'unique ' else 'primary key ' end || c.conname, pg_get_constraintdef(c.oid)
     from t join pg_constraint c on c.conrelid = t.oid where c.contype in ('f', 'c', 'u', 'p')
     union all
     select 'index ' || i.relname, pg_get_indexdef(x.indexrelid) from t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid`,
    [schema, table],
  )
  return new Map(rows.map(({ part, definition }) => [part, definition.replaceAll(`${schema}.`, '')]))
}
