import { contractSuite } from '@linli/testing'
import { registry } from '../src/index.ts'
import server from '../src/server/index.ts'

contractSuite(
  { plugin: registry, server },
  {
    samples: {
      'registry.units': { kind: 'estate' },
      'registry.change-proposals': { field: 'note', newValue: '周三下午在家' },
    },
  },
)
