import { addDays } from '@linli/core/date'
import { people } from '@linli/plugin-registry'
import { meetings, proposals, supporters } from '@linli/plugin-residents-council'
import type { Seeding } from '@linli/server'
import { type Bodies, at } from './scene.ts'

/** A member's phone: signs in, votes, proposes. A meeting of the coming days waits for it. */
export async function seedPhone({ run, post }: Seeding, { community, councils: own, sitting, neighbours }: Bodies): Promise<void> {
  const member = sitting[2]
  const council = own[0]
  if (!member || !council) return
  await post('council', { role: 'resident', communityId: community, subject: { resource: people.name, id: member.id } })
  await run('council', async (ctx) => {
    // Their own proposal waits for support, and so does a neighbour's.
    const [other, ...backing] = neighbours
    for (const [proposer, title, topic, text] of [
      [member, '南门加装电动车充电棚', 'safety', '充电线从楼上拉下来，雨天不安全，建议在南门空地建充电棚。'],
      [other, '周末办跳蚤市场', 'culture', '孩子的旧书旧玩具很多，想每月办一次换物集市。'],
    ] as const) {
      if (!proposer) continue
      const { id } = await ctx
        .rows(proposals)
        .create({ title, topic, text, councilId: council.id, source: 'resident', communityId: community })
      await ctx.rows(supporters).create({ proposalId: id, personId: proposer.id, role: 'proposer' })
      await ctx.rows(proposals).step(id, 'publish', {})
      const [first] = backing
      if (first) await ctx.rows(supporters).create({ proposalId: id, personId: first.id })
    }
    const meeting = await ctx.rows(meetings).create({
      councilId: council.id,
      title: `${council.name}本月例会`,
      place: '社区二楼会议室',
      scheduledAt: at(addDays(ctx.today, 3)),
      chairId: sitting[0]?.id ?? null,
      recorder: sitting[1]?.name ?? null,
    })
    await ctx.rows(meetings).step(meeting.id, 'notify', {})
  })
}
