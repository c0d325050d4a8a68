import { checkNotice, freezeBase } from '@linli/core/voting'
import { ok, refused, type Result } from '@linli/core/refusal'
import type { NewRow, Row, RowPatch } from '@linli/kit'
import { reason } from '../../reasons.ts'
import { councils, type elections, type electors } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { knownPeople } from '../known-people.ts'
import { candidatesOf, residentsOf, rollOf } from '../meeting/roll.ts'
import { ruleFor, sourceOf } from '../vote/rule.ts'

type Election = Row<typeof elections>

const RULE: Readonly<Record<Election['electorate'], string | null>> = {
  adults: 'RM_ADULTS',
  households: 'RM_HOUSEHOLDS',
  groups: 'RM_GROUPREPS',
  members: null,
}

interface Frozen {
  readonly ids: readonly string[]
  readonly patch: RowPatch<typeof elections>
}

/** The rule and the roll of an election as they are today; the list of candidates freezes both (N6). */
export async function electionRoll(ctx: Ctx, election: Election, voteOn: string): Promise<Result<Frozen>> {
  const council = await parentOf(ctx, councils, election.councilId)
  const found = ruleFor(ctx, council, { code: RULE[election.electorate], secret: true })
  if (!found.ok) return found
  const rule = found.value.params
  const short = checkNotice(rule, ctx.today, voteOn)
  if (short) return refused(short)
  const body = await bodyOf(ctx, council, election.electorate)
  if (!body) return refused(reason('election.no_representatives'))
  const byName = election.electorate === 'groups' || election.electorate === 'members'
  const roll = byName ? await rollOf(ctx, body, rule.base) : { takenOn: ctx.today, members: await residentsOf(ctx, body, rule.base) }
  const base = freezeBase(rule, await candidatesOf(ctx, roll), ctx.today)
  if (!base.ok) return base
  const { members, fingerprint } = base.value.snapshot
  return ok({
    ids: members.map(({ id }) => id),
    patch: {
      rule,
      ruleTitle: found.value.title.zh,
      ruleStatus: found.value.status,
      ruleSource: sourceOf(found.value),
      noticedOn: ctx.today,
      fingerprint,
      base: members.length,
    },
  })
}

/** The lines of the roll; asked again in the same transaction it is the same. */
export async function linesOfRoll(ctx: Ctx, election: Election): Promise<readonly NewRow<typeof electors>[]> {
  const roll = await electionRoll(ctx, election, election.voteOn)
  if (!roll.ok) return ctx.refuse(roll.refusal)
  const known = await knownPeople(ctx, roll.value.ids)
  return roll.value.ids.map((personId, index) => ({
    electionId: election.id,
    position: index + 1,
    personId,
    name: (known.get(personId)?.name ?? '').slice(0, 60),
    communityId: election.communityId,
  }))
}

async function bodyOf(
  ctx: Ctx,
  council: Row<typeof councils>,
  electorate: Election['electorate'],
): Promise<Row<typeof councils> | undefined> {
  if (electorate !== 'groups') return council
  return ctx.elevated().rows(councils).first({ communityId: council.communityId, kind: 'representatives', status: 'active' })
}
