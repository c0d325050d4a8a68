import type { ResidenceKind } from '@linli/core/person'
import { personDied } from '../../events.ts'
import { people, personTags, residences } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { byRule } from '../hand.ts'
import { reason } from '../reasons.ts'
import { refreshOpenTags } from '../tags/open-tags.ts'
import { startTag } from '../tags/start-tag.ts'
import { settle } from './settle.ts'

const DIED = '居民去世'

/** Says that the record was compared with the person or the documents today. */
export async function verifyPerson(ctx: Ctx, { id }: { id: string }): Promise<{ verifiedAt: string }> {
  const person = await ctx.rows(people).lock(id)
  if (person.mergedInto) ctx.refuse(reason('person.merged'))
  await byRule(() => ctx.elevated().rows(people).update(id, { verifiedAt: ctx.today }, { reason: '核实无误' }))
  return { verifiedAt: ctx.today }
}

/** Ends where she lived and begins where she lives. */
export async function movePerson(
  ctx: Ctx,
  { id, unitId, kind, on }: { id: string; unitId?: string | null; kind?: ResidenceKind | null; on?: string | null },
): Promise<{ residenceId: string }> {
  await ctx.rows(people).lock(id)
  const all = ctx.elevated()
  const person = await all.rows(people).get(id)
  if (person.mergedInto) ctx.refuse(reason('person.merged'))
  if (person.deceasedAt) ctx.refuse(reason('person.dead'))
  const day = on ?? ctx.today
  const present = await all.rows(residences).list({ filter: { personId: id, to_empty: true }, limit: 100, total: 'none' })
  return byRule(async () => {
    for (const row of present.rows) {
      if (row.kind !== 'separated') await all.rows(residences).update(row.id, { to: row.from && row.from > day ? row.from : day })
    }
    const next = unitId ? await all.rows(residences).create({ personId: id, unitId, kind: kind ?? 'permanent', from: day }) : undefined
    await settle(ctx, id)
    return { residenceId: next?.id ?? '' }
  })
}

/** Records a death and ends every tag. */
export async function recordDeath(
  ctx: Ctx,
  { id, deceasedAt, note }: { id: string; deceasedAt: string; note?: string | null },
): Promise<{ endedTags: number }> {
  const person = await ctx.rows(people).lock(id)
  if (person.mergedInto) ctx.refuse(reason('person.merged'))
  const all = ctx.elevated()
  const recorded = await all.rows(people).get(id)
  if (recorded.deceasedAt) ctx.refuse(reason('person.dead'))
  if (deceasedAt > ctx.today) ctx.refuse(reason('person.death_future', undefined, 'deceasedAt'))
  if (recorded.birthDate && deceasedAt < recorded.birthDate) ctx.refuse(reason('person.death_before_birth', undefined, 'deceasedAt'))
  const tags = await all.rows(personTags).list({ filter: { personId: id, status: 'active' }, limit: 200, total: 'none' })
  await byRule(async () => {
    for (const tag of tags.rows) await all.rows(personTags).step(tag.id, 'end', { to: deceasedAt, endReason: DIED })
  })
  await refreshOpenTags(all, [id])
  await all.rows(people).update(id, { deceasedAt, verifiedAt: ctx.today }, note ? { reason: note } : {})
  await all.emit(personDied, { resource: people, id, communityId: person.communityId }, { personId: id, on: deceasedAt })
  return { endedTags: tags.rows.length }
}

/** Takes back a death, and gives back the tags that it ended. */
export async function withdrawDeath(ctx: Ctx, { id, reason: why }: { id: string; reason: string }): Promise<{ deceasedAt: null }> {
  const person = await ctx.rows(people).lock(id)
  const all = ctx.elevated()
  const { deceasedAt } = await all.rows(people).get(id)
  if (!deceasedAt) ctx.refuse(reason('person.not_dead'))
  const tags = await all.rows(personTags).list({ filter: { personId: id, status: 'ended', endReason: DIED }, limit: 200, total: 'none' })
  await all.rows(people).update(id, { deceasedAt: null, verifiedAt: ctx.today }, { reason: why })
  for (const { tag, basis, basisText, evidence } of tags.rows) {
    if (basis === 'rule') continue
    await startTag(all, { personId: id, ...person }, { tag, basis, basisText: basisText ?? '', evidence, from: ctx.today })
  }
  await refreshOpenTags(all, [id])
  return { deceasedAt: null }
}
