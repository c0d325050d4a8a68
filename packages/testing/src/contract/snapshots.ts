import { join } from 'node:path'
import type { AnyPlugin } from '@linli/kit'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Contract } from './contract.ts'
import { documentOf } from './operations.ts'
import { outlineOf } from './outline.ts'

/** The public contract as files beside the tests, so that a change of it is seen in review. */
export function snapshotTests(contract: () => Contract, plugin: AnyPlugin, folder: string): void {
  it('publishes the document that was reviewed', async () => {
    await expect(outlineOf(await documentOf(contract().t), plugin.id)).toMatchFileSnapshot(join(folder, 'http.txt'))
  })

  it('keeps its rows in the tables that were reviewed', async () => {
    await expect(await tablesOf(contract(), plugin.id)).toMatchFileSnapshot(join(folder, 'tables.sql'))
  })
}

async function tablesOf({ t }: Contract, pluginId: string): Promise<string> {
  const prefix = `${pluginId.replaceAll('-', '_')}\\_%`
  const { rows: columns } = await sql<{ table: string; line: string }>`
    select c.relname as table,
      quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname like ${prefix} and a.attnum > 0 and not a.attisdropped
    order by c.relname collate "C", a.attnum`.execute(t.store.db)
  const { rows: constraints } = await sql<{ table: string; line: string }>`
    select conrelid::regclass::text as table, 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
    where conrelid::regclass::text like ${prefix} and contype in ('p', 'u', 'f', 'c', 'x') order by 1, conname collate "C"`.execute(
    t.store.db,
  )
  const { rows: indexes } = await sql<{ table: string; line: string }>`
    select tablename as table, indexdef as line from pg_indexes i
    where schemaname = 'public' and tablename like ${prefix}
      and not exists (select 1 from pg_constraint where conname = i.indexname) order by 1, indexname collate "C"`.execute(t.store.db)
  const tables = [...new Set(columns.map(({ table }) => table))]
  const linesOf = (all: readonly { readonly table: string; readonly line: string }[], table: string): string[] =>
    all.filter((one) => one.table === table).map(({ line }) => line)
  return tables
    .map((table) => {
      const body = [...linesOf(columns, table), ...linesOf(constraints, table)].map((line) => `  ${line}`).join(',\n')
      return [`table ${table} (\n${body}\n)`, ...linesOf(indexes, table)].join('\n')
    })
    .join('\n\n')
    .concat('\n')
}
