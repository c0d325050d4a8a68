import type { Row } from '@linli/kit'
import { councils, members } from '../../resources/index.ts'
import { standingOfSupervisor } from '../../rules/supervision.ts'
import type { Ctx } from '../context.ts'
import { knownPeople } from '../known-people.ts'
import { committeeOf, sitsWithin } from '../supervision.ts'
import { clear, raise } from './alerts.ts'

type Council = Row<typeof councils>

/** When a residents' committee or the body that supervises it changed, and every night: whether the supervisors may still be that. */
export async function watchSupervision(ctx: Ctx, council: Council): Promise<void> {
  if (council.kind !== 'committee') return watchSupervisors(ctx, council)
  const { rows } = await ctx
    .elevated()
    .rows(councils)
    .list({ filter: { communityId: council.communityId, kind: 'supervision', status: 'active' }, limit: 20, total: 'none' })
  for (const each of rows) await watchSupervisors(ctx, each)
}

/** Tells of supervisors who became a member of the committee, or of a member's household, or declared before its newest member came. */
export async function watchSupervisors(ctx: Ctx, council: Council): Promise<void> {
  if (council.kind !== 'supervision' || council.status !== 'active') return
  const committee = await committeeOf(ctx, council)
  const newestFrom = committee
    .map(({ from }) => from)
    .toSorted()
    .at(-1)
  const ever = (
    await ctx
      .elevated()
      .rows(members)
      .list({ filter: { councilId: council.id }, limit: 1000, total: 'none' })
  ).rows
  const known = await knownPeople(
    ctx,
    ever.map(({ personId }) => personId),
  )
  for (const { id, personId, to, declaredOn } of ever) {
    const about = { kind: 'supervision', council, memberId: id } as const
    const sits = to === null || to >= ctx.today
    const standing = sits ? standingOfSupervisor({ barred: await sitsWithin(ctx, committee, personId), declaredOn, newestFrom }) : 'fit'
    const name = known.get(personId)?.name ?? '一名监督委员'
    if (standing === 'fit') await clear(ctx, about)
    else if (standing === 'stale') await raise(ctx, about, `居委会在${name}声明之后有新成员任职，请其重新声明近亲属情况并上传声明书`)
    else await raise(ctx, about, `${name}是居委会成员或与其同户，不能再在「${council.name}」，请填写任职止`)
  }
}
