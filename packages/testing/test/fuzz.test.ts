import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { machineFuzz, type TestModule } from '../src/index.ts'
import { parks } from './parks/index.ts'
import { parksServer } from './parks/server.ts'

const now = '2026-03-02T01:00:00.000Z'
const settings = { days: 5 }

it('plays with a street by a seed, reaches what is declared, and finds nothing', async () => {
  const report = await machineFuzz([{ plugin: parks, server: parksServer, settings }], { steps: 300, seed: 7, now })
  expect([report.steps, report.share('parks')]).toEqual([300, 1])
  expect(report.taken).toBeGreaterThan(100)
}, 180_000)

it('finds a row that changed its state behind the doors, and names the seed, the call and the row’s way', async () => {
  const server: TestModule['server'] = {
    ...parksServer,
    effects: {
      'parks.benches': {
        mend: async (ctx, { after }) => {
          await sql`update parks_benches set status = 'broken' where id = ${after.id}`.execute(ctx.db)
        },
      },
    },
  }
  await expect(machineFuzz([{ plugin: parks, server, settings }], { steps: 300, seed: 7, now })).rejects.toThrow(
    /Seed 7, after \d+ calls .*parks\.benches \S+ is in the state broken, and by its steps in \w+[\s\S]*mend parks\.benches/,
  )
}, 180_000)

it('finds the one call after which a row was other than its timeline says', async () => {
  const server: TestModule['server'] = {
    ...parksServer,
    effects: {
      'parks.benches': {
        // Another row than the one of the call: nothing looks at it until the next sweep.
        mend: async (ctx, { after }) => {
          await sql`update parks_benches set place = place || '。' where id = (select id from parks_benches where id <> ${after.id} order by id limit 1)`.execute(
            ctx.db,
          )
        },
      },
    },
  }
  await expect(machineFuzz([{ plugin: parks, server, settings }], { steps: 300, seed: 7, now })).rejects.toThrow(
    /Seed 7, after \d+ calls .*changed, and nobody is remembered to have changed it[\s\S]*\n {2}(\d+)\. [^\n]*mend[^\n]*→ 200 $/,
  )
}, 180_000)
