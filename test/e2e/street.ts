import { street } from '../../examples/baiyun-street/src/index.ts'
import { demo as whole } from '../../examples/baiyun-street/src/demo/index.ts'
import { seedMerchants } from '../../examples/baiyun-street/src/demo/seed-merchants.ts'
import { seedGrids, seedResidents } from '../../examples/baiyun-street/src/demo/seed-registry.ts'

const RESIDENTS = 240
const SHOPS = 4
const DAYS = 6

export { street }

/** The demo street with a tenth of its people and shops, so that the browser tests need not wait for the rest. */
export const demo: typeof whole = {
  ...whole,
  seed: async (seeding) => {
    await seedGrids(seeding)
    await seedResidents(seeding, RESIDENTS)
    await seedMerchants(seeding, SHOPS, DAYS)
  },
}
