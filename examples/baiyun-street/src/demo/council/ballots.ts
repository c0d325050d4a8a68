import { addDays } from '@linli/core/date'
import { people, units } from '@linli/plugin-registry'
import { backers, candidates, demands, elections, nominations, owners, votes } from '@linli/plugin-residents-council'
import type { Seeding } from '@linli/server'
import type { Context } from '@linli/store'
import { COMMUNITY_NAMES } from '../estates.ts'
import { type Bodies, at, act } from './scene.ts'

/** One estate whose owners decide on the repair fund: the roster, a vote that is running. */
export async function seedOwnersVote({ run }: Seeding, { community, councils: own, sitting }: Bodies, today: string): Promise<void> {
  const council = own[0]
  if (!council?.estateId) return
  const homes = await run(
    'council',
    async (ctx) => {
      const rooms = await ctx
        .rows(units)
        .list({ filter: { kind: 'room', estateId: council.estateId }, sort: ['sortKey', 'asc'], limit: 12, total: 'none' })
      const known = (
        await ctx.rows(people).list({ filter: { communityId: community, estateId: council.estateId }, limit: 60, total: 'none' })
      ).rows
      for (const [index, room] of rooms.rows.entries()) {
        await ctx.rows(units).update(room.id, { area: `${78 + index * 3}.${25 + index}` })
        await ctx.rows(owners).create({
          unitId: room.id,
          ...(index === 11 ? { developer: '安居置业有限公司' } : { personId: known[index === 5 ? 4 : index]?.id ?? sitting[0]?.id ?? '' }),
          from: '2012-06-01',
        })
      }
      return rooms.rows
    },
    at(addDays(today, -400)),
  )
  const voteId = await run(
    'council',
    async (ctx) => {
      const vote = await ctx.rows(votes).create({
        kind: 'owners',
        councilId: council.id,
        title: '使用维修资金更换单元排水管',
        ownersItem: 'i5',
        estateId: council.estateId,
      })
      return vote.id
    },
    at(addDays(today, -24)),
  )
  await run(
    'council',
    async (ctx) => {
      await ctx.rows(votes).step(voteId, 'open', {})
      for (const [index, home] of homes.slice(0, 9).entries())
        await act(ctx, 'council.votes.owner-ballot', {
          id: voteId,
          unitId: home.id,
          choice: index === 3 ? 'against' : index === 7 ? 'abstain' : 'for',
        })
    },
    at(addDays(today, -6)),
  )
}

/** Candidates of a body, each nominated by so many neighbours. */
async function stand(ctx: Context, electionId: string, { neighbours }: Bodies, backing: readonly number[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (const [index, count] of backing.entries()) {
    const person = neighbours[index]
    if (!person) continue
    const { id } = await ctx.rows(candidates).create({
      electionId,
      personId: person.id,
      words: ['楼栋长，热心邻里事', '退休教师，组织过读书会', '物业管理员，懂水电'][index] ?? null,
    })
    for (const neighbour of neighbours.slice(2, 2 + count)) await ctx.rows(nominations).create({ candidateId: id, personId: neighbour.id })
    ids.push(id)
  }
  return ids
}

/** A by-election on paper that is over: more candidates than seats, more than half of the households, the elected in office. */
export async function seedElection({ run }: Seeding, bodies: Bodies, today: string): Promise<void> {
  const { id, voteOn, standing } = await run(
    'council',
    async (ctx) => {
      const row = await ctx.rows(elections).create({
        title: `${COMMUNITY_NAMES[bodies.community] ?? ''}居民代表补选`,
        councilId: bodies.representatives.id,
        seats: 1,
        electorate: 'households',
        way: 'paper',
        nominateUntil: addDays(ctx.today, 5),
        voteOn: addDays(ctx.today, 12),
      })
      return { id: row.id, voteOn: row.voteOn, standing: await stand(ctx, row.id, bodies, [12, 10]) }
    },
    at(addDays(today, -40), 9),
  )
  await run('council', (ctx) => ctx.rows(elections).step(id, 'list', {}), at(addDays(voteOn, -5), 9))
  await run(
    'council',
    async (ctx) => {
      const { base } = await ctx.rows(elections).step(id, 'open', {})
      const issued = Math.ceil(base * 0.72)
      const shares = [0.61, 0.33]
      for (const [index, candidate] of standing.entries())
        await ctx.rows(candidates).update(candidate, { votes: Math.floor(issued * (shares[index] ?? 0)) })
      await ctx.rows(elections).step(id, 'close', { issued, returned: issued - 1 })
    },
    at(voteOn, 18),
  )
  await run('council', (ctx) => ctx.rows(elections).step(id, 'seat', {}), at(addDays(voteOn, 2), 9))
}

/** Representatives who ask for a meeting: one fifth is reached, and its notice is still owed. */
export async function seedDemand({ run }: Seeding, { representatives, sitting }: Bodies, today: string): Promise<void> {
  await run(
    'council',
    async (ctx) => {
      const { id } = await ctx.rows(demands).create({ councilId: representatives.id, why: '物业费调整要开会听大家意见' })
      for (const person of sitting.slice(3, 5)) await ctx.rows(backers).create({ demandId: id, personId: person.id })
    },
    at(addDays(today, -4), 9),
  )
}

/** One that takes nominations: a candidate has enough, the other one not yet. */
export async function seedNominations({ run }: Seeding, bodies: Bodies, today: string): Promise<void> {
  await run(
    'council',
    async (ctx) => {
      const row = await ctx.rows(elections).create({
        title: `${COMMUNITY_NAMES[bodies.community] ?? ''}议事会委员补选`,
        councilId: bodies.councils[0]?.id ?? '',
        seats: 1,
        nominateUntil: addDays(ctx.today, 8),
        voteOn: addDays(ctx.today, 16),
      })
      await stand(ctx, row.id, bodies, [11, 6])
    },
    at(addDays(today, -4), 9),
  )
}

/** A member's phone: signs in, votes, proposes. A meeting of the coming days waits for it. */
