import { addDays } from '@linli/core/date'
import { appraisals, scores } from '@linli/plugin-residents-council'
import type { Seeding } from '@linli/server'
import { COMMUNITY_NAMES } from '../estates.ts'
import { STAFF } from '../staff.ts'
import { type Bodies, at, act } from './scene.ts'

/** A sheet reported by the community and reviewed by somebody else, as the table itself asks. */
async function seedSheet(
  { run, accountId }: Seeding,
  scoreId: string,
  community: string,
  given: { readonly matters: number; readonly archive: number; readonly innovation?: number },
  upTo: 'reported' | 'reviewed',
  day: string,
): Promise<void> {
  const [scorer, reviewer] = [await accountId(DIRECTORS[community] ?? 'qiancheng'), await accountId('leader')]
  const points = { matters: given.matters, archive: given.archive, innovation: given.innovation ?? null }
  await run(
    'council',
    async (ctx) => {
      await ctx.rows(scores).step(scoreId, 'report', { ...points, evidence: '查阅会议记录、公示照片和台账' })
      await ctx.rows(scores).update(scoreId, { scorerId: scorer, scorerName: nameOf(DIRECTORS[community] ?? '') })
      if (upTo === 'reported') return
      const { kind } = await ctx.rows(scores).get(scoreId)
      await ctx.rows(scores).step(scoreId, kind === 'contest' ? 'reviewContest' : 'review', {
        ...points,
        falsified: 'no',
        reviewNote: '材料齐全，与台账一致。',
      })
      await ctx.rows(scores).update(scoreId, { reviewerId: reviewer, reviewerName: nameOf('leader') })
    },
    at(day, 10),
  )
}

const DIRECTORS: Readonly<Record<string, string>> = {
  '411402004001': 'qiancheng',
  '411402004002': 'lvyuan',
  '411402004003': 'qingjiang',
  '411402004004': 'dachen',
  '411402004005': 'guangyuan',
}

function nameOf(username: string): string {
  return STAFF.find((account) => account.username === username)?.name ?? ''
}

export async function seedContest(
  seeding: Seeding,
  { community, councils: own }: Bodies,
  half: { readonly to: string; readonly key: string },
  today: string,
): Promise<void> {
  const { run } = seeding
  const day = addDays(half.to, 12) < today ? addDays(half.to, 12) : today
  const { id, sheets } = await run(
    'council',
    async (ctx) => {
      const row = await ctx.rows(appraisals).create({
        title: `${COMMUNITY_NAMES[community] ?? ''}${half.key.endsWith('1') ? '上' : '下'}半年小区议事会评比`,
        kind: 'contest',
        period: half.key,
        communityId: community,
      })
      const made: string[] = []
      for (const council of own) made.push((await ctx.rows(scores).create({ appraisalId: row.id, councilId: council.id })).id)
      return { id: row.id, sheets: made }
    },
    at(day, 9),
  )
  for (const [index, sheet] of sheets.entries())
    await seedSheet(
      seeding,
      sheet,
      community,
      { matters: 7 - index, archive: 4, ...(index === 0 ? { innovation: 2 } : {}) },
      'reviewed',
      day,
    )
  await run('council', (ctx) => ctx.rows(appraisals).step(id, 'publish', {}), at(day, 16))
  if (addDays(day, 8) < today) await run('council', (ctx) => ctx.rows(appraisals).step(id, 'settle', {}), at(addDays(day, 8), 16))
}

/** The street's year: one community still has to report, one waits for its review, the others are reviewed. */
export async function seedAppraisal(seeding: Seeding, all: readonly Bodies[], year: string, today: string): Promise<void> {
  const day = addDays(today, -3)
  const sheets = await seeding.run(
    'council',
    async (ctx) => {
      const { id } = await ctx
        .rows(appraisals)
        .create({ title: `${year} 年度居民议事会考评`, kind: 'annual', period: year, communityId: null })
      await act(ctx, 'council.appraisals.make-sheets', { id })
      return (await ctx.rows(scores).list({ filter: { appraisalId: id }, limit: 100, total: 'none' })).rows
    },
    at(day, 9),
  )
  for (const [index, { community }] of all.entries())
    for (const { id } of sheets.filter(({ communityId }) => communityId === community))
      if (index > 0)
        await seedSheet(
          seeding,
          id,
          community,
          { matters: 7 - (index % 3), archive: 5 - (index % 2) },
          index === 1 ? 'reported' : 'reviewed',
          day,
        )
}
