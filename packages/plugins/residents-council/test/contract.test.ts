import type { Context } from '@linli/store'
import { sql } from 'kysely'
import { instantAt } from '@linli/core/date'
import { people, registry, units } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { contractSuite, type Sampling } from '@linli/testing'
import {
  councils,
  demands,
  elections,
  matters,
  meetings,
  members,
  proposals,
  residentsCouncil,
  supporters,
  appraisals,
  scores,
  votes,
} from '../src/index.ts'
import server from '../src/server/index.ts'

const period = { from: '2026-01-01', to: '2026-12-31' }
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A body in office with two members. */
async function body(
  { row, run }: Sampling,
  values: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; persons: readonly string[] }> {
  const council = await row(councils, { kind: 'council', supportersMin: 0, ...values })
  const first = await row(people)
  const second = await row(people)
  for (const person of [first, second]) await row(members, { councilId: council.id, personId: person.id, from: '2026-01-01' })
  await run('council', (ctx) => ctx.rows(councils).step(council.id, 'start', {}))
  return { id: council.id, persons: [first.id, second.id] }
}

/** A meeting tomorrow whose notice is out today. */
async function noticed(sampling: Sampling, councilId: string): Promise<string> {
  const meeting = await sampling.row(meetings, { councilId, scheduledAt: instantAt(inDays(2), 15 * 60), title: '例会', place: '会议室' })
  await sampling.run('council', (ctx) => ctx.rows(meetings).step(meeting.id, 'notify', {}))
  return meeting.id
}

const ADULT = { birthDate: '1970-05-05', idType: 'none' }
const inOffice = async (sampling: Sampling): Promise<Record<string, unknown>> => ({ councilId: (await body(sampling)).id })

contractSuite(
  { plugin: residentsCouncil, server },
  {
    needs: [{ plugin: registry, server: registryServer }],
    samples: {
      'registry.units': { kind: 'estate' },
      'council.councils': { kind: 'council', level: 'community', supportersMin: 0, termFrom: '2026-01-01', termTo: '2030-12-31' },
      'council.councils.update': { meetingDay: 12 },
      'council.members': { from: '2026-01-01' },
      'council.members.update': { to: '2026-12-31' },
      'council.matters': inOffice,
      'council.matters.accept': { partyOrg: '第一网格党支部' },
      'council.proposals': { source: 'resident', topic: 'parking' },
      'council.supporters': async ({ row }: Sampling) => ({ proposalId: (await row(proposals)).id, role: 'proposer' }),
      'council.meetings': async (sampling: Sampling) => ({ ...(await inOffice(sampling)), scheduledAt: instantAt(inDays(3), 15 * 60) }),
      'council.votes': async (sampling: Sampling) => {
        const { id } = await body(sampling)
        return { councilId: id, meetingId: await noticed(sampling, id), kind: 'meeting' }
      },
      'council.votes.update': { title: '改了题目' },
      'council.leaves': async (sampling: Sampling) => {
        const { id, persons } = await body(sampling)
        return { meetingId: await noticed(sampling, id), personId: persons[0] }
      },
      'council.elections': { nominateUntil: today, voteOn: inDays(9) },
      'council.elections.update': { title: '改过的选举' },
      'council.candidates': async ({ row }: Sampling) => ({ personId: (await row(people, ADULT)).id, votes: null }),
      'council.candidates.update': { words: '热心肠' },
      'council.nominations': async ({ row }: Sampling) => ({ personId: (await row(people, ADULT)).id }),
      'council.electors': async (sampling: Sampling) => {
        const election = await sampling.row(elections)
        await sampling.run('council', (ctx) => listed(ctx, election.id))
        return { electionId: election.id, position: 1, name: '甲' }
      },
      'council.voters': { position: 1, memberKey: 'x', name: '甲' },
      'council.proxies': async (sampling: Sampling) => {
        const { id, persons } = await body(sampling, { proxyMax: 2 })
        return { meetingId: await noticed(sampling, id), principalId: persons[0], holderId: persons[1] }
      },
      'council.ballots': async (sampling: Sampling) => {
        const { id, persons } = await body(sampling)
        const meetingId = await noticed(sampling, id)
        const vote = await sampling.run('council', (ctx) => sampleVote(ctx, id, meetingId))
        return { voteId: vote, slot: persons[0], name: '甲', choice: 'for', at: new Date().toISOString() }
      },
      'council.owners': async ({ row }: Sampling) => ({ unitId: (await row(units)).id, personId: (await row(people)).id }),
      'council.owners.update': { from: '2020-01-01' },
      'council.publications': { from: today, days: 7 },
      'council.publications.update': { place: '东门' },
      'council.publications.revise': {},
      'council.action-items': { dueOn: inDays(30), accountId: null, personId: null, actorName: '物业' },
      'council.action-items.update': { title: '改过的任务' },
      'council.feedback': async ({ row, run }: Sampling) => {
        const matter = await row(matters)
        const person = await row(people)
        const proposal = await row(proposals)
        await row(supporters, { proposalId: proposal.id, personId: person.id, role: 'proposer' })
        await run('council', (ctx) => ctx.rows(proposals).update(proposal.id, { matterId: matter.id }))
        await run('council', (ctx) => ctx.rows(matters).update(matter.id, { resultPublishedOn: today }))
        return { matterId: matter.id, personId: person.id, kind: 'confirmed', satisfied: 'yes', rating: 5 }
      },
      'council.appraisals': ({ n, place }: Sampling) => ({
        kind: 'contest',
        period: `${1000 + (n % 9000)}-H1`,
        communityId: place.community,
      }),
      'council.scores': { matters: 6, archive: 4, evidence: '台账' },
      'council.appeals': async ({ row, run }: Sampling) => {
        const council = await row(councils)
        const appraisal = await row(appraisals)
        await row(scores, { appraisalId: appraisal.id, councilId: council.id })
        await run('council', (ctx) => publishAppraisal(ctx, appraisal.id))
        return { appraisalId: appraisal.id, councilId: council.id }
      },
      'council.demands': inOffice,
      'council.backers': async (sampling: Sampling) => {
        const { id, persons } = await body(sampling)
        return { demandId: (await sampling.row(demands, { councilId: id })).id, personId: persons[0] }
      },
      'council.excuses': { period: '2026-05' },
      'council.council-ledger': period,
      'council.matter-ledger': period,
      'council.publication-ledger': period,
      'council.half-year-table': { period: '2026-H1' },
      'council.annual-table': { year: '2026' },
      'council.measures': period,
      'council.participation': period,
      'council.cadence': { year: '2026' },
      'council.board': {},
      'council.link-graph': {},
    },
  },
)

/** A vote that takes ballots now. A notice of today would be too short for the rule; the row is opened by hand, as a clock would. */
async function sampleVote(ctx: Context, councilId: string, meetingId: string): Promise<string> {
  const vote = await ctx.rows(votes).create({ councilId, meetingId, title: '表决' })
  await sql`update council_votes set status = 'open', opened_at = now() where id = ${vote.id}`.execute(ctx.db)
  return vote.id
}

/** An election whose roll can be written: its list of candidates is out. */
async function listed(ctx: Context, id: string): Promise<void> {
  await sql`update council_elections set status = 'listed' where id = ${id}`.execute(ctx.db)
}

async function publishAppraisal(ctx: Context, id: string): Promise<void> {
  await sql`update council_scores set status = 'reviewed', scorer_id = 'a', reviewer_id = 'b' where appraisal_id = ${id}`.execute(ctx.db)
  await ctx.rows(appraisals).step(id, 'publish', {})
}
