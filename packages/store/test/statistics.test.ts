import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, everywhere, keepers, NORTH } from './parks.ts'

describe.each(legs)('a table that grows, on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
  }, 180_000)
  afterAll(() => ground.destroy())

  /** The plan that the check of a foreign key keeps: for any street and any row. */
  async function planOfCheck(): Promise<string> {
    return store.db.connection().execute(async (connection) => {
      await sql`set plan_cache_mode to force_generic_plan`.execute(connection)
      await sql`prepare look (text, uuid) as select 1 from only parks_keepers x where street_id = $1 and id = $2 for key share of x`.execute(
        connection,
      )
      const { rows } = await sql<
        Record<string, string>
      >`explain (costs off) execute look ('x', '00000000-0000-0000-0000-000000000000')`.execute(connection)
      await sql`deallocate look`.execute(connection)
      await sql`reset plan_cache_mode`.execute(connection)
      return rows.flatMap((row) => Object.values(row)).join('\n')
    })
  }

  test('is looked up by its key soon after a large import, not by walking the street', async () => {
    const people = Array.from({ length: 300 }, (_, index) => ({ name: `居民${index}`, communityId: NORTH }))
    await store.run(as(everywhere), (ctx) => ctx.rows(keepers).createMany(people))
    await expect
      .poll(planOfCheck, { timeout: 60_000 })
      .toMatch(/parks_keepers_pkey[\s\S]*Index Cond: \(\(street_id = \$1\) AND \(id = \$2\)\)/)
  })
})
