import { addDays, dayOf } from '@linli/core/date'
import { affiliations, organisations, people } from '@linli/plugin-registry'
import type { Seeding } from '@linli/server'
import { DEMO_MERCHANTS } from './merchants.ts'
import { DEMO_ORGANISATIONS } from './organisations.ts'

/** Property firms, schools and units of the street, and the first shops of the alliance, each with a resident who holds an office in it. */
export async function seedOrganisations({ run }: Seeding): Promise<void> {
  const shops = DEMO_MERCHANTS.slice(0, 10).map(({ name, community, address, creditCode }) => ({
    name,
    kind: 'individual' as const,
    community,
    address,
    creditCode,
    role: '店员',
  }))
  await run('registry', async (ctx) => {
    if ((await ctx.rows(organisations).count()) > 0) return
    const today = dayOf(new Date().toISOString())
    const places = new Map<string, number>()
    for (const [index, { name, kind, community, address, creditCode, role }] of [...DEMO_ORGANISATIONS, ...shops].entries()) {
      // The n-th grown-up of the community: nobody holds two offices.
      const place = places.get(community) ?? 0
      places.set(community, place + 1)
      const { rows } = await ctx.rows(people).list({
        filter: { communityId: community, birthDate_gte: addDays(today, -55 * 365), birthDate_lte: addDays(today, -28 * 365) },
        sort: ['createdAt', 'asc'],
        offset: place,
        limit: 1,
        total: 'none',
      })
      const [holder] = rows
      const contact = holder?.name ?? null
      const organisation = await ctx
        .rows(organisations)
        .create({ name, kind, communityId: community, address, creditCode, contactName: contact, contactPhone: `1540371${1000 + index}` })
      if (!holder) continue
      const from = addDays(today, -400 - index * 37)
      await ctx.rows(affiliations).create({ personId: holder.id, organisationId: organisation.id, role, from, communityId: community })
      // Who held the office before her: ended, so that nothing takes a former holder for the present one.
      const before = await ctx.rows(people).list({
        filter: { communityId: community, birthDate_lte: addDays(today, -60 * 365) },
        sort: ['createdAt', 'asc'],
        offset: place,
        limit: 1,
        total: 'none',
      })
      const former = before.rows[0]
      if (former && index % 3 === 0)
        await ctx.rows(affiliations).create({
          personId: former.id,
          organisationId: organisation.id,
          role,
          from: addDays(from, -2000),
          to: addDays(from, -1),
          communityId: community,
        })
    }
  })
}
