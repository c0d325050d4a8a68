import { stepOptions } from '@linli/core/deliberation'
import type { ActionInput } from '@linli/kit'
import { sql } from 'kysely'
import type { BoardColumn, linkGraph, matterBoard, MatterWay, matterWay } from '../../actions/index.ts'
import { ruleTitle, type Way, WAYS } from '../../rules/options.ts'
import { gateTitle, standingOf } from '../../rules/ways.ts'
import { councils, gates, links, matters, meetings, moves, votes } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { said } from '../said.ts'
import { loadMatter } from './load.ts'

const STATES = matters.workflow?.states ?? ({} as never)
const OPEN = (Object.keys(STATES) as (keyof typeof STATES)[]).filter((state) => !STATES[state].final)
const CARDS = 12

/** Where the board stops counting. */
const BOUND = 1_000

/**
 * The matters by state: how many, how many late, and the first of each. The finished ones are only counted. Every state is read from the index in
 * the order of its clock, and counted up to a bound, so that the board opens as fast among a hundred thousand. The gates of a way that no council
 * here goes are left out, unless a matter still stands there.
 */
export async function handleBoard(
  ctx: Ctx,
  input: ActionInput<typeof matterBoard>,
): Promise<{ columns: readonly BoardColumn[]; done: number; more: boolean }> {
  const council = input.councilId ?? null
  const here = sql`${ctx.scoped(matters, 'm')} ${council === null ? sql`` : sql`and m.council_id = ${council}::uuid`}`
  const counted = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from (select 1 from council_matters m where ${here} and ${condition} limit ${BOUND + 1}) as counted)`
  const { rows } = await sql<{ status: string; n: number; late: number; cards: Omit<BoardColumn['cards'][number], 'overdue'>[] | null }>`
    select w.status, ${counted(sql`m.status = w.status`)} as n,
      ${counted(sql`m.status = w.status and m.due_at < ${ctx.now}::timestamptz`)} as late,
      (select json_agg(json_build_object('id', r.id, 'no', r.no, 'title', r.title, 'council', c.name, 'lane', r.lane,
          'dueAt', to_char(r.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'since', to_char(r.status_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by r.due_at nulls last, r.id)
        from (select * from council_matters m where ${here} and m.status = w.status order by m.due_at, m.id limit ${CARDS}) r
        join council_councils c on c.street_id = r.street_id and c.id = r.council_id) as cards
    from unnest(${OPEN}::text[]) as w(status)`.execute(ctx.db)
  const found = new Map(rows.map((row) => [row.status, row]))
  const going = await sql<{ way: Way }>`
    select distinct c.way from council_councils c
    where ${ctx.scoped(councils, 'c')} and c.kind = 'council' and c.status = 'active'`.execute(ctx.db)
  const ways: readonly Way[] = going.rows.length > 0 ? going.rows.map(({ way }) => way) : ['residents']
  const over = await sql<{ n: number }>`select ${counted(sql`m.status = 'closed'`)} as n`.execute(ctx.db)
  const done = over.rows[0]?.n ?? 0
  return {
    done: Math.min(BOUND, done),
    more: done > BOUND,
    columns: OPEN.filter((state) => {
      const way = standingOf(state)?.way
      return way === undefined || ways.includes(way) || (found.get(state)?.n ?? 0) > 0
    }).map((state) => {
      const standing = standingOf(state)
      const row = found.get(state)
      return {
        state,
        title: STATES[state].title,
        gate: standing ? gateTitle(standing.way, standing.gate) : null,
        count: Math.min(BOUND, row?.n ?? 0),
        more: (row?.n ?? 0) > BOUND,
        overdue: Math.min(BOUND, row?.late ?? 0),
        cards: (row?.cards ?? []).map((card) => ({ ...card, overdue: card.dueAt !== null && card.dueAt < ctx.now })),
      }
    }),
  }
}

/** A matter's passes through the gates, what comes next, and what stands in the way of it. */
export async function handleWay(ctx: Ctx, input: ActionInput<typeof matterWay>): Promise<MatterWay> {
  const row = await ctx.rows(matters).get(input.id)
  const all = ctx.elevated()
  const { template, matter, charter } = await loadMatter(ctx, row)
  const passes = (await all.rows(gates).list({ filter: { matterId: row.id }, sort: ['createdAt', 'asc'], limit: 100, total: 'none' })).rows
  const taken = (await all.rows(moves).list({ filter: { matterId: row.id }, sort: ['createdAt', 'asc'], limit: 300, total: 'none' })).rows
  const shown: MatterWay['gates'][number][] = []
  for (const pass of passes) {
    const vote = pass.voteId ? await all.rows(votes).find(pass.voteId) : undefined
    shown.push({
      gate: pass.gate,
      title: gateTitle(row.way, pass.gate),
      round: pass.round,
      outcome: pass.outcome ? (gates.fields.outcome.options?.[pass.outcome] ?? null) : null,
      body: pass.councilId ? ((await all.rows(councils).find(pass.councilId))?.name ?? null) : null,
      meeting: pass.meetingId ? ((await all.rows(meetings).find(pass.meetingId))?.title ?? null) : null,
      rule: vote ? ruleTitle(vote.ruleCode) : null,
      unverified: vote?.ruleStatus === 'unverified',
      opinion: pass.opinion,
      openedOn: pass.openedOn,
      dueOn: pass.dueOn,
      closedOn: pass.closedOn,
    })
  }
  const why = { at: ctx.now, by: ctx.actor.id, reason: '（待填写）' }
  return {
    way: WAYS[row.way],
    gates: shown,
    moves: taken.map(({ at, title, byName, why: because }) => ({ at, title, by: byName ?? '', why: because })),
    next: stepOptions(template, matter, why, charter).map(({ step, refusal }) => ({
      step: step.name,
      title: step.title.zh,
      blockedBy: refusal ? said(refusal, row.way).zh : null,
    })),
  }
}

/** The edges of the graph, each with how often. */
export async function handleLinkGraph(
  ctx: Ctx,
  input: ActionInput<typeof linkGraph>,
): Promise<{ edges: readonly { from: string; to: string; count: number; why: string }[] }> {
  const [matterId, party, from] = [input.matterId ?? null, input.party ?? null, input.from ?? null]
  const { rows } = await sql<{ from: string; to: string; count: number; why: string }>`
    select l."from", l."to", count(*)::int as count, (array_agg(l.why order by l.created_at desc))[1] as why from council_links l
    where ${ctx.scoped(links, 'l')} and (${matterId}::uuid is null or l.matter_id = ${matterId}::uuid)
      and (${party}::text is null or l."from" = ${party} or l."to" = ${party}) and (${from}::date is null or l.created_at >= ${from}::date)
    group by 1, 2 order by count desc, 1, 2 limit 200`.execute(ctx.db)
  return { edges: rows }
}
