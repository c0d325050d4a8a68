import { addDays } from '@linli/core/date'
import { people, units } from '@linli/plugin-registry'
import { councils, members } from '@linli/plugin-residents-council'
import type { Context } from '@linli/store'
import { COMMUNITY_NAMES, ESTATES } from '../estates.ts'
import type { Council, Person, Bodies } from './scene.ts'

export async function seedBodies(ctx: Context, community: string, today: string): Promise<Bodies> {
  const name = COMMUNITY_NAMES[community] ?? ''
  const grown = await ctx.rows(people).list({
    filter: { communityId: community, birthDate_lte: '1998-01-01', birthDate_gte: '1950-01-01' },
    sort: ['createdAt', 'asc'],
    limit: 80,
    total: 'none',
  })
  const residents = grown.rows.filter((_, index) => index % 2 === 0)
  const sitting = residents.slice(0, 7)
  const common = {
    communityId: community,
    partyOrg: `${name}党委`,
    termFrom: addDays(today, -500),
    termTo: addDays(today, 900),
    supportersMin: 2,
    meetingTime: '15:00',
    meetingPlace: '社区二楼会议室',
  }
  const estates = ESTATES.filter((estate) => estate.community === community)
  const made: Council[] = []
  const inEstates = ['411402004001', '411402004002'].includes(community) ? estates.slice(0, 2) : []
  for (const [index, estate] of inEstates.entries()) {
    const unit = await ctx.rows(units).first({ kind: 'estate', name: estate.name, communityId: community })
    made.push(
      await body(
        ctx,
        {
          ...common,
          name: `${estate.name}居民议事会`,
          kind: 'council',
          level: 'estate',
          estateId: unit?.id ?? null,
          partyOrg: `${name}第${index + 1}网格党支部`,
          meetingDay: 12,
        },
        sitting,
        true,
      ),
    )
  }
  if (made.length === 0)
    made.push(
      await body(
        ctx,
        { ...common, name: `${name}居民议事会`, kind: 'council', level: 'community', meetingDay: 12 },
        sitting,
        community !== '411402004005',
      ),
    )
  const twoCommittees = await body(
    ctx,
    { ...common, name: `${name}两委`, kind: 'twoCommittees', level: 'community' },
    sitting.slice(0, 5),
    false,
  )
  const representatives = await body(
    ctx,
    { ...common, name: `${name}居民代表会议`, kind: 'representatives', level: 'community', proxyMax: 1 },
    sitting,
    false,
  )
  return { community, councils: made, twoCommittees, representatives, sitting, neighbours: residents.slice(8, 24) }
}

const DUTY = ['manages', 'asks', 'acts'] as const
const CAPACITY = ['party', 'owner', 'owner', 'tenant', 'merchant', 'committee', 'unit'] as const

/** A body of these people, in office. */
export async function body(
  ctx: Context,
  values: Readonly<Record<string, unknown>>,
  sitting: readonly Person[],
  officers: boolean,
): Promise<Council> {
  const { id } = await ctx
    .rows(councils)
    .create({ smallTopics: ['culture', 'environment'], emergencyTopics: ['safety'], ...values } as never)
  for (const [index, person] of sitting.entries()) {
    await ctx.rows(members).create({
      councilId: id,
      personId: person.id,
      seat: index === 0 ? 'chair' : index === 1 ? 'deputy' : 'member',
      duty: officers ? (DUTY[index] ?? null) : index < 2 && values.kind === 'council' ? (DUTY[index] ?? null) : null,
      capacity: CAPACITY[index] ?? 'owner',
      representative: index > 1 ? 'yes' : 'no',
      from: ctx.today,
    })
  }
  return ctx.rows(councils).step(id, 'start', {})
}
