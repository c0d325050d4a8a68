import { addDays } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { people, personTags } from '@linli/plugin-registry'
import { sql } from 'kysely'
import { alerts, keyVisits, visits } from '../../resources/index.ts'
import { dueVisits, type Visited, type VisitKind } from '../../rules/visit-rules.ts'
import type { Ctx } from '../context.ts'
import { settleMovedAway } from './moved-away.ts'

type Tag = Row<typeof personTags>['tag']
interface Planned {
  readonly kind: VisitKind
  readonly tags: readonly Tag[]
  readonly every: number
  readonly why: string
}

/** Plans the visits that fall due in the days ahead; running it twice plans nothing twice. */
export async function planVisits(ctx: Ctx): Promise<{ visits: number; keyVisits: number }> {
  const { aloneDays, keyDays, reviewDays, keyTags, reviewTags } = ctx.settings
  const ordinary = await planned(ctx, {
    kind: 'alone',
    tags: ['living_alone'],
    every: aloneDays,
    why: `独居老人每 ${aloneDays} 天探访一次`,
  })
  const review = await planned(ctx, {
    kind: 'review',
    tags: reviewTags ?? [],
    every: reviewDays,
    why: `困难居民需求每 ${reviewDays} 天复核一次`,
  })
  const key = await planned(ctx, { kind: 'key', tags: keyTags ?? [], every: keyDays, why: `每 ${keyDays} 天走访一次` })
  return { visits: ordinary + review, keyVisits: key }
}

async function planned(ctx: Ctx, { kind, tags, every, why }: Planned): Promise<number> {
  if (tags.length === 0) return 0
  const all = ctx.elevated()
  const due = dueVisits(await toVisit(ctx, kind, tags), every, ctx.today, ctx.settings.visitAhead)
  for (const { personId, dueOn } of due) {
    if (kind === 'key') await all.rows(keyVisits).create({ personId, dueOn, ground: why })
    else await all.rows(visits).create({ personId, kind, dueOn, why })
  }
  return due.length
}

/** People in reach who carry one of the tags, are alive and have no open visit of the kind, each with the day they were last seen. */
async function toVisit(ctx: Ctx, kind: VisitKind, tags: readonly Tag[]): Promise<readonly Visited[]> {
  const table = sql.table(kind === 'key' ? 'grid_key_visits' : 'grid_visits')
  const ofKind = kind === 'key' ? sql`true` : sql`v.kind = ${kind}`
  const { rows } = await sql<Visited>`
    select t.person_id as "personId", to_char(greatest(min(t.from), coalesce((
      select max((v.visited_at at time zone 'Asia/Shanghai')::date) from ${table} v
      where v.street_id = t.street_id and v.person_id = t.person_id and ${ofKind} and v.status = 'done' and v.result <> 'absent'
    ), min(t.from))), 'YYYY-MM-DD') as since
    from registry_person_tags t
    join registry_people p on p.street_id = t.street_id and p.id = t.person_id
    where ${ctx.scoped(people, 'p')} and t.tag = any(${sql.val([...tags])}) and t.status = 'active'
      and t.from <= ${ctx.today} and (t.to is null or t.to >= ${ctx.today})
      and p.deceased_at is null and p.merged_into is null
      and not exists (select 1 from ${table} o where o.street_id = t.street_id and o.person_id = t.person_id
        and ${kind === 'key' ? sql`true` : sql`o.kind = ${kind}`} and (o.status = 'due' or o.due_on >= ${ctx.today}))
    group by t.street_id, t.person_id`.execute(ctx.db)
  return rows
}

/** Writes down visits that nobody made, and tells the community how many. */
export async function missVisits(ctx: Ctx): Promise<void> {
  const before = addDays(ctx.today, -ctx.settings.visitGrace)
  const missed = new Map<string | null, number>()
  for (const resource of [visits, keyVisits] as const) {
    for await (const row of ctx.rows(resource as typeof visits).each({ filter: { status: 'due', dueOn_lt: before } })) {
      await ctx.rows(resource as typeof visits).step(row.id, 'miss', {})
      missed.set(row.communityId, (missed.get(row.communityId) ?? 0) + 1)
    }
  }
  for (const [communityId, count] of missed) {
    const key = `visits:${communityId ?? 'street'}:${ctx.today}`
    if (await ctx.elevated().rows(alerts).first({ key })) continue
    await ctx
      .elevated()
      .rows(alerts)
      .create({ kind: 'visits', key, communityId, summary: `${count} 次走访逾期没有完成，请安排补走访` })
  }
}

/** Open visits of somebody who died or was merged away are dropped; those of somebody who moved follow to the new cell. */
export async function followPerson(ctx: Ctx, personId: string | null | undefined): Promise<void> {
  if (!personId) return
  await settleMovedAway(ctx, personId)
  const all = ctx.elevated()
  const person = await all.rows(people).find(personId)
  const isGone = !person || Boolean(person.deceasedAt) || Boolean(person.mergedInto)
  for (const resource of [visits, keyVisits] as const) {
    const door = all.rows(resource as typeof visits)
    const open = await door.list({ filter: { personId, status: 'due' }, limit: 100, total: 'none' })
    for (const row of open.rows) {
      if (isGone) await door.step(row.id, 'drop', {}, { reason: '居民已登记去世或记录已合并' })
      else await door.update(row.id, { communityId: person.communityId, gridId: person.gridId })
    }
  }
}

/** Open key visits end with the last tag that called for them. */
export async function followTags(ctx: Ctx, personId: string | null | undefined): Promise<void> {
  if (!personId) return
  const all = ctx.elevated()
  const { keyTags, reviewTags } = ctx.settings
  const drop = async (resource: typeof visits | typeof keyVisits, tags: readonly Tag[], kind?: 'alone' | 'review'): Promise<void> => {
    if (tags.length > 0 && (await all.rows(personTags).count({ personId, tag: tags, status: 'active' })) > 0) return
    const door = all.rows(resource as typeof visits)
    const open = await door.list({ filter: { personId, status: 'due', ...(kind ? { kind } : {}) }, limit: 100, total: 'none' })
    for (const row of open.rows) await door.step(row.id, 'drop', {}, { reason: '标签已结束' })
  }
  await drop(keyVisits, keyTags ?? [])
  await drop(visits, ['living_alone'], 'alone')
  await drop(visits, reviewTags ?? [], 'review')
}
