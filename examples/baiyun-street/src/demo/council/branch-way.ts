import { addDays } from '@linli/core/date'
import { matters, proposals, publications, supporters } from '@linli/plugin-residents-council'
import type { Seeding } from '@linli/server'
import { body } from './bodies.ts'
import { decided } from './matters.ts'
import { act, at, type Bodies, type Person } from './scene.ts'
import type { DemoMatter } from './texts.ts'

const ORG = '陈庄党支部'

const ROAD: DemoMatter = {
  title: '硬化安置区西侧道路',
  topic: 'facility',
  text: '西侧生产路还是土路，雨天老人和学生都走不成。',
  partner: '街道城建办',
  agreed: '硬化 800 米，宽 4 米，两侧留排水沟。',
  minority: '无',
  resolution: '同意硬化西侧道路 800 米，使用集体收益 26 万元，账目按月公开。',
  result: '',
}

const SHOPS: DemoMatter = {
  title: '集体门面房续租和租金使用',
  topic: 'fund',
  text: '六间集体门面房年底到期，租金怎么定、收来的钱怎么用，请大家定。',
  partner: '陈庄集体经济合作社',
  agreed: '公开竞租，底价不低于上年；收益三成用于老人节日慰问。',
  minority: '无',
  resolution: '',
  result: '',
}

/** A settlement of former villagers goes by 四议两公开: one matter waits for the party meeting, one resolution is posted. */
export async function seedBranchWay(seeding: Seeding, bodies: Bodies, today: string, photo: string): Promise<void> {
  const { run } = seeding
  const day = (n: number): string => addDays(today, n)
  const values = { communityId: bodies.community, level: 'community', partyOrg: ORG, termFrom: day(-400), termTo: day(1000) }
  const { council, partyMeeting } = await run(
    'council',
    async (ctx) => ({
      council: await body(ctx, { ...values, name: '陈庄村改居议事会', kind: 'council', way: 'branch' }, bodies.sitting, true),
      partyMeeting: await body(ctx, { ...values, name: '陈庄党员大会', kind: 'partyMeeting' }, bodies.sitting, false),
    }),
    at(day(-380)),
  )
  const raised = (
    story: DemoMatter,
    proposer: Person | undefined,
    on: number,
  ): Promise<{ readonly id: string; readonly story: DemoMatter }> =>
    run(
      'council',
      async (ctx) => {
        const { title, topic, text } = story
        const { id } = await ctx
          .rows(proposals)
          .create({ title, topic, text, councilId: council.id, source: 'branch', communityId: bodies.community })
        if (proposer) await ctx.rows(supporters).create({ proposalId: id, personId: proposer.id, role: 'proposer' })
        await ctx.rows(proposals).step(id, 'publish', {})
        const { matterId } = (await act(ctx, 'council.proposals.make-matter', { id })) as { matterId: string }
        await ctx.rows(matters).step(matterId, 'takeUp', { partyOrg: ORG })
        await ctx.rows(matters).step(matterId, 'propose', {})
        return { id: matterId, story }
      },
      at(day(on), 10),
    )
  const road = await raised(ROAD, bodies.sitting[0], -38)
  const shops = await raised(SHOPS, bodies.sitting[1], -20)
  await decided(seeding, bodies, bodies.twoCommittees, [road], day(-33), day(-28), 'discuss', () => ({}))
  await decided(seeding, bodies, partyMeeting, [road], day(-23), day(-18), 'partyReview', () => ({}))
  await decided(seeding, bodies, bodies.twoCommittees, [shops], day(-14), day(-8), 'discuss', () => ({}))
  await decided(seeding, bodies, bodies.representatives, [road], day(-10), day(-4), 'resolve', ({ story }) => ({
    resolution: story.resolution,
  }))
  await run(
    'council',
    async (ctx) => {
      const posted = await ctx.rows(publications).first({ matterId: road.id, kind: 'resolution' })
      if (posted) await ctx.rows(publications).update(posted.id, { photo, place: '陈庄党务居务公开栏' })
    },
    at(day(-3), 9),
  )
}
