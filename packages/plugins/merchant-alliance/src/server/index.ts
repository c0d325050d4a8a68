import { definePluginServer } from '@linli/store'
import { merchantAlliance } from '../plugin.ts'
import { alignAll, alignCard } from './card-life.ts'
import { cardEffects, cardGuards, handleMyCard, handleTestEligibility } from './cards.ts'
import { merchantEffects, merchantGuards } from './merchants.ts'
import { migrations } from './migrations/index.ts'
import { offerGuards } from './offers.ts'
import { redemptionEffects, redemptionGuards } from './redemptions.ts'
import {
  queryActivity,
  queryAnomalies,
  queryMerchantLedger,
  queryMonthlySummary,
  queryReach,
  queryRedemptionLedger,
} from './reports/index.ts'
import { handleCheckCard, handleConfirm, handleMyTill, handleReserve, handleSignOffer, handleTakeBack, releaseStale } from './till/index.ts'

export default definePluginServer(merchantAlliance, {
  migrations,
  guards: {
    'merchants.merchants': merchantGuards,
    'merchants.offers': offerGuards,
    'merchants.cards': cardGuards,
    'merchants.redemptions': redemptionGuards,
  },
  effects: { 'merchants.merchants': merchantEffects, 'merchants.cards': cardEffects, 'merchants.redemptions': redemptionEffects },
  actions: {
    'merchants.check-card': handleCheckCard,
    'merchants.reserve': handleReserve,
    'merchants.confirm': handleConfirm,
    'merchants.take-back': handleTakeBack,
    'merchants.my-till': handleMyTill,
    'merchants.sign-offer': handleSignOffer,
    'merchants.my-card': handleMyCard,
    'merchants.test-eligibility': handleTestEligibility,
    'merchants.cards.recount': alignAll,
  },
  reports: {
    'merchants.merchant-ledger': queryMerchantLedger,
    'merchants.redemption-ledger': queryRedemptionLedger,
    'merchants.monthly-summary': queryMonthlySummary,
    'merchants.reach': queryReach,
    'merchants.activity': queryActivity,
    'merchants.anomalies': queryAnomalies,
  },
  on: {
    'registry.person.tagged': (ctx, { data }) => aligned(ctx, data.personId),
    'registry.person.untagged': (ctx, { data }) => aligned(ctx, data.personId),
    'registry.person.died': (ctx, { data }) => aligned(ctx, data.personId),
    'registry.person.merged': (ctx, { data }) => aligned(ctx, data.personId),
  },
  jobs: {
    'release-stale': { title: '释放超时未确认的核销', every: '*/5 * * * *', run: async (ctx) => void (await releaseStale(ctx)) },
    'align-cards': { title: '按资格核对爱心卡', every: '30 2 * * *', run: async (ctx) => void (await alignAll(ctx)) },
  },
})

async function aligned(ctx: Parameters<typeof alignCard>[0], personId: string | null | undefined): Promise<void> {
  if (personId) await alignCard(ctx, personId)
}
