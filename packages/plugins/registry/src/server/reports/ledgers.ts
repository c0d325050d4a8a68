import { ageOn } from '@linli/core/date'
import type { ReportRow } from '@linli/kit'
import { places } from '@linli/kit/platform'
import { sql } from 'kysely'
import { affiliations, households, organisations, people, units } from '../../resources/index.ts'
import { OPEN_TAG_OPTIONS } from '../../rules/tag-options.ts'
import type { Ctx } from '../context.ts'

/** 人员台账: masks and hidden fields as the caller's clearance has them, because the rows come through the door. */
export async function peopleLedger(
  ctx: Ctx,
  { estateId, residenceKind, tag }: { estateId: string | null; residenceKind: string | null; tag: string | null },
): Promise<readonly ReportRow[]> {
  const filter = {
    deceasedAt_empty: true,
    mergedInto_empty: true,
    ...(estateId ? { estateId } : {}),
    ...(residenceKind ? { residenceKind } : {}),
    ...(tag ? { openTags: tag } : {}),
  } as never
  const community = communityNames(ctx)
  const grid = await gridNames(ctx)
  const rows: ReportRow[] = []
  for await (const row of ctx.rows(people).each({ filter, sort: ['name', 'asc'] })) {
    rows.push({
      id: row.id,
      name: row.name,
      sex: row.sex,
      birthDate: row.birthDate,
      age: row.birthDate ? ageOn(row.birthDate, ctx.today) : null,
      phone: row.phone,
      address: row.address,
      residenceKind: row.residenceKind,
      tags: (row.openTags ?? []).map((each) => OPEN_TAG_OPTIONS[each] ?? each).join('、'),
      community: community(row.communityId),
      gridId: grid(row.gridId),
      verifiedAt: row.verifiedAt,
    })
  }
  return rows
}

/** 户台账. */
export async function householdsLedger(
  ctx: Ctx,
  { estateId, category }: { estateId: string | null; category: string | null },
): Promise<readonly ReportRow[]> {
  const { rows } = await sql<PlacedRow>`
    select h.id, p.name as head, h.number, h.category, h.address, h.community_id as "communityId", h.grid_id as "gridId",
      (select count(*) from registry_household_members m where m.street_id = h.street_id and m.household_id = h.id and m."to" is null)::int as members
    from registry_households h left join registry_people p on p.street_id = h.street_id and p.id = h.head_person_id
    where ${ctx.scoped(households, 'h')} and h.ended_at is null
      and (${estateId}::uuid is null or h.estate_id = ${estateId}::uuid) and (${category}::text is null or h.category = ${category}::text)
    order by h.address, h.id`.execute(ctx.db)
  return withPlaces(ctx, rows)
}

/** 房屋台账. */
export async function homesLedger(ctx: Ctx, { estateId }: { estateId: string | null }): Promise<readonly ReportRow[]> {
  const { rows } = await sql<PlacedRow>`
    select u.id, u.full_name as address, u.use, u.area, u.community_id as "communityId", u.grid_id as "gridId",
      (select count(*) from registry_households h where h.street_id = u.street_id and h.unit_id = u.id and h.ended_at is null)::int as households,
      (select count(*) from registry_people p
        where p.street_id = u.street_id and p.home_id = u.id and p.deceased_at is null and p.merged_into is null)::int as people
    from registry_units u
    where ${ctx.scoped(units, 'u')} and u.kind = 'room' and (${estateId}::uuid is null or u.estate_id = ${estateId}::uuid)
    order by u.sort_key, u.id`.execute(ctx.db)
  return withPlaces(ctx, rows)
}

/** 单位台账: masks and hidden fields as the caller's clearance has them, because the rows come through the door. */
export async function organisationsLedger(ctx: Ctx, { kind }: { kind: string | null }): Promise<readonly ReportRow[]> {
  const filter = { closedAt_empty: true, ...(kind ? { kind } : {}) } as never
  const affiliated = await affiliatedBy(ctx)
  const rows: PlacedRow[] = []
  for await (const row of ctx.rows(organisations).each({ filter, sort: ['name', 'asc'] })) {
    const { id, name, kind: is, creditCode, address, contactName, contactPhone, communityId, gridId } = row
    const told = { id, name, kind: is, creditCode, address, contactName, contactPhone, communityId, gridId }
    rows.push({ ...told, affiliated: affiliated.get(id) ?? 0 })
  }
  return withPlaces(ctx, rows)
}

/** How many hold an office in each organisation, of those that the caller may see. */
async function affiliatedBy(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select a.organisation_id as id, count(*)::int as n from registry_affiliations a
    where ${ctx.scoped(affiliations, 'a')} and a."to" is null group by 1`.execute(ctx.db)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

type PlacedRow = ReportRow & { readonly communityId: string | null; readonly gridId: string | null }

async function withPlaces(ctx: Ctx, rows: readonly PlacedRow[]): Promise<readonly ReportRow[]> {
  const community = communityNames(ctx)
  const grid = await gridNames(ctx)
  return rows.map((row) => ({ ...row, community: community(row.communityId), gridId: grid(row.gridId) }))
}

/** The name of a grid by its code. */
async function gridNames(ctx: Ctx): Promise<(code: string | null) => string | null> {
  const { rows } = await ctx
    .elevated()
    .rows(places)
    .list({ filter: { kind: 'grid' }, limit: 1000, total: 'none' })
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  return (code) => (code === null ? null : (names.get(code) ?? code))
}

/** The name of a community by its code; what belongs to none belongs to the street. */
export function communityNames(ctx: Pick<Ctx, 'street'>): (code: string | null) => string {
  const names = new Map(ctx.street.communities.map(({ code, name }) => [code, name]))
  return (code) => (code === null ? ctx.street.name : (names.get(code) ?? code))
}
