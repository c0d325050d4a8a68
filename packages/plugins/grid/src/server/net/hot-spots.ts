import { addDays, instantAt } from '@linli/core/date'
import { sql } from 'kysely'
import { gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** A place where events come again and again. */
export interface HotSpot {
  readonly place: string
  readonly unitId: string | null
  readonly type: string
  readonly events: number
  readonly open: number
  readonly last: string
  readonly lat: number | null
  readonly lng: number | null
}

const WINDOW_DAYS = 90

/** Places of the last days with at least two events of their own, most first. What was merged into another or was not true is not counted. */
export async function hotSpots(ctx: Ctx, communityId: string | null, days = WINDOW_DAYS, least = 2): Promise<readonly HotSpot[]> {
  const since = instantAt(addDays(ctx.today, -days), 0)
  const { rows } = await sql<HotSpot>`
    select coalesce(max(u.full_name), max(e.place)) as place, (array_agg(e.unit_id) filter (where e.unit_id is not null))[1]::text as "unitId",
      mode() within group (order by e.type) as type, count(*)::int as events,
      (count(*) filter (where e.status not in ('closed', 'confirmed', 'checked')))::int as open, max(e.created_at) as last,
      avg((e.spot ->> 'lat')::float8) as lat, avg((e.spot ->> 'lng')::float8) as lng
    from grid_events e
    left join registry_units u on u.street_id = e.street_id and u.id = e.unit_id
    where ${ctx.scoped(gridEvents, 'e')} and e.created_at >= ${since} and e.status not in ('void', 'joined') and e.parent_id is null
      and (e.unit_id is not null or coalesce(e.place, '') <> '') and ${communityId ? sql`e.community_id = ${communityId}` : sql`true`}
    group by coalesce(e.unit_id::text, regexp_replace(e.place, '[，。、\\s]', '', 'g')) having count(*) >= ${least}
    order by events desc, last desc limit 200`.execute(ctx.db)
  return rows
}
