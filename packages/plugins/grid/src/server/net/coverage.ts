import type { Row } from '@linli/kit'
import { units } from '@linli/plugin-registry'
import { sql } from 'kysely'
import type { Coverage } from '../../actions/index.ts'
import { alerts, cells, gridEvents, outlines } from '../../resources/index.ts'
import { checkPartition, type PartitionFaults } from '../rules/partition.ts'
import type { Ctx } from '../context.ts'
import { hotSpots } from './hot-spots.ts'

type Cell = Row<typeof cells>

interface BuildingWithout {
  readonly unitId: string
  readonly label: string
  readonly communityId: string | null
  readonly homes: number
}

/** The faults of one community's division (W1). */
export interface CommunityFaults extends PartitionFaults {
  readonly community: string
}

/** The net with its faults, for the map. */
export async function handleCoverage(ctx: Ctx, { communityId }: { communityId?: string | null }): Promise<Coverage> {
  const here = communityId ? { communityId } : {}
  const known = await ctx.rows(cells).list({ filter: here, sort: ['code', 'asc'], limit: 1000, total: 'none' })
  const lines = await ctx.rows(outlines).list({ filter: here, sort: ['createdAt', 'desc'], limit: 100, total: 'none' })
  const reach = communitiesIn(ctx, known.rows, communityId)
  const faults = reach.map(({ code }) => groundFaults(code, known.rows, lines.rows))
  const without = await buildingsWithout(ctx, communityId)
  const counts = await homesByCell(ctx)
  const open = await ctx.rows(gridEvents).list({
    filter: { ...here, spot_empty: false, status: ['reported', 'verified', 'dispatched', 'returned', 'accepted', 'handling', 'reopened'] },
    sort: ['createdAt', 'desc'],
    limit: 300,
    total: 'none',
  })
  return {
    communities: reach.map(({ code, name }) => {
      const line = lines.rows.find((row) => row.communityId === code)
      return { code, name, outlineId: line?.id ?? null, outline: line?.area ?? null }
    }),
    cells: known.rows.map(({ id, code, name, kind, communityId: community, area }) => ({
      id,
      code,
      name,
      kind,
      communityId: community,
      area,
      homes: counts.get(code) ?? 0,
    })),
    overlaps: faults.flatMap(({ overlaps }) => overlaps),
    gaps: faults.flatMap(({ community, gaps }) => gaps.map((gap) => ({ community, ...gap }))),
    undrawn: known.rows.filter(({ kind, area }) => kind === 'basic' && !area).map(({ code, name }) => ({ code, name })),
    homesInNone: without.slice(0, 300),
    homesInNoneCount: without.reduce((sum, { homes }) => sum + homes, 0),
    events: open.rows.flatMap(({ id, no, title, status, spot }) =>
      spot ? [{ id, no: no ?? '', title, status: gridEvents.workflow?.states[status].title ?? '', ...spot }] : [],
    ),
    hotSpots: (await hotSpots(ctx, communityId ?? null)).slice(0, 20),
  }
}

/** The faults of the drawn ground of a community. */
export function groundFaults(community: string, known: readonly Cell[], lines: readonly Row<typeof outlines>[]): CommunityFaults {
  const own = known.filter(({ communityId }) => communityId === community)
  const outline = lines.find(({ communityId }) => communityId === community)?.area ?? null
  return { community, ...checkPartition({ cells: own, homes: [], outline }) }
}

/** Buildings (or estates) in reach with homes that lie in no basic cell. */
export async function buildingsWithout(ctx: Ctx, communityId?: string | null): Promise<readonly BuildingWithout[]> {
  const { rows } = await sql<BuildingWithout>`
    select coalesce(b.id, u.id) as "unitId", coalesce(b.full_name, u.full_name, u.name) as label, u.community_id as "communityId", count(*)::int as homes
    from registry_units u
    left join registry_units b on b.street_id = u.street_id and b.id = u.building_id
    where ${ctx.scoped(units, 'u')} and u.kind = 'room' and ${communityId ? sql`u.community_id = ${communityId}` : sql`true`}
      and not exists (select 1 from grid_cells c where c.street_id = u.street_id and c.code = u.grid_id and c.kind = 'basic')
    group by 1, 2, 3 order by 4 desc, 2 limit 2000`.execute(ctx.db)
  return rows
}

/** Tells a community in whose division ground or homes are left out (W1). */
export async function watchCoverage(ctx: Ctx): Promise<void> {
  const known = await ctx.rows(cells).list({ limit: 1000, total: 'none' })
  const lines = await ctx.rows(outlines).list({ sort: ['createdAt', 'desc'], limit: 100, total: 'none' })
  const without = await buildingsWithout(ctx)
  for (const { code } of ctx.street.communities) {
    const { overlaps, gaps } = groundFaults(code, known.rows, lines.rows)
    const homes = without.filter(({ communityId }) => communityId === code).reduce((sum, each) => sum + each.homes, 0)
    const found = [
      ...(gaps.length > 0 ? [`${gaps.length} 处空白`] : []),
      ...(overlaps.length > 0 ? [`${overlaps.length} 处重叠`] : []),
      ...(homes > 0 ? [`${homes} 户房屋没有网格`] : []),
    ]
    const waiting = await ctx.rows(alerts).first({ communityId: code, kind: 'gap', status: 'open' })
    if (found.length === 0 || waiting) continue
    await ctx.rows(alerts).create({
      kind: 'gap',
      key: `gap:${code}:${ctx.today}`,
      communityId: code,
      summary: `网格划分有${found.join('、')}，请到网格地图处理`,
    })
  }
}

async function homesByCell(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; homes: number }>`
    select u.grid_id as code, count(*)::int as homes from registry_units u
    where ${ctx.scoped(units, 'u')} and u.kind = 'room' and u.grid_id is not null group by 1`.execute(ctx.db)
  return new Map(rows.map(({ code, homes }) => [code, homes]))
}

function communitiesIn(ctx: Ctx, known: readonly Cell[], only?: string | null): readonly { code: string; name: string }[] {
  const scope = ctx.actor.access.scope('grid.coverage')
  const held = new Set([...known.map(({ communityId }) => communityId), ...(scope.kind === 'places' ? scope.communities : [])])
  return ctx.street.communities.filter(({ code }) => (only ? code === only : scope.kind === 'street' || held.has(code)))
}
