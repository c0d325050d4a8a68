import type { Demo } from '@linli/server'
import { seedCouncil } from './seed-council.ts'
import { seedCounter } from './seed-counter.ts'
import { seedCounterAhead } from './seed-counter-ahead.ts'
import { seedGridFound } from './seed-grid-found.ts'
import { seedGridHanded } from './seed-grid-handed.ts'
import { seedGrid } from './seed-grid.ts'
import { seedMerchants } from './seed-merchants.ts'
import { seedOrganisations } from './seed-organisations.ts'
import { seedGrids, seedResidents } from './seed-registry.ts'
import { STAFF } from './staff.ts'

/** How many residents the demo street has. */
const RESIDENTS = 3000

/** The demo street: invented residents and shops, written through the same rules as real ones. */
export const demo: Demo = {
  accounts: STAFF,
  seed: async (seeding) => {
    await seedGrids(seeding)
    await seedResidents(seeding, RESIDENTS)
    await seedOrganisations(seeding)
    await seedMerchants(seeding)
    await seedCouncil(seeding)
    await seedCounter(seeding)
    await seedCounterAhead(seeding)
    await seedGrid(seeding)
    await seedGridFound(seeding)
    await seedGridHanded(seeding)
  },
}
