import { type Charter, type DeliberationTemplate, type GateDecision, type Matter, type Stakeholder } from '@linli/core/deliberation'
import type { Row } from '@linli/kit'
import { councils, feedback, type matters, moves, objections, proposals, publications, stakeholders } from '../../resources/index.ts'
import type { Gate } from '../../rules/options.ts'
import { templateOf, votedAt } from '../../rules/ways.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { nominationOf } from '../../rules/nominated.ts'
import { asProposal, backingOf } from '../proposals.ts'
import { membersOn } from '../recount.ts'
import { decisionOf } from '../vote/decision.ts'
import { charterOf, postedResolution } from './charter.ts'

export type MatterRow = Row<typeof matters>

/** What core decides a step of a matter by. */
interface LoadedMatter {
  readonly template: DeliberationTemplate
  readonly matter: Matter
  readonly charter: Charter
}

/** A matter with everything that core's guards ask about, read from its rows. */
export async function loadMatter(ctx: Ctx, row: MatterRow): Promise<LoadedMatter> {
  const all = ctx.elevated()
  const filter = { matterId: row.id }
  const council = await parentOf(ctx, councils, row.councilId)
  const template = templateOf(row.way, council)
  const posted = await postedResolution(ctx, row.id)
  const told = await all.rows(feedback).list({ filter, limit: 200, total: 'none' })
  const taken = await all.rows(moves).list({ filter, sort: ['createdAt', 'asc'], limit: 500, total: 'none' })
  const matter: Matter = {
    id: row.id,
    template: template.code,
    templateVersion: template.version,
    state: row.status,
    lane: row.lane,
    topic: row.topic,
    ...(row.partyOrg ? { leadPartyOrg: row.partyOrg } : {}),
    reservedForResidents: row.reserved,
    ...(row.ownersItem ? { ownersItem: Number(row.ownersItem.slice(1)) } : {}),
    proposal: await proposalOf(ctx, row),
    stakeholders: await stakeholdersOf(ctx, row.id),
    ...(row.minorityOpinions ? { minorityOpinions: row.minorityOpinions } : {}),
    decisions: await decisionsOf(ctx, row),
    ...(posted ? { publication: { from: posted.from, place: posted.place } } : {}),
    objections: await objectionsOf(ctx, row.id),
    needsMoney: row.needsMoney,
    ...(row.fundAuthorisation ? { fundAuthorisation: row.fundAuthorisation } : {}),
    ...(row.resultPublishedOn ? { resultPublishedOn: row.resultPublishedOn } : {}),
    feedback: told.rows
      .filter(({ kind, at }) => kind === 'confirmed' && isSince(row.reworkedAt, at))
      .flatMap(({ personId, createdAt, satisfied }) => (personId ? [{ personId, at: createdAt, satisfied: satisfied === 'yes' }] : [])),
    failedContacts: told.rows.filter(({ kind, at }) => kind === 'unreachable' && isSince(row.reworkedAt, at)).length,
    links: [],
    history: taken.rows.map((move) => ({
      step: move.step,
      from: move.fromState,
      to: move.toState,
      at: move.at,
      by: move.createdBy,
      ...(move.gate ? { gate: move.gate } : {}),
      ...(move.why ? { reason: move.why } : {}),
    })),
  }
  return { template, matter, charter: charterOf(council, posted, ctx.today) }
}

/** What was said of a result before it was done again is not said of the new one. */
function isSince(reworkedAt: string | null, at: string | null): boolean {
  return reworkedAt === null || (at ?? '') > reworkedAt
}

async function proposalOf(ctx: Ctx, { id, source, councilId }: MatterRow): Promise<Matter['proposal']> {
  const { rows } = await ctx
    .elevated()
    .rows(proposals)
    .list({ filter: { matterId: id }, limit: 200, total: 'none' })
  const living = await backingOf(
    ctx,
    rows.map(({ id: proposalId }) => proposalId),
  )
  const sitting = await membersOn(ctx, councilId, ctx.today)
  const nominated = nominationOf({
    fromGrid: rows.some((proposal) => proposal.source === 'grid' && proposal.sourceId !== null),
    fromMembers: source === 'member' || rows.some((proposal) => proposal.source === 'member'),
    backers: living.map(({ personId }) => personId),
    members: sitting.map(({ personId }) => personId),
  })
  // Somebody who proposed in one of several joined proposals and supports another is a proposer once.
  return { ...asProposal(living), ...(nominated ? { nominatedBy: nominated } : {}) }
}

async function stakeholdersOf(ctx: Ctx, matterId: string): Promise<readonly Stakeholder[]> {
  const { rows } = await ctx.elevated().rows(stakeholders).list({ filter: { matterId }, limit: 200, total: 'none' })
  return rows.map((row) => ({
    id: row.personId ?? row.id,
    group: row.group,
    invited: row.invited,
    present: row.present,
    writtenOpinion: Boolean(row.opinion?.trim()),
    recused: row.recused,
  }))
}

async function objectionsOf(ctx: Ctx, matterId: string): Promise<Matter['objections']> {
  const posted = await ctx
    .elevated()
    .rows(publications)
    .list({ filter: { matterId, kind: 'resolution' }, limit: 50, total: 'none' })
  if (posted.rows.length === 0) return []
  const { rows } = await ctx
    .elevated()
    .rows(objections)
    .list({ filter: { publicationId: posted.rows.map(({ id }) => id) }, limit: 200, total: 'none' })
  return rows.map((row) => ({
    raisedAt: row.createdAt,
    text: row.text,
    ...(row.answer ? { answer: { at: row.updatedAt, text: row.answer } } : {}),
    ...(row.verdict ? { upheld: row.verdict === 'upheld' } : {}),
  }))
}

/** The vote of the gate where the matter stands now, if one was counted since it came there. */
async function decisionsOf(ctx: Ctx, row: MatterRow): Promise<Partial<Record<Gate, GateDecision>>> {
  const gate = votedAt(row.status)
  const decision = gate && (await decisionOf(ctx, row.id, gate, row.statusSince))
  return gate && decision ? { [gate]: decision } : {}
}
