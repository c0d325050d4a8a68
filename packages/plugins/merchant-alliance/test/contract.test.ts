import { people, personTags, registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { contractSuite } from '@linli/testing'
import { entitlementRules, merchantAlliance } from '../src/index.ts'
import server from '../src/server/index.ts'

const period = { from: '2026-01-01', to: '2026-12-31' }

contractSuite(
  { plugin: merchantAlliance, server },
  {
    needs: [{ plugin: registry, server: registryServer }],
    samples: {
      'registry.units': { kind: 'estate' },
      'merchants.entitlement-rules': { anyTags: ['disabled'], from: '2026-01-01' },
      'merchants.offers': { benefit: 'percent', payPercent: 90, from: '2026-01-01' },
      'merchants.offers.update': { title: '全场八折', payPercent: 80 },
      'merchants.cards': async ({ row }) => {
        await row(entitlementRules)
        const person = await row(people)
        await row(personTags, { personId: person.id, tag: 'disabled', from: '2026-01-01' })
        return { personId: person.id }
      },
      'merchants.income-proofs': { from: '2026-01-01' },
      'merchants.score-report': { year: 2026 },
      'merchants.merchants.renew': { agreementFrom: '2026-01-01', agreementTo: '2100-12-31' },
      'merchants.merchants.renewAndResume': { agreementFrom: '2026-01-01', agreementTo: '2100-12-31' },
      'merchants.merchants.sign': { agreementFrom: '2026-01-01', agreementTo: '2026-12-31' },
      'merchants.merchant-ledger': {},
      'merchants.redemption-ledger': period,
      'merchants.monthly-summary': period,
      'merchants.reach': period,
      'merchants.activity': period,
      'merchants.anomalies': period,
    },
  },
)
