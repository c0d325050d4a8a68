import { type OwnedUnit, freezeOwners } from '@linli/core/owners'
import type { Refusal } from '@linli/core/refusal'
import { checkVoteRule, freezeBase, type BaseSnapshot, type VoteRule } from '@linli/core/voting'
import type { NewRow, Row, RowPatch } from '@linli/kit'
import { units } from '@linli/plugin-registry'
import { reason } from '../../reasons.ts'
import { councils, matters, meetings, owners, stakeholders, voters, votes } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { type BodyKind, type Gate, OWNERS_ITEM_OPTIONS, ruleTitle } from '../../rules/options.ts'
import { inOffice } from '../councils.ts'
import { parentOf } from '../inherit.ts'
import { knownPeople } from '../known-people.ts'
import { gateRule, mayDecide, rulesOfBody, votedAt } from '../../rules/ways.ts'
import { candidatesOf, rollOf } from '../meeting/roll.ts'
import { ruleFor, sourceOf } from './rule.ts'

type Values = NewRow<typeof votes>
type Line = Omit<NewRow<typeof voters>, 'voteId' | 'position'>

/** What a new vote rests on: its rule and its frozen roll. */
interface Prepared {
  readonly patch: RowPatch<typeof votes>
  readonly lines: readonly Line[]
}

/** Checks a new vote and freezes what it rests on. */
export async function prepared(ctx: Ctx, values: Values): Promise<Prepared | Refusal> {
  const council = await parentOf(ctx, councils, values.councilId)
  const off = inOffice(council) ?? (await checkMatter(ctx, values, council))
  return off ?? frozen(ctx, values, council)
}

/** The rule and the roll of a vote as they are now; asked again in the same transaction it answers the same. */
export async function frozen(ctx: Ctx, values: Values, council: Row<typeof councils>): Promise<Prepared | Refusal> {
  return values.kind === 'owners' ? ownersVote(ctx, values, council) : meetingVote(ctx, values, council)
}

async function checkMatter(
  ctx: Ctx,
  { matterId, gate, kind, ruleCode, ownersItem, estateId }: Values,
  council: Row<typeof councils>,
): Promise<Refusal | undefined> {
  if (!matterId || !gate) return undefined
  const matter = await ctx.elevated().rows(matters).lock(matterId)
  if (votedAt(matter.status) !== gate)
    return reason('matter.not_voting', { state: matters.workflow?.states[matter.status].title ?? '' }, 'matterId')
  const isOwners = gate === 'resolve' && matter.ownersItem !== null
  if (isOwners && kind !== 'owners') return reason('vote.owners_only', undefined, 'kind')
  if (isOwners && ownersItem !== matter.ownersItem)
    return reason('vote.owners_item', { item: OWNERS_ITEM_OPTIONS[matter.ownersItem ?? 'i9'] }, 'ownersItem')
  const own = await parentOf(ctx, councils, matter.councilId)
  if (isOwners && own.estateId !== null && estateId !== own.estateId) return reason('vote.owners_estate', undefined, 'estateId')
  if (!isOwners && !mayDecide(matter.way, gate, council.kind)) return reason(OF_ANOTHER_BODY[gate], undefined, 'councilId')
  if (!isOwners && gate === 'resolve' && matter.reserved && !FOR_RESIDENTS.includes(council.kind))
    return reason('vote.reserved', undefined, 'councilId')
  if (council.communityId !== matter.communityId || (council.kind === 'council' && council.id !== matter.councilId))
    return reason('vote.elsewhere', { name: council.name }, 'councilId')
  const allowed = rulesAt(matter.way, gate, council.kind)
  if (!isOwners && ruleCode && !allowed.includes(ruleCode))
    return reason('vote.gate_rule', { rule: ruleTitle(allowed[0] ?? null) }, 'ruleCode')
  const decided = await ctx
    .elevated()
    .rows(votes)
    .first({ matterId, gate, status: 'closed', outcome: ['passed', 'rejected'], closedAt_gte: matter.statusSince })
  if (decided && (await stands(ctx, matter, decided))) return reason('vote.decided', { title: decided.title }, 'matterId')
  const running = await ctx
    .elevated()
    .rows(votes)
    .first({ matterId, gate, status: ['prepared', 'open'] })
  return running ? reason('vote.one_open', undefined, 'matterId') : undefined
}

/** The bodies that decide what the law leaves to the residents (N11). */
const FOR_RESIDENTS: readonly BodyKind[] = ['representatives', 'residents']

/** Whether a vote still counts: nobody voted in it who is recused since, and its body may decide the matter as it is now. */
async function stands(ctx: Ctx, matter: Row<typeof matters>, vote: Row<typeof votes>): Promise<boolean> {
  if (matter.ownersItem !== null) return vote.ownersItem === matter.ownersItem
  const { kind } = await parentOf(ctx, councils, vote.councilId)
  if (matter.reserved && vote.gate === 'resolve' && !FOR_RESIDENTS.includes(kind)) return false
  const recused = [...(await recusalsOf(ctx, matter.id)).keys()]
  if (recused.length === 0) return true
  const voted = await ctx.elevated().rows(voters).first({ voteId: vote.id, personId: recused, submitted: true })
  return voted === undefined
}

/** The rules by which a gate may be decided, the usual one first. */
function rulesAt(way: Row<typeof matters>['way'], gate: Gate, kind: BodyKind): readonly string[] {
  const fixed = gateRule(way, gate)
  return fixed === undefined ? rulesOfBody(kind) : [fixed]
}

const OF_ANOTHER_BODY = { review: 'vote.two_committees', partyReview: 'vote.party_meeting', resolve: 'vote.representatives' } as const

async function meetingVote(ctx: Ctx, values: Values, council: Row<typeof councils>): Promise<Prepared | Refusal> {
  if (!values.meetingId) return reason('vote.meeting_needed', undefined, 'meetingId')
  const meeting = await parentOf(ctx, meetings, values.meetingId)
  if (meeting.councilId !== council.id) return reason('vote.other_body', undefined, 'meetingId')
  if (meeting.status !== 'noticed' && meeting.status !== 'open') return reason('meeting.not_open', undefined, 'meetingId')
  const found = ruleFor(ctx, council, { code: await codeOf(ctx, values, council), secret: values.secret ?? false })
  if (!found.ok) return found.refusal
  const rule = found.value.params
  const wrong = checkVoteRule(rule)
  if (wrong) return wrong
  const roll = rule.snapshotAt === 'notice' ? meeting.roll : await rollOf(ctx, council, rule.base)
  if (!roll) return reason('meeting.not_noticed', undefined, 'meetingId')
  const base = freezeBase(rule, await candidatesOf(ctx, roll), roll.takenOn)
  if (!base.ok) return base.refusal
  const recused = await recusalsOf(ctx, values.matterId ?? null)
  const lines: Line[] = []
  const known = await knownPeople(
    ctx,
    base.value.snapshot.members.map(({ id }) => id),
  )
  for (const { id, woman, representative } of base.value.snapshot.members) {
    const why = recused.get(id)
    lines.push({
      memberKey: id,
      personId: id,
      name: known.get(id)?.name ?? '',
      woman: woman ?? null,
      representative: representative ?? null,
      ...(why === undefined ? {} : { recused: true, recusalReason: why }),
      communityId: council.communityId,
    })
  }
  return {
    lines,
    patch: {
      ...ruleColumns(found.value.code, rule, found.value),
      ...baseColumns(base.value.snapshot),
      noticedOn: meeting.noticedOn,
      communityId: council.communityId,
    },
  }
}

/** The rule of a vote: at a gate one of those that its way and body allow, elsewhere what the form or the charter names. */
async function codeOf(ctx: Ctx, { matterId, gate, ruleCode }: Values, council: Row<typeof councils>): Promise<string | null> {
  if (!matterId || !gate) return ruleCode ?? null
  const allowed = rulesAt((await parentOf(ctx, matters, matterId)).way, gate, council.kind)
  return [ruleCode, council.voteRule].find((code) => code && allowed.includes(code)) ?? allowed[0] ?? null
}

async function ownersVote(ctx: Ctx, values: Values, council: Row<typeof councils>): Promise<Prepared | Refusal> {
  if (!values.estateId || !values.ownersItem) return reason('vote.owners_fields', undefined, values.estateId ? 'ownersItem' : 'estateId')
  const found = ruleFor(ctx, council, { ownersItem: values.ownersItem, secret: false })
  if (!found.ok) return found.refusal
  const rule = found.value.params
  const homes = await ownedUnits(ctx, values.estateId)
  if (homes.length === 0) return reason('vote.no_roster', undefined, 'estateId')
  const base = freezeOwners(rule, homes, ctx.today)
  if (!base.ok) return base.refusal
  const lines: Line[] = []
  const known = await knownPeople(
    ctx,
    base.value.heads.flatMap(({ ownerIds }) => ownerIds.filter(isId)),
  )
  for (const head of base.value.heads) {
    const names = head.ownerIds.map((id) => known.get(id)?.name ?? id)
    lines.push({
      memberKey: head.id,
      personId: head.ownerIds.length === 1 && isId(head.ownerIds[0]) ? (head.ownerIds[0] ?? null) : null,
      name: names.join('、').slice(0, 120),
      area: head.area,
      units: [...head.unitIds],
      communityId: council.communityId,
    })
  }
  return {
    lines,
    patch: {
      ...ruleColumns(found.value.code, rule, found.value),
      ...baseColumns(base.value.snapshot),
      secret: false,
      noticedOn: ctx.today,
      communityId: council.communityId,
    },
  }
}

function ruleColumns(ruleCode: string, rule: VoteRule, found: Parameters<typeof sourceOf>[0]): RowPatch<typeof votes> {
  return {
    ruleCode: ruleCode as NonNullable<RowPatch<typeof votes>['ruleCode']>,
    rule,
    ruleStatus: found.status,
    ruleSource: sourceOf(found),
  }
}

function baseColumns({ takenOn, fingerprint, members }: BaseSnapshot): RowPatch<typeof votes> {
  const area = members.every((member) => member.area !== undefined) ? members.reduce((sum, member) => sum + (member.area ?? 0), 0) : null
  return { takenOn, fingerprint, base: members.length, baseArea: area }
}

/** Members who said, or of whom it was recorded, that they have a stake (N4). */
async function recusalsOf(ctx: Ctx, matterId: string | null): Promise<ReadonlyMap<string, string>> {
  if (!matterId) return new Map()
  const { rows } = await ctx
    .elevated()
    .rows(stakeholders)
    .list({ filter: { matterId, recused: true }, limit: 200, total: 'none' })
  return new Map(rows.flatMap(({ personId, recusalReason }) => (personId ? [[personId, recusalReason ?? '利害关系'] as const] : [])))
}

/** The homes of an estate with those who own them today; area in 0.01 m² from the registry. */
export async function ownedUnits(ctx: Ctx, estateId: string): Promise<readonly OwnedUnit[]> {
  const all = ctx.elevated()
  const homes = new Map<string, Home>()
  for await (const owner of all.rows(owners).each({})) {
    if ((owner.from && owner.from > ctx.today) || (owner.to && owner.to < ctx.today)) continue
    const unit = homes.get(owner.unitId) ?? (await homeOf(ctx, owner.unitId, estateId))
    if (!unit) continue
    if (owner.personId) unit.ownerIds.push(owner.personId)
    else unit.developerId = owner.developer ?? '建设单位'
    homes.set(owner.unitId, unit)
  }
  return [...homes.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

interface Home {
  readonly id: string
  readonly area: number
  readonly ownerIds: string[]
  developerId?: string
}

async function homeOf(ctx: Ctx, unitId: string, estateId: string): Promise<Home | undefined> {
  const unit = await ctx.elevated().rows(units).find(unitId)
  if (!unit || (unit.estateId ?? unit.id) !== estateId) return undefined
  return { id: unit.id, area: Math.round(Number(unit.area ?? 0) * 100), ownerIds: [] }
}

function isId(text: string | undefined): boolean {
  return /^[0-9a-f]{8}-/.test(text ?? '')
}
