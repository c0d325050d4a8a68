import { addDays } from '@linli/core/date'
import type { VoteRule } from '@linli/core/voting'
import type { ActionInput } from '@linli/kit'
import type { callRunoff, electSecretly, MyElection } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { candidates, elections, electors, nominations } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { residentOf } from '../proposals.ts'
import { standingOf } from './guards.ts'
import { castIn, putIn } from './urn.ts'

const SHOWN = ['listed', 'voting', 'counted', 'done'] as const

/** The elections on whose roll I am. */
export async function handleMyElections(ctx: Ctx): Promise<{ elections: readonly MyElection[] }> {
  const me = await residentOf(ctx)
  const all = ctx.elevated()
  const mine = await all.rows(electors).list({ filter: { personId: me.id }, sort: ['createdAt', 'desc'], limit: 20, total: 'none' })
  const shown: MyElection[] = []
  for (const { electionId, submitted } of mine.rows) {
    const row = await all.rows(elections).get(electionId)
    if (!SHOWN.some((status) => status === row.status)) continue
    const isCounted = row.status === 'counted' || row.status === 'done'
    const list = (await all.rows(candidates).list({ filter: { electionId }, sort: ['createdAt', 'asc'], limit: 100, total: 'none' })).rows
    shown.push({
      id: row.id,
      title: row.title,
      status: row.way === 'paper' && row.status === 'voting' ? 'paper' : row.status,
      statusTitle: elections.workflow?.states[row.status].title ?? '',
      seats: row.seats,
      voteOn: row.voteOn,
      base: row.base,
      cast: await castIn(ctx, row.id),
      voted: submitted,
      sentence: row.sentence,
      candidates: list
        .filter(({ status }) => status !== 'withdrawn')
        .map(({ id, name, words, votes, status }) => ({
          id,
          name: name ?? '',
          words,
          votes: isCounted ? votes : null,
          statusTitle: candidates.workflow?.states[status].title ?? '',
        })),
    })
  }
  return { elections: shown }
}

/** A secret ballot. Everything is decided behind the lock of the election. */
export async function handleElect(ctx: Ctx, input: ActionInput<typeof electSecretly>): Promise<{ receipt: string }> {
  const me = await residentOf(ctx)
  const known = await ctx.elevated().rows(elections).find(input.electionId)
  if (!known) return ctx.refuse(reason('election.not_elector'))
  const election = await ctx.elevated().rows(elections).lock(known.id)
  const line = await ctx.elevated().rows(electors).first({ electionId: election.id, personId: me.id })
  if (!line) return ctx.refuse(reason('election.not_elector'))
  if (election.status !== 'voting') return ctx.refuse(reason('election.not_open'))
  if (election.way !== 'phone') return ctx.refuse(reason('election.paper'))
  if (line.submitted) return ctx.refuse(reason('election.voted'))
  const picks = [...new Set(input.picks)]
  if (picks.length > election.seats) return ctx.refuse(reason('election.too_many', { seats: election.seats }, 'picks'))
  const standing = new Set((await standingOf(ctx, election.id)).map(({ id }) => id))
  if (!picks.every((id) => standing.has(id))) return ctx.refuse(reason('election.unknown_candidate', undefined, 'picks'))
  return { receipt: await putIn(ctx, election.id, me.id, picks) }
}

/** A second election for the seats that a tie left open, among the tied alone. */
export async function handleRunoff(ctx: Ctx, { id }: ActionInput<typeof callRunoff>): Promise<{ electionId: string }> {
  const first = await ctx.rows(elections).lock(id)
  const all = ctx.elevated()
  const tied = (await all.rows(candidates).list({ filter: { electionId: id, status: 'tied' }, limit: 100, total: 'none' })).rows
  if (tied.length === 0) return ctx.refuse(reason('election.no_tie'))
  const elected = await all.rows(candidates).count({ electionId: id, status: 'elected' })
  const title = `${first.title}（再次投票）`.slice(0, 80)
  if (await all.rows(elections).first({ title, councilId: first.councilId })) return ctx.refuse(reason('election.no_tie'))
  const notice = (first.rule as VoteRule).noticeMinDays
  const second = await all.rows(elections).create({
    title,
    councilId: first.councilId,
    seat: first.seat,
    seats: Math.max(1, first.seats - elected),
    renewal: 'by',
    electorate: first.electorate,
    way: first.way,
    nominateUntil: ctx.today,
    voteOn: addDays(ctx.today, notice + 1),
  })
  for (const { personId, nominatedBy, words, id: candidateId } of tied) {
    const again = await all.rows(candidates).create({ electionId: second.id, personId, nominatedBy, words })
    for (const by of (await all.rows(nominations).list({ filter: { candidateId }, limit: 200, total: 'none' })).rows)
      await all.rows(nominations).create({ candidateId: again.id, personId: by.personId })
  }
  return { electionId: second.id }
}
