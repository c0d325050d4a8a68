import { addDays, daysBetween } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import type { NewRow } from '@linli/kit'
import type { Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import { councils, matters, publications } from '../resources/index.ts'
import { photoDay } from '../rules/publicity.ts'
import type { Ctx } from './context.ts'
import { parentOf, placedLike } from './inherit.ts'

export const publicationGuards: Guards<Ctx, typeof publications> = {
  create: async (ctx, { values }) => {
    if (values.from > ctx.today) return reason('publication.future', undefined, 'from')
    const place = values.matterId ? await placedLike(ctx, matters, values.matterId) : {}
    const { kind } = values
    if (kind === 'resolution' || kind === 'result') {
      const refused = await cannotPost(ctx, { ...values, kind })
      if (refused) return refused
    }
    const photoOn = photoDay({ before: null, photo: values.photo ?? null, today: ctx.today })
    return { until: addDays(values.from, values.days ?? 7), photoOn, ...place }
  },
  update: (ctx, { row, patch }) => {
    if ((['title', 'content'] as const).some((key) => patch[key] !== undefined && patch[key] !== row[key]))
      return reason('publication.fixed')
    return patch.photo === undefined ? undefined : { photoOn: photoDay({ before: row, photo: patch.photo, today: ctx.today }) }
  },
  suspend: (ctx) => ({ suspendedOn: ctx.today }),
  resume: (ctx, { row }) => {
    const suspendedDays = row.suspendedDays + (row.suspendedOn ? daysBetween(row.suspendedOn, ctx.today) : 0)
    return { suspendedOn: null, suspendedDays, until: addDays(row.from, row.days + suspendedDays) }
  },
}

/** Where a matter stands when these are posted. */
const POSTED_AT = { resolution: 'publicised', result: 'resultPublicised' } as const

/**
 * A resolution and a result are posted once, from the day on which they are made: another one beside it, earlier or for fewer days, would
 * shorten what residents have to object.
 */
async function cannotPost(
  ctx: Ctx,
  { matterId, kind, from, days }: NewRow<typeof publications> & { readonly kind: 'resolution' | 'result' },
): Promise<Refusal | undefined> {
  if (!matterId) return reason('publication.of_matter', undefined, 'matterId')
  if (from !== ctx.today) return reason('publication.today', undefined, 'from')
  const posted = await ctx
    .elevated()
    .rows(publications)
    .first({ matterId, kind, status: kind === 'result' ? ['running', 'suspended'] : ['running', 'suspended', 'ended'] })
  if (posted) return reason('publication.posted', { title: posted.title }, 'kind')
  const matter = await parentOf(ctx, matters, matterId)
  if (matter.status !== POSTED_AT[kind]) return reason('publication.not_resolved', undefined, 'matterId')
  if (kind === 'result') return undefined
  const { publishDays } = await parentOf(ctx, councils, matter.councilId)
  return (days ?? publishDays) < publishDays ? reason('publication.days', { days: publishDays }, 'days') : undefined
}

/** Every night: ends what was posted for as many days as it had to be. What an objection stopped waits for its answer. */
export async function endPublications(ctx: Ctx): Promise<void> {
  const rows = ctx.elevated().rows(publications)
  for await (const { id } of rows.each({ filter: { status: 'running', until_lt: ctx.today } })) await rows.step(id, 'end', {})
}
