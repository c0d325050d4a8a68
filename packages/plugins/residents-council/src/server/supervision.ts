import type { Refusal } from '@linli/core/refusal'
import type { Row, RowPatch } from '@linli/kit'
import { reason } from '../reasons.ts'
import { councils, type members } from '../resources/index.ts'
import { checkDeclaration, type SupervisorDeclaration } from '../rules/supervision.ts'
import type { Ctx } from './context.ts'
import { householdOf } from './household.ts'
import { parentOf } from './inherit.ts'
import { membersOn } from './recount.ts'

type Member = Row<typeof members>

/** Why somebody may not sit in a body because it supervises the residents' committee: what is known of them, then what they declare. */
export async function mayNotSupervise(
  ctx: Ctx,
  council: Row<typeof councils>,
  { personId, ...declared }: SupervisorDeclaration & { readonly personId: string },
): Promise<Refusal | undefined> {
  if (council.kind !== 'supervision') return undefined
  return (await sitsWithin(ctx, await committeeOf(ctx, council), personId))
    ? reason('council.supervision_barred', undefined, 'personId')
    : checkDeclaration(declared)
}

/** A member's declaration made again: dated, on a paper of its own; a supervisor who must declare a relative leaves. */
export async function declaredAgain(
  ctx: Ctx,
  row: Member,
  patch: RowPatch<typeof members>,
): Promise<Refusal | { readonly declaredOn: string } | undefined> {
  if (patch.relatives === undefined && patch.declaration === undefined) return undefined
  const { relatives, declaration, to } = { ...row, ...patch }
  if (relatives === row.relatives && declaration === row.declaration) return undefined
  if (declaration === row.declaration) return reason('council.supervision_same_paper', undefined, 'declaration')
  const leaves = to !== null && to <= ctx.today
  const { kind } = await parentOf(ctx, councils, row.councilId)
  if (kind === 'supervision' && !leaves) {
    if (relatives === 'some') return reason('council.supervision_leave', undefined, 'to')
    const refused = checkDeclaration({ relatives, declaration })
    if (refused) return refused
  }
  return { declaredOn: patch.declaredOn ?? ctx.today }
}

/** Who sits today in the residents' committees of the community that a body belongs to. */
export async function committeeOf(ctx: Ctx, { communityId }: Row<typeof councils>): Promise<readonly Member[]> {
  const ruling = await ctx
    .elevated()
    .rows(councils)
    .list({ filter: { communityId, kind: 'committee', status: 'active' }, limit: 20, total: 'none' })
  const sitting: Member[] = []
  for (const { id } of ruling.rows) sitting.push(...(await membersOn(ctx, id, ctx.today)))
  return sitting
}

/**
 * Whether somebody is known as one who may not supervise these: one of them, or of the household of one.
 * Source: 村民委员会组织法 art. 32 by analogy, verified for villages. Relatives who live elsewhere are not known here; they are declared.
 */
export async function sitsWithin(ctx: Ctx, committee: readonly Member[], personId: string): Promise<boolean> {
  const own = await householdOf(ctx, personId)
  for (const member of committee)
    if (member.personId === personId || (own !== null && (await householdOf(ctx, member.personId)) === own)) return true
  return false
}
