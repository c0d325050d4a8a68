import type { Scope } from '@linli/core/access'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCipher } from '../src/cipher/index.ts'
import type { Queryable } from '../src/connection/connect.ts'
import { planOf } from '../src/rows/plan.ts'
import { readList } from '../src/rows/read-list.ts'
import { searchText } from '../src/rows/search-text.ts'
import type { LinliStore, ListQuery } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, everywhere, keepers, NORTH, SOUTH, STREET } from './parks.ts'

/** A large street; the embedded database, which takes minutes to fill one, is given a smaller. */
const ROWS = { postgres: 200_000, embedded: 40_000 } as const
const NAMES = [...'王李张刘陈'].flatMap((surname) =>
  [...'伟敏静丽强磊军洋勇艳'].flatMap((a) => [...'芳娜杰娟涛明超秀霞平'].map((b) => surname + a + b)),
)
/** A page, or the small community whole where no index has its order. */
const ENOUGH = 300
const TINY = `${STREET}003`
const SCOPES: Readonly<Record<string, Scope>> = {
  'the whole street': { kind: 'street', streetId: STREET },
  'a large community': { kind: 'places', streetId: STREET, communities: [NORTH], grids: [] },
  'a small community among large ones': { kind: 'places', streetId: STREET, communities: [SOUTH], grids: [] },
  'a tiny community': { kind: 'places', streetId: STREET, communities: [TINY], grids: [] },
}
const QUERIES: Readonly<Record<string, ListQuery<typeof keepers>>> = {
  'the default list': {},
  'a filter and a sort': { filter: { grade: 'a' }, sort: ['name', 'asc'] },
  'the other way round': { filter: { grade: 'a' }, sort: ['name', 'desc'] },
  'the newest': { sort: ['id', 'desc'] },
}

interface Node {
  readonly 'Node Type': string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly Node[]
}

describe.each(legs)('the planner on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
    await sql`
      insert into parks_keepers (street_id, id, community_id, version, created_at, created_by, updated_at, updated_by, name, name_pinyin, grade, search)
      select ${STREET}, gen_random_uuid(),
        case when i % 20000 = 0 then ${TINY} when i % 700 = 0 then ${SOUTH} else ${NORTH} end,
        1, now(), 'x', now(), 'x', 'n' || i, md5(i::text), case when i % 10 = 0 then 'a' else 'b' end,
        case when i % 50 = 0 then (${NAMES.map((name) => searchText(name, true))}::text[])[1 + (i / 50) % ${NAMES.length}::int] else '' end
      from generate_series(1, ${ROWS[leg.name]}::int) i`.execute(store.db)
    await sql`vacuum analyze parks_keepers`.execute(store.db)
  }, 180_000)
  afterAll(() => ground.destroy())

  /** How many rows of tables and indexes a list has to look at. */
  async function looked(scope: Scope, query: ListQuery<typeof keepers>, pageCost: number): Promise<number> {
    const plans: Node[] = []
    return store.db.connection().execute(async (connection) => {
      await sql`set random_page_cost to ${sql.lit(pageCost)}`.execute(connection)
      const explaining = {
        query: async (given: { readonly text: string; readonly values: unknown[] }) => {
          const explained = await sql<{
            plan: readonly { readonly Plan: Node }[]
          }>`explain (analyze, timing off, format json) ${sql(given.text.split(/\$\d+/) as unknown as TemplateStringsArray, ...inOrder(given))}`.execute(
            connection,
          )
          const row = explained.rows[0] as unknown as Readonly<Record<string, readonly { readonly Plan: Node }[]>>
          plans.push(...Object.values(row).flatMap((each) => each.map(({ Plan }) => Plan)))
          return { rows: [] as unknown[] }
        },
      }
      await readList<typeof keepers>(
        {
          db: explaining as unknown as Queryable,
          plan: planOf(keepers),
          scope,
          show: 'P1',
          viewer: undefined,
          streetId: STREET,
          cipher: makeCipher(Buffer.alloc(32, 7)),
        },
        { ...query, total: 'none' },
      )
      await sql`set random_page_cost to 1.1`.execute(connection)
      return plans.reduce((sum, plan) => sum + rowsOf(plan), 0)
    })
  }

  for (const pageCost of [1.1, 4]) {
    test.each(Object.keys(SCOPES).flatMap((scope) => Object.keys(QUERIES).map((query) => [scope, query] as const)))(
      `in %s, %s never walks past what others have (random_page_cost ${pageCost})`,
      async (scope, query) => {
        expect(await looked(SCOPES[scope] as Scope, QUERIES[query] ?? {}, pageCost)).toBeLessThanOrEqual(ENOUGH)
      },
    )
  }

  test('a page in the middle is reached by its cursor alone', async () => {
    const middle = Buffer.from(JSON.stringify(['name asc', '8', '01890000-0000-7000-8000-000000000000'])).toString('base64url')
    for (const pageCost of [1.1, 4])
      expect(
        await looked(SCOPES['a large community'] as Scope, { sort: ['name', 'asc'], filter: { grade: 'b' }, after: middle }, pageCost),
      ).toBeLessThanOrEqual(120)
  })

  test.each(['王伟芳', '伟芳', '王伟', 'zmt', 'wangweif'])('the word %s is found without looking at everybody', async (q) => {
    for (const scope of ['the whole street', 'a large community'])
      for (const pageCost of [1.1, 4]) expect(await looked(SCOPES[scope] as Scope, { filter: { q } }, pageCost)).toBeLessThanOrEqual(2000)
  })

  test('counts stop where they are told to', async () => {
    const totals = await Promise.all(
      ([undefined, 'bounded', 'exact'] as const).map((total) =>
        store.read(as(everywhere), (ctx) => ctx.rows(keepers).list({ limit: 1, ...(total ? { total } : {}) })),
      ),
    )
    expect(totals.map(({ total }) => total)).toEqual([
      { count: 10_000, more: true },
      { count: 1_000, more: true },
      { count: ROWS[leg.name], more: false },
    ])
  })
})

/** The values in the order in which the text names them, which may be more than once. */
function inOrder({ text, values }: { readonly text: string; readonly values: readonly unknown[] }): unknown[] {
  return [...text.matchAll(/\$(\d+)/g)].map(([, no]) => values[Number(no) - 1])
}

function rowsOf(node: Node): number {
  const own = node['Node Type'].includes('Scan')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']
    : 0
  return own + (node.Plans ?? []).reduce((sum, plan) => sum + rowsOf(plan), 0)
}
