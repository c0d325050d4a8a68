import { periodOf } from '@linli/core/cadence'
import { addDays, dayOf } from '@linli/core/date'
import { councils } from '@linli/plugin-residents-council'
import councilServer from '@linli/plugin-residents-council/server'
import type { Seeding } from '@linli/server'
import { seedContest, seedAppraisal } from './council/assessments.ts'
import { seedOwnersVote, seedElection, seedDemand, seedNominations } from './council/ballots.ts'
import { seedBodies } from './council/bodies.ts'
import { seedBranchWay } from './council/branch-way.ts'
import { seedCohort } from './council/matters.ts'
import { seedMeetings } from './council/meetings.ts'
import { seedPhone } from './council/phone.ts'
import { type Stage, type Bodies, at } from './council/scene.ts'
import { COMMUNITY_NAMES } from './estates.ts'

/** The council: bodies in five communities, a year of meetings with gaps, forty matters at every gate, owners' votes, contests. */
export async function seedCouncil(seeding: Seeding, months = 12): Promise<void> {
  const today = dayOf(new Date().toISOString())
  if (await seeding.run('council', async (ctx) => (await ctx.rows(councils).count()) > 0)) return
  const photo = await seeding.file('公示照片.png', PNG)
  const all: Bodies[] = []
  for (const community of Object.keys(COMMUNITY_NAMES))
    all.push(await seeding.run('council', (ctx) => seedBodies(ctx, community, today), at(addDays(today, -420))))
  const half = lastHalf(today)
  for (const [index, bodies] of all.entries()) {
    for (const [n, council] of bodies.councils.entries())
      await seedMeetings(seeding, council, bodies, today, index === 0 && n === 0 ? months : Math.min(months, 6), index + n)
    const old = oldStages(index)
    await seedCohort(seeding, bodies, addDays(half.from, 12 + index), today, old, index * 8, photo)
    // What is done and waits for the last word came in some ten weeks ago.
    const waiting = FINISHING[index]
    if (waiting) await seedCohort(seeding, bodies, addDays(today, -72), today, [waiting], index * 8 + old.length, photo)
    const running = index % 2 === 0 ? 'effective' : 'inExecution'
    await seedCohort(seeding, bodies, addDays(today, -46 + index), today, ['voting', running], index * 8 + 3, photo)
    await seedCohort(seeding, bodies, addDays(today, -30 + 2 * index), today, ['publicised'], index * 8 + 5, photo)
    // What waits to be taken up is overdue in the first communities and has days left in the others.
    await seedCohort(seeding, bodies, addDays(today, -10 + 2 * index), today, ['collected'], index * 8 + 6, photo)
    await seedCohort(seeding, bodies, addDays(today, -12), today, [RECENT[index] ?? 'proposed'], index * 8 + 7, photo)
  }
  const [first, second, , fourth] = all
  if (fourth) await seedBranchWay(seeding, fourth, today, photo)
  if (first) await seedOwnersVote(seeding, first, today)
  for (const bodies of [first, second]) if (bodies) await seedContest(seeding, bodies, half, today)
  await seedAppraisal(seeding, all, half.to.slice(0, 4), today)
  if (first) {
    await seedElection(seeding, first, today)
    await seedPhone(seeding, first)
  }
  if (second) await seedNominations(seeding, second, today)
  if (first) await seedDemand(seeding, first, today)
  for (const job of ['plan-meetings', 'end-publications', 'watch-bodies'] as const)
    await seeding.run('council', async (ctx) => councilServer.jobs?.[job]?.run(ctx))
}

const RECENT: readonly Stage[] = ['proposed', 'underReview', 'inConsultation', 'acting', 'outOfScope']

const FINISHING: readonly (Stage | undefined)[] = [undefined, undefined, 'evaluated', 'resultPublicised']

function oldStages(index: number): readonly Stage[] {
  const old: readonly (readonly Stage[])[] = [
    ['closed', 'closed', 'rejected'],
    ['closed', 'closed', 'shelved'],
    ['closed', 'closed'],
    ['closed', 'closed'],
    ['closed', 'stopped', 'merged'],
  ]
  return old[index] ?? []
}

/** The half-year that is over. */
function lastHalf(today: string): { readonly from: string; readonly to: string; readonly key: string } {
  const running = periodOf('halfYear', today)
  return periodOf('halfYear', addDays(running.from, -1))
}

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
