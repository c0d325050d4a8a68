import type { EventEnvelope } from '@linli/kit'
import { councils, proposals } from '../resources/index.ts'
import type { TOPICS } from '../rules/options.ts'
import type { Ctx } from './context.ts'

type Heard = EventEnvelope<Readonly<Record<string, string | null>>>

const TOPIC_OF: Readonly<Record<string, keyof typeof TOPICS>> = {
  environment: 'environment',
  sanitation: 'environment',
  facility: 'facility',
  facilities: 'facility',
  safety: 'safety',
  security: 'safety',
  hazard: 'safety',
}

/** An event that the grid cannot settle becomes a proposal, once. */
export async function heardEscalation(ctx: Ctx, { communityId, data }: Heard): Promise<void> {
  const no = data.no ?? ''
  await proposalFrom(ctx, communityId, 'grid', data.eventId ?? null, no, {
    title: `网格上报事项 ${no}`,
    text: `网格事件 ${no} 一时难以解决，请议事会议一议。具体情况见网格事件记录。`,
    topic: TOPIC_OF[data.category ?? ''] ?? 'other',
  })
}

/** What residents appeal again and again at the counter becomes a proposal, once. */
export async function heardRepeatedAppeal(ctx: Ctx, { communityId, data }: Heard): Promise<void> {
  const no = data.no ?? ''
  await proposalFrom(ctx, communityId, 'counter', data.caseId ?? null, no, {
    title: `窗口反复诉求 ${no}`,
    text: `窗口诉求 ${no} 多次反映未解决，请议事会议一议。具体情况见窗口记录。`,
    topic: TOPIC_OF[data.topic ?? ''] ?? 'other',
  })
}

async function proposalFrom(
  ctx: Ctx,
  communityId: string | null,
  source: 'grid' | 'counter',
  sourceId: string | null,
  sourceNo: string,
  words: { readonly title: string; readonly text: string; readonly topic: keyof typeof TOPICS },
): Promise<void> {
  if (!sourceId || !communityId) return
  const all = ctx.elevated()
  if (await all.rows(proposals).first({ sourceId })) return
  const council = await all.rows(councils).first({ communityId, kind: 'council', status: 'active' })
  await all.rows(proposals).create({ ...words, source, sourceId, sourceNo, councilId: council?.id ?? null, communityId })
}
