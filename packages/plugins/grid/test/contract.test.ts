import { registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { contractSuite } from '@linli/testing'
import { forms, grid } from '../src/index.ts'
import server from '../src/server/index.ts'

const period = { from: '2026-01-01', to: '2026-12-31' }

contractSuite(
  { plugin: grid, server },
  {
    needs: [{ plugin: registry, server: registryServer }],
    samples: {
      'registry.units': { kind: 'estate' },
      ...Object.fromEntries(
        ['event-ledger', 'visit-ledger', 'key-visit-ledger', 'patrol-log', 'indicators', 'collection'].map((name) => [
          `grid.${name}`,
          period,
        ]),
      ),
      'grid.collected': { ...period, formId: null },
      'grid.collected-by-subject': async ({ row }) => ({ formId: (await row(forms)).id, origin: 'each' }),
      'grid.cells': ({ place, n }) => ({ code: `${place.community}${String(100 + n).slice(-3)}`, gridId: null }),
    },
  },
)
