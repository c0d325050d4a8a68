import { registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { contractSuite } from '@linli/testing'
import { grid } from '../src/index.ts'
import server from '../src/server/index.ts'

contractSuite(
  { plugin: grid, server },
  {
    needs: [{ plugin: registry, server: registryServer }],
    samples: {
      'registry.units': { kind: 'estate' },
      'grid.cells': ({ place, n }) => ({ code: `${place.community}${String(100 + n).slice(-3)}`, gridId: null }),
    },
  },
)
