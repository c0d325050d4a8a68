import { definePluginServer, inOneTransaction } from '@linli/store'
import { merchantAlliance } from '../plugin.ts'
import { handleApply, handleApplyPage } from './apply.ts'
import { alignAll, alignCard } from './card-life.ts'
import { cardEffects, cardGuards, handleMyCard, handleTestEligibility } from './cards.ts'
import type { Ctx } from './context.ts'
import { incomeProofEffects, incomeProofGuards } from './income-proofs.ts'
import { merchantEffects, merchantGuards } from './merchants.ts'
import { migrations } from './migrations/index.ts'
import { offerGuards } from './offers.ts'
import { checkAllPapers, renewalGuards } from './papers.ts'
import { redemptionEffects, redemptionGuards } from './redemptions.ts'
import {
  queryActivity,
  queryAnomalies,
  queryMerchantLedger,
  queryMonthlySummary,
  queryReach,
  queryRedemptionLedger,
  queryScores,
} from './reports/index.ts'
import { handleScoreYear, scoreGuards } from './scores.ts'
import { handleCheckCard, handleConfirm, handleMyTill, handleReserve, handleSignOffer, handleTakeBack, releaseStale } from './till/index.ts'

export default definePluginServer(merchantAlliance, {
  migrations,
  guards: {
    'merchants.merchants': merchantGuards,
    'merchants.offers': offerGuards,
    'merchants.cards': cardGuards,
    'merchants.redemptions': redemptionGuards,
    'merchants.income-proofs': incomeProofGuards,
    'merchants.renewals': renewalGuards,
    'merchants.scores': scoreGuards,
  },
  effects: {
    'merchants.merchants': merchantEffects,
    'merchants.cards': cardEffects,
    'merchants.redemptions': redemptionEffects,
    'merchants.income-proofs': incomeProofEffects,
  },
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
    'merchants.scores.compute': handleScoreYear,
    'merchants.apply-page': handleApplyPage,
    'merchants.apply': handleApply,
  },
  reports: {
    'merchants.merchant-ledger': queryMerchantLedger,
    'merchants.redemption-ledger': queryRedemptionLedger,
    'merchants.monthly-summary': queryMonthlySummary,
    'merchants.reach': queryReach,
    'merchants.activity': queryActivity,
    'merchants.anomalies': queryAnomalies,
    'merchants.score-report': queryScores,
  },
  on: {
    'registry.person.tagged': (ctx, { data }) => aligned(ctx, data.personId),
    'registry.person.untagged': (ctx, { data }) => aligned(ctx, data.personId),
    'registry.person.died': (ctx, { data }) => aligned(ctx, data.personId),
    'registry.person.moved': (ctx, { data }) => aligned(ctx, data.personId),
    'registry.person.merged': (ctx, { data }) => aligned(ctx, data.personId, data.goneId),
    'registry.person.separated': (ctx, { data }) => aligned(ctx, data.personId, data.goneId),
  },
  jobs: {
    'release-stale': { title: '释放超时未确认的核销', every: '*/5 * * * *', run: async (ctx) => void (await releaseStale(ctx)) },
    papers: { title: '核对协议、执照和优惠的期限', every: '0 1 * * *', run: async (ctx) => void (await checkAllPapers(ctx)) },
    'align-cards': { title: '按资格核对爱心卡', every: '30 2 * * *', run: async (ctx) => void (await alignAll(inOneTransaction(ctx))) },
  },
})

async function aligned(ctx: Ctx, ...personIds: readonly (string | null | undefined)[]): Promise<void> {
  for (const personId of personIds) if (personId) await alignCard(ctx, personId)
}
