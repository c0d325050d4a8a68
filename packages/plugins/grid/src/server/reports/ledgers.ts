import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { eventLedger, hotSpotReport, keyVisitLedger, patrolLog, visitLedger } from '../../reports/index.ts'
import { cells, forms, gridEvents, keyVisits, outlines, patrols, visits } from '../../resources/index.ts'
import { type Target, WRITABLE_FACTS } from '../../rules/form-fields.ts'
import { NEED_CATEGORIES } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import { buildingsWithout, groundFaults } from '../net/coverage.ts'
import { hotSpots } from '../net/hot-spots.ts'

const cellName = sql`(select c.name from grid_cells c where c.street_id = e.street_id and c.code = e.grid_id)`

/** 网格事件台账. */
export async function queryEventLedger(ctx: Ctx, params: Values<typeof eventLedger.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow & { communityId: string | null }>`
    select e.no, e.created_at as at, e.community_id as "communityId", ${cellName} as cell, e.type, e.level, e.title, e.place, e.found_by as "foundBy",
      e.handler_name as "handlerName", e.status, e.handled_at as "handledAt", e.on_time as "onTime", p.no as parent
    from grid_events e left join grid_events p on p.street_id = e.street_id and p.id = e.parent_id
    where ${ctx.scoped(gridEvents, 'e')} and (e.created_at at time zone 'Asia/Shanghai')::date between ${params.from} and ${params.to}
      and ${params.type ? sql`e.type = ${params.type}` : sql`true`}
    order by e.created_at`.execute(ctx.db)
  return found.rows.map(({ communityId, ...row }) => ({ ...row, community: communityName(ctx, communityId) }))
}

/** 巡查日志. */
export async function queryPatrolLog(ctx: Ctx, params: Values<typeof patrolLog.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select e.id, e.planned_on as day, o.name as officer, ${cellName} as cell, e.route, e.status, e.started_at as "startedAt", e.ended_at as "endedAt",
      p.points, p.reached, e.metres, e.found, e.note
    from grid_patrols e join grid_officers o on o.street_id = e.street_id and o.id = e.officer_id
      cross join lateral (
        select count(*)::int as points, (count(*) filter (where status = 'reached'))::int as reached
        from grid_patrol_points where street_id = e.street_id and patrol_id = e.id
      ) p
    where ${ctx.scoped(patrols, 'e')} and e.planned_on between ${params.from} and ${params.to}
    order by e.planned_on, o.name`.execute(ctx.db)
  return found.rows
}

/** 走访台账. */
export async function queryVisitLedger(ctx: Ctx, params: Values<typeof visitLedger.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow & { needs: readonly (keyof typeof NEED_CATEGORIES)[] | null }>`
    select e.due_on as "dueOn", e.title as visit, ${cellName} as cell, e.status, e.visited_at as "visitedAt", e.result, e.needs
    from grid_visits e
    where ${ctx.scoped(visits, 'e')} and e.due_on between ${params.from} and ${params.to}
      and ${params.status ? sql`e.status = ${params.status}` : sql`true`}
    order by e.due_on, e.title`.execute(ctx.db)
  return found.rows.map((row) => ({ ...row, needs: (row.needs ?? []).map((need) => NEED_CATEGORIES[need]).join('、') }))
}

/** 重点人群走访表. */
export async function queryKeyVisitLedger(ctx: Ctx, params: Values<typeof keyVisitLedger.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select e.due_on as "dueOn", e.title as visit, ${cellName} as cell, e.status, e.visited_at as "visitedAt", e.result
    from grid_key_visits e
    where ${ctx.scoped(keyVisits, 'e')} and e.due_on between ${params.from} and ${params.to}
    order by e.due_on, e.title`.execute(ctx.db)
  return found.rows
}

/** 事件高发点位. */
export async function queryHotSpots(ctx: Ctx, { days, least }: Values<typeof hotSpotReport.params>): Promise<readonly ReportRow[]> {
  return (await hotSpots(ctx, null, days, least)).map(({ place, type, events, open, last }) => ({ place, type, events, open, last }))
}

/** 网格空白和重叠清单. */
export async function queryCoverageFaults(ctx: Ctx): Promise<readonly ReportRow[]> {
  const known = (await ctx.rows(cells).list({ sort: ['code', 'asc'], limit: 1000, total: 'none' })).rows
  const lines = (await ctx.rows(outlines).list({ sort: ['createdAt', 'desc'], limit: 100, total: 'none' })).rows
  const names = new Map(known.map(({ code, name }) => [code, name]))
  const ground = ctx.street.communities.flatMap(({ code, name: community }): ReportRow[] => {
    const { overlaps, gaps, undrawn } = groundFaults(code, known, lines)
    return [
      ...overlaps.map(({ first, second, squareMetres }) => ({
        community,
        fault: '重叠',
        where: `${names.get(first) ?? first} 与 ${names.get(second) ?? second}`,
        size: squareMetres,
        homes: null,
      })),
      ...gaps.map(({ squareMetres }, index) => ({
        community,
        fault: '空白',
        where: `第 ${index + 1} 处空白（见网格地图）`,
        size: squareMetres,
        homes: null,
      })),
      ...undrawn.map((cell) => ({ community, fault: '没有画范围', where: names.get(cell) ?? cell, size: null, homes: null })),
    ]
  })
  const homes = await buildingsWithout(ctx)
  return [
    ...ground,
    ...homes.map((each) => ({
      community: communityName(ctx, each.communityId),
      fault: '没有网格的房屋',
      where: each.label,
      size: null,
      homes: each.homes,
    })),
  ]
}

/** 采集项目用途表. */
export async function queryFieldUse(ctx: Ctx): Promise<readonly ReportRow[]> {
  const { rows } = await ctx.rows(forms).list({ filter: { status: 'published' }, sort: ['code', 'asc'], limit: 500, total: 'none' })
  const titles = new Map(ctx.street.modules.flatMap(({ plugin }) => plugin.reports.map(({ name, title }) => [name, title] as const)))
  return rows.flatMap((form) =>
    (form.questions ?? []).map(({ title, writes, consumers }) => ({
      form: form.title,
      version: form.edition,
      question: title,
      writes: writes ? (WRITABLE_FACTS[form.target as Target][writes] ?? null) : null,
      consumers: consumers.map((name) => titles.get(name) ?? name.replace(/^other:/, '')).join('、'),
      uses: consumers.length,
    })),
  )
}

/** The name of a community, or that it is the street's own. */
export function communityName(ctx: Ctx, code: string | null): string {
  return ctx.street.communities.find((community) => community.code === code)?.name ?? '街道本级'
}
