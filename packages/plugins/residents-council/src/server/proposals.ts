import { checkPublishedText, countSupporters, type Proposal } from '@linli/core/deliberation'
import type { ActionInput, NewRow, Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { people } from '@linli/plugin-registry'
import type { makeMatter, reviseProposal } from '../actions/index.ts'
import { matterReturned } from '../events.ts'
import { reason } from '../reasons.ts'
import { councils, matters, proposals, proposalVersions, supporters } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { inOffice } from './councils.ts'
import { householdOf } from './household.ts'
import { parentOf } from './inherit.ts'
import { knownPeople } from './known-people.ts'

type ProposalRow = Row<typeof proposals>

export const proposalGuards: Guards<Ctx, typeof proposals> = {
  create: async (ctx, { values }) => {
    if (!values.councilId) return undefined
    const council = await parentOf(ctx, councils, values.councilId)
    return { communityId: council.communityId }
  },
  // Only the rule that adds a version writes its number; every other change of a published wording is refused.
  update: (ctx, { row, patch }) =>
    row.status === 'received' || patch.versionNo === row.versionNo + 1
      ? undefined
      : checkTextFixed(ctx, row, patch.title ?? row.title, patch.text ?? row.text),
  publish: async (ctx, { row }) => {
    if (!row.councilId) return reason('proposal.council_needed', undefined, 'councilId')
    const council = await parentOf(ctx, councils, row.councilId)
    return inOffice(council) ?? { publishedOn: ctx.today, communityId: council.communityId }
  },
}

export const proposalEffects: Effects<Ctx, typeof proposals> = {
  publish: async (ctx, { after }) => {
    await ctx.elevated().rows(proposalVersions).create(versionOf(after, ctx.today))
  },
  decline: (ctx, { after }) =>
    ctx.emit(
      matterReturned,
      { resource: proposals, id: after.id, communityId: after.communityId },
      { matterId: null, proposalId: after.id, source: after.source, sourceId: after.sourceId },
    ),
}

function versionOf(row: ProposalRow, publishedOn: string, why: string | null = null): NewRow<typeof proposalVersions> {
  return { proposalId: row.id, no: row.versionNo, text: row.text, why, publishedOn, communityId: row.communityId }
}

/** A published wording stays as it was (N12); core compares. */
function checkTextFixed(ctx: Ctx, row: ProposalRow, title: string, text: string): ReturnType<typeof checkPublishedText> {
  const version = { no: row.versionNo, at: ctx.now, by: 'proposal', publishedAt: row.publishedOn ?? ctx.today }
  const as = (wording: string): Proposal => ({ versions: [{ ...version, text: wording }], proposers: [], supporters: [] })
  return checkPublishedText(as(`${row.title}\n${row.text}`), as(`${title}\n${text}`))
}

/** A new version of a published proposal; the earlier ones stay readable. */
export async function handleRevise(ctx: Ctx, input: ActionInput<typeof reviseProposal>): Promise<{ versionNo: number }> {
  const rows = ctx.elevated().rows(proposals)
  const before = await rows.lock(input.id)
  if (before.status !== 'published') return ctx.refuse(reason('proposal.taken'))
  const versionNo = before.versionNo + 1
  await ctx
    .elevated()
    .rows(proposalVersions)
    .create(versionOf({ ...before, versionNo, text: input.text }, ctx.today, input.why))
  await rows.update(before.id, { text: input.text, versionNo }, { reason: `第 ${versionNo} 版` })
  return { versionNo }
}

export const supporterGuards: Guards<Ctx, typeof supporters> = {
  create: async (ctx, { values }) => {
    // The proposal's row is the lock under which its supporters are counted.
    const proposal = await ctx.elevated().rows(proposals).lock(values.proposalId)
    const open = values.role === 'proposer' ? ['received', 'published'] : ['published']
    if (!open.includes(proposal.status)) return reason('proposal.not_open', undefined, 'proposalId')
    const all = await supportersOf(ctx, proposal.id)
    if (all.some(({ personId }) => personId === values.personId)) return reason('proposal.supported', undefined, 'personId')
    const householdId = await householdOf(ctx, values.personId)
    const per = proposal.councilId ? (await parentOf(ctx, councils, proposal.councilId)).supportersPer : 'household'
    const before = countSupporters(asProposal(all), per)
    const mine = { personId: values.personId, householdId, role: values.role ?? 'supporter' }
    const counts = values.role === 'proposer' || countSupporters(asProposal([...all, mine]), per) > before
    return { householdId, counted: counts ? 'yes' : 'no', versionNo: proposal.versionNo, communityId: proposal.communityId }
  },
}

export const supporterEffects: Effects<Ctx, typeof supporters> = {
  create: (ctx, { after }) => recountSupport(ctx, after.proposalId),
  remove: async (ctx, { after }) => {
    await countAnother(ctx, after)
    await recountSupport(ctx, after.proposalId)
  },
}

async function recountSupport(ctx: Ctx, proposalId: string): Promise<void> {
  const proposal = await parentOf(ctx, proposals, proposalId)
  const all = await supportersOf(ctx, proposal.id)
  const per = proposal.councilId ? (await parentOf(ctx, councils, proposal.councilId)).supportersPer : 'household'
  await ctx
    .elevated()
    .rows(proposals)
    .update(proposal.id, {
      proposers: all.filter(({ role }) => role === 'proposer').length,
      supporters: countSupporters(asProposal(all), per),
    })
}

/** Where the one who counted for a household withdrew, another of it counts. */
async function countAnother(ctx: Ctx, { proposalId, householdId, counted }: Row<typeof supporters>): Promise<void> {
  if (counted === 'no' || householdId === null) return
  const rows = ctx.elevated().rows(supporters)
  const next = await rows.first({ proposalId, householdId, role: 'supporter', counted: 'no' })
  if (next) await rows.update(next.id, { counted: 'yes' })
}

type Backing = Pick<Row<typeof supporters>, 'personId' | 'householdId' | 'role'>

export async function supportersOf(ctx: Ctx, proposalId: string): Promise<readonly Row<typeof supporters>[]> {
  return (await ctx.elevated().rows(supporters).list({ filter: { proposalId }, limit: 1000, total: 'none' })).rows
}

/** Who stands behind joined proposals together, the living alone. */
export async function backingOf(ctx: Ctx, proposalIds: readonly string[]): Promise<readonly Row<typeof supporters>[]> {
  const all: Row<typeof supporters>[] = []
  for (const id of proposalIds) all.push(...(await supportersOf(ctx, id)))
  const known = await knownPeople(ctx, [...new Set(all.map(({ personId }) => personId))])
  return all.filter(({ personId }) => !known.get(personId)?.deceasedAt)
}

/** Proposers and supporters as core counts them. */
export function asProposal(all: readonly Backing[]): Proposal {
  return {
    versions: [],
    proposers: all.filter(({ role }) => role === 'proposer').map(({ personId }) => personId),
    supporters: all
      .filter(({ role }) => role === 'supporter')
      .map(({ personId, householdId }) => ({ personId, ...(householdId === null ? {} : { householdId }) })),
  }
}

const JOINED_AT: readonly string[] = ['collected', 'proposed', 'branchProposing']

/** Makes a published proposal a matter, or joins it to one that is there. */
export async function handleMakeMatter(ctx: Ctx, input: ActionInput<typeof makeMatter>): Promise<{ matterId: string; no: string }> {
  const proposal = await ctx.rows(proposals).lock(input.id)
  if (proposal.status !== 'published')
    return ctx.refuse(proposal.status === 'received' ? reason('proposal.not_published') : reason('proposal.taken'))
  if (!proposal.councilId) return ctx.refuse(reason('proposal.council_needed'))
  const all = ctx.elevated()
  const known = input.matterId ? await ctx.rows(matters).lock(input.matterId) : undefined
  if (known && !JOINED_AT.includes(known.status)) return ctx.refuse(reason('matter.over', undefined, 'matterId'))
  const matter =
    known ??
    (await all.rows(matters).create({
      title: input.title ?? proposal.title,
      topic: proposal.topic,
      summary: proposal.text,
      councilId: proposal.councilId,
      source: proposal.source,
      lane: input.lane ?? 'ordinary',
      communityId: proposal.communityId,
    }))
  await all.rows(proposals).update(proposal.id, { matterId: matter.id })
  await all.rows(proposals).step(proposal.id, 'take', {})
  return { matterId: matter.id, no: matter.no ?? '' }
}

/** Whether a resident proposed what became this matter. */
export async function proposersOf(ctx: Ctx, matterId: string): Promise<readonly string[]> {
  const own = await ctx.elevated().rows(proposals).list({ filter: { matterId }, limit: 200, total: 'none' })
  const ids = new Set<string>()
  for (const { id } of own.rows) for (const { personId, role } of await supportersOf(ctx, id)) if (role === 'proposer') ids.add(personId)
  return [...ids]
}

/** The person behind an account of a resident. */
export async function residentOf(ctx: Ctx): Promise<Row<typeof people>> {
  const post = ctx.actor.access.posts.find(({ subject }) => subject?.resource === people.name)
  const person = post?.subject ? await ctx.elevated().rows(people).find(post.subject.id) : undefined
  return person ?? ctx.refuse(reason('portal.no_person'), 403)
}
