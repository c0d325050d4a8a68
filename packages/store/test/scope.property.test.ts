import { covers, narrowScope, scopeOf, type Place, type Scope, type ScopeLevel } from '@linli/core/access'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Params } from '../src/rows/params.ts'
import { scopeCondition } from '../src/rows/scope-condition.ts'
import type { LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'

const STREETS = ['411402004', '411402005']
const COMMUNITIES = STREETS.flatMap((street) => ['001', '002', '003'].map((no) => street + no))
const GRIDS = COMMUNITIES.flatMap((community) => ['001', '002'].map((no) => community + no))

const place: fc.Arbitrary<Place> = fc
  .record({ street: fc.constantFrom(...STREETS), community: fc.option(fc.nat(2)), grid: fc.option(fc.nat(1)) })
  .map(({ street, community, grid }) => {
    const communityId = community === null ? null : COMMUNITIES.filter((code) => code.startsWith(street))[community]
    return {
      streetId: street,
      communityId: communityId ?? null,
      gridId: communityId && grid !== null ? `${communityId}00${grid + 1}` : null,
    }
  })
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.array(place, { maxLength: 4 }).map(scopeOf),
  fc.record({
    kind: fc.constant('places' as const),
    streetId: fc.constantFrom(...STREETS),
    communities: fc.subarray(COMMUNITIES),
    grids: fc.subarray(GRIDS),
  }),
  fc
    .tuple(fc.array(place, { maxLength: 4 }), fc.constantFrom(...COMMUNITIES, ...GRIDS))
    .map(([held, looked]) => narrowScope(scopeOf(held), looked)),
)

describe.each(legs)('a scope on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
  })
  afterAll(() => ground.destroy())

  test('reaches the same rows in SQL as in the rule', async () => {
    await fc.assert(
      fc.asyncProperty(
        scope,
        fc.array(place, { minLength: 1, maxLength: 20 }),
        fc.constantFrom<ScopeLevel>('street', 'community', 'grid'),
        fc.boolean(),
        async (held, places, level, writing) => {
          const params = new Params()
          const condition = scopeCondition(held, level, params, { writing, alias: 'p' })
          const pieces = condition.split(/\$\d+/) as unknown as TemplateStringsArray
          const rows = await sql<{ no: number }>`
            select no::int from jsonb_to_recordset(${JSON.stringify(places.map((each, no) => ({ no, street_id: each.streetId, community_id: each.communityId, grid_id: each.gridId })))}::jsonb)
              as p (no int, street_id text, community_id text, grid_id text)
            where ${sql(pieces, ...params.values)} order by no`.execute(store.db)
          const expected = places.flatMap((each, no) => (covers(held, each, level, writing) ? [no] : []))
          expect(rows.rows.map(({ no }) => no)).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })
})
