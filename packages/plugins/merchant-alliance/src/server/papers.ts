import { addDays, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import type { Guards } from '@linli/store'
import { merchants, offers, renewals } from '../resources/index.ts'
import { type Paper, papersEnded, papersEnding } from '../rules/papers.ts'
import type { Ctx } from './context.ts'

type Merchant = Row<typeof merchants>

const NAMES: Readonly<Record<Paper['paper'], string>> = { agreement: '联盟协议', licence: '营业执照' }

/** A reminder is due when the paper's last day ends in China. */
export const renewalGuards: Guards<Ctx, typeof renewals> = {
  create: (_ctx, { values }) => ({ dueAt: instantAt(addDays(values.endsOn, 1)) }),
}

/** The nightly look at papers: suspends whom they no longer cover, warns of those that run out, and ends offers whose last day has passed (M2). */
export async function checkAllPapers(ctx: Ctx): Promise<{ suspended: number; warned: number; ended: number }> {
  const rows = ctx.elevated().rows(merchants)
  const sum = { suspended: 0, warned: 0, ended: 0 }
  for await (const merchant of rows.each({ filter: { status: 'active' } })) {
    const [ended] = papersEnded(merchant, ctx.today)
    if (ended) {
      const why = `${NAMES[ended.paper]}已于 ${ended.endsOn} 到期，自动暂停`
      await rows.step(merchant.id, 'suspend', { reason: why }, { reason: why })
      sum.suspended += 1
    }
    for (const paper of [...papersEnded(merchant, ctx.today), ...papersEnding(merchant, ctx.today)])
      if (await warn(ctx, merchant, paper)) sum.warned += 1
  }
  return { ...sum, ended: await endOffers(ctx) }
}

/** Closes the reminders of papers that a merchant has renewed, or that no longer matter because it left. */
export async function settleRenewals(ctx: Ctx, merchant: Merchant): Promise<void> {
  const all = ctx.elevated()
  const open = await all.rows(renewals).list({ filter: { merchantId: merchant.id, status: 'open' }, limit: 20, total: 'none' })
  for (const row of open.rows) {
    const endsOn = row.paper === 'agreement' ? merchant.agreementTo : merchant.licenceExpiry
    if (merchant.status === 'left') await all.rows(renewals).step(row.id, 'drop', {}, { reason: '商户已退出' })
    else if (endsOn === null || endsOn > row.endsOn) await all.rows(renewals).step(row.id, 'renew', {}, { reason: '已续' })
  }
}

async function warn(ctx: Ctx, merchant: Merchant, { paper, endsOn }: Paper): Promise<boolean> {
  const rows = ctx.elevated().rows(renewals)
  if (await rows.first({ merchantId: merchant.id, paper, endsOn })) return false
  await rows.create({
    title: `${merchant.name}：${NAMES[paper]} ${endsOn} 到期`,
    merchantId: merchant.id,
    paper,
    endsOn,
    communityId: merchant.communityId,
  })
  return true
}

async function endOffers(ctx: Ctx): Promise<number> {
  const rows = ctx.elevated().rows(offers)
  let ended = 0
  for await (const offer of rows.each({ filter: { status: ['published', 'paused'], to_lte: addDays(ctx.today, -1) } })) {
    await rows.step(offer.id, 'end', {}, { reason: `已过结束日期 ${offer.to ?? ''}` })
    ended += 1
  }
  return ended
}
