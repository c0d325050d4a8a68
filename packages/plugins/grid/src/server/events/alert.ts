import type { Row } from '@linli/kit'
import { alerts, type gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

export const ALERT_LEVELS = ['community', 'street', 'department'] as const
export type AlertLevel = (typeof ALERT_LEVELS)[number]
export const ALERT_LEVEL_TITLES = { community: '社区', street: '街道', department: '部门' } as const

type Kind = 'unanswered' | 'overdue' | 'unchecked'

/** One alert for each level; the one below has done its work when the next is written. Answers whether it is new. */
export async function raiseAlert(ctx: Ctx, row: Row<typeof gridEvents>, kind: Kind, level: AlertLevel, summary: string): Promise<boolean> {
  const rows = ctx.elevated().rows(alerts)
  const key = `${kind}:${row.id}:${level}:${row.reopens}`
  if (await rows.first({ key })) return false
  await settleAlerts(ctx, row.id, kind, `没有处理，已报到${ALERT_LEVEL_TITLES[level]}`)
  const { id } = await rows.create({ kind, key, level, summary: summary.slice(0, 160), eventId: row.id, communityId: row.communityId })
  if (level !== 'community') await rows.step(id, 'raise', {})
  return true
}

/** What an alert waited for has been done, or is the next level's. */
export async function settleAlerts(ctx: Ctx, eventId: string, kind: Kind, answer: string): Promise<void> {
  const rows = ctx.elevated().rows(alerts)
  const open = await rows.list({ filter: { eventId, kind, status: ['open', 'raised'] }, limit: 10, total: 'none' })
  for (const { id } of open.rows) await rows.step(id, 'pass', { answer: answer.slice(0, 200) })
}
