import { addDays } from '@linli/core/date'
import {
  actionItems,
  agendaItems,
  alerts,
  attendances,
  ballots,
  feedback,
  matters,
  meetings,
  proposals,
  publications,
  stakeholders,
  supporters,
  votes,
} from '@linli/plugin-residents-council'
import type { Seeding } from '@linli/server'
import type { Context } from '@linli/store'
import { DEMO_MATTERS, type DemoMatter } from './texts.ts'
import { COMMUNITY_NAMES } from '../estates.ts'
import { type Council, type Person, type Stage, type Bodies, random, at, act } from './scene.ts'

const ORDER: readonly Stage[] = [
  'collected',
  'proposed',
  'underReview',
  'inConsultation',
  'voting',
  'publicised',
  'effective',
  'inExecution',
  'resultPublicised',
  'evaluated',
  'closed',
]
const reaches = (stage: Stage, wanted: Stage): boolean => ORDER.indexOf(stage) >= ORDER.indexOf(wanted)

interface Going {
  readonly id: string
  readonly stage: Stage
  readonly story: DemoMatter
  readonly proposer: Person
}

/** What a meeting of each step is called. */
const MEETING = {
  agree: '审议会',
  adopt: '决议会',
  refuseRatification: '决议会',
  reject: '审议会',
  shelve: '审议会',
  discuss: '商议会',
  partyReview: '审议会',
  resolve: '决议会',
} as const

/** Matters that came in together and go through the same meetings, each as far as its stage. */
export async function seedCohort(
  seeding: Seeding,
  bodies: Bodies,
  from: string,
  today: string,
  stages: readonly Stage[],
  start: number,
  photo: string,
): Promise<void> {
  const { run } = seeding
  const day = (n: number): string => addDays(from, n)
  const going: Going[] = []
  for (const [index, stage] of stages.entries()) {
    const story = DEMO_MATTERS[(start + index) % DEMO_MATTERS.length]
    const proposer = bodies.neighbours[index % bodies.neighbours.length]
    const council = bodies.councils[index % bodies.councils.length]
    if (!story || !proposer || !council) continue
    going.push({
      id: await run('council', (ctx) => proposed(ctx, bodies, council, story, proposer, stage), at(day(0), 10)),
      stage,
      story,
      proposer,
    })
  }
  const ordinary = going.filter(({ stage }) => ORDER.includes(stage) || stage === 'rejected' || stage === 'shelved')
  const target = ({ stage }: Going): Stage => (stage === 'rejected' || stage === 'shelved' ? 'underReview' : stage)
  const first = going[0]
  await run(
    'council',
    async (ctx) => {
      for (const { id, stage } of going) {
        if (stage === 'merged' && first)
          await ctx.rows(matters).step(id, 'merge', { mergedInto: first.id, lastReason: '与已立项议题内容相同，合并办理' })
        if (stage === 'outOfScope') await ctx.rows(matters).step(id, 'decline', { lastReason: '属于家庭内部纠纷，已转人民调解委员会' })
        if (stage === 'acting' || stage === 'stopped')
          await ctx.rows(matters).step(id, 'actFirst', {
            partyOrg: `${COMMUNITY_NAMES[bodies.community] ?? ''}党委`,
            lastReason: '外墙砖松动，先拉警戒线并排险',
          })
      }
      for (const each of ordinary.filter((matter) => reaches(target(matter), 'proposed'))) {
        await ctx.rows(matters).step(each.id, 'accept', { partyOrg: `${COMMUNITY_NAMES[bodies.community] ?? ''}第一网格党支部` })
        if (reaches(target(each), 'underReview')) await ctx.rows(matters).step(each.id, 'submit', {})
      }
    },
    at(day(4), 10),
  )
  const stopped = going.filter(({ stage }) => stage === 'stopped')
  if (stopped.length > 0)
    await decided(seeding, bodies, bodies.representatives, stopped, day(5), day(11), 'refuseRatification', () => ({
      lastReason: '险情已排除，剩余部分不再按应急办理，请按一般议题重新提议',
    }))
  const voted = ordinary.filter(({ stage }) => reaches(stage, 'inConsultation'))
  // The two committees vote down what is refused or shelved.
  for (const [stage, step, lastReason] of [
    ['rejected', 'reject', '资金和产权条件不具备，已书面答复提议人'],
    ['shelved', 'shelve', '等待老旧小区改造方案，纳入后再议'],
  ] as const) {
    const refused = ordinary.filter((each) => each.stage === stage)
    if (refused.length > 0) await decided(seeding, bodies, bodies.twoCommittees, refused, day(6), day(8), step, () => ({ lastReason }))
  }
  if (voted.length > 0) await decided(seeding, bodies, bodies.twoCommittees, voted, day(7), day(7), 'agree', () => ({}))
  for (const { id, story } of voted)
    await run(
      'council',
      async (ctx) => {
        const place = { matterId: id, invited: true, invitedBy: `${COMMUNITY_NAMES[bodies.community] ?? ''}第一网格党支部` }
        await ctx.rows(stakeholders).create({ ...place, group: 'owners', name: '业主代表', present: true, position: 'for' })
        await ctx.rows(stakeholders).create({
          ...place,
          group: 'units',
          name: story.partner,
          present: true,
          position: 'conditional',
          opinion: '支持，请明确各自的费用和期限。',
        })
        if (story.minority !== '无')
          await ctx
            .rows(stakeholders)
            .create({ ...place, group: 'tenants', name: '租户代表', opinion: story.minority, position: 'against' })
      },
      at(day(10), 16),
    )
  const resolved = voted.filter(({ stage }) => reaches(stage, 'voting'))
  await run(
    'council',
    async (ctx) => {
      for (const { id, story } of resolved)
        await ctx.rows(matters).step(id, 'putToVote', { agreedPoints: story.agreed, minorityOpinions: story.minority })
    },
    at(day(14), 16),
  )
  const adopted = resolved.filter(({ stage }) => reaches(stage, 'publicised'))
  if (adopted.length > 0)
    await decided(seeding, bodies, bodies.representatives, adopted, day(15), day(21), 'adopt', ({ story }) => ({
      resolution: story.resolution,
    }))
  for (const each of adopted) await carriedOut(seeding, bodies, each, day, today, photo)
}

async function proposed(
  ctx: Context,
  bodies: Bodies,
  council: Council,
  story: DemoMatter,
  proposer: Person,
  stage: Stage,
): Promise<string> {
  const isUrgent = stage === 'acting' || stage === 'stopped'
  const lane = isUrgent ? 'emergency' : 'ordinary'
  const row = await ctx.rows(proposals).create({
    title: story.title,
    topic: isUrgent ? 'safety' : story.topic,
    text: story.text,
    councilId: council.id,
    source: 'resident',
    communityId: bodies.community,
  })
  await ctx.rows(supporters).create({ proposalId: row.id, personId: proposer.id, role: 'proposer' })
  await ctx.rows(proposals).step(row.id, 'publish', {})
  for (const person of bodies.neighbours.filter(({ id }) => id !== proposer.id).slice(0, random.between(3, 5)))
    await ctx.rows(supporters).create({ proposalId: row.id, personId: person.id })
  const made = (await act(ctx, 'council.proposals.make-matter', { id: row.id, lane })) as { matterId: string }
  return made.matterId
}

/** The steps that the two committees decide, and those that follow when a body does not agree. */
const OF_FIVE: ReadonlySet<string> = new Set(['agree', 'discuss', 'reject', 'shelve'])
const AGAINST: ReadonlySet<string> = new Set(['refuseRatification', 'reject', 'shelve'])

/** One meeting that votes on all of them. */
export async function decided<Each extends Pick<Going, 'id' | 'story'>>(
  { run }: Seeding,
  { sitting }: Pick<Bodies, 'sitting'>,
  council: Council,
  going: readonly Each[],
  noticeOn: string,
  on: string,
  step: keyof typeof MEETING,
  input: (each: Each) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = await run(
    'council',
    async (ctx) => {
      const meeting = await ctx.rows(meetings).create({
        councilId: council.id,
        kind: 'extra',
        title: `${council.name}${MEETING[step]}`,
        place: '社区二楼会议室',
        scheduledAt: at(on),
      })
      await ctx.rows(meetings).step(meeting.id, 'notify', {})
      return meeting.id
    },
    at(noticeOn, 9),
  )
  const present = sitting.slice(0, OF_FIVE.has(step) ? 5 : 6)
  await run(
    'council',
    async (ctx) => {
      await ctx.rows(meetings).step(id, 'open', {})
      await ctx.rows(attendances).createMany(
        present.map((person) => ({
          meetingId: id,
          personId: person.id,
          mode: 'inPerson' as const,
          via: 'list' as const,
          inAt: ctx.now,
          seat: person.id,
          communityId: council.communityId,
        })),
      )
      for (const each of going) {
        const item = await ctx.rows(agendaItems).first({ meetingId: id, matterId: each.id })
        const call = (await act(ctx, 'council.meetings.call-vote', {
          id,
          title: `是否同意：${each.story.title}`,
          itemId:
            item?.id ??
            (await ctx.rows(agendaItems).create({ meetingId: id, kind: 'matter', title: each.story.title, matterId: each.id })).id,
          secret: 'no',
        })) as { voteId: string }
        await ctx.rows(votes).step(call.voteId, 'open', {})
        // All hands at once; the count checks every ballot against the roll and the attendance.
        await ctx.rows(ballots).createMany(
          present.map((person, index) => ({
            voteId: call.voteId,
            slot: person.id,
            name: person.name,
            personId: person.id,
            choice: index === present.length - 1 ? ('abstain' as const) : AGAINST.has(step) ? ('against' as const) : ('for' as const),
            at: ctx.now,
            communityId: council.communityId,
          })),
        )
        await ctx.rows(votes).step(call.voteId, 'close', {})
      }
      await ctx.rows(meetings).step(id, 'close', {})
      for (const each of going) await ctx.rows(matters).step(each.id, step, input(each) as never)
    },
    at(on, 15),
  )
  await run(
    'council',
    async (ctx) => {
      await ctx.rows(meetings).step(id, 'writeMinutes', { minutes: `逐项表决：${going.map(({ story }) => story.title).join('、')}。` })
      await act(ctx, 'council.meetings.sign-minutes', { id, personId: sitting[0]?.id })
      await ctx.rows(meetings).step(id, 'archive', {})
    },
    at(addDays(on, 1), 10),
  )
}

async function carriedOut(
  { run }: Seeding,
  bodies: Bodies,
  { id, stage, story, proposer }: Going,
  day: (n: number) => string,
  today: string,
  photo: string,
): Promise<void> {
  await run(
    'council',
    async (ctx) => {
      const posted = await ctx.rows(publications).first({ matterId: id, kind: 'resolution' })
      if (posted) await ctx.rows(publications).update(posted.id, { photo, place: '小区东门公告栏' })
    },
    at(day(22), 9),
  )
  if (!reaches(stage, 'effective')) return
  await run('council', (ctx) => ctx.rows(matters).step(id, 'takeEffect', {}), at(day(30), 9))
  const dueOn = stage === 'inExecution' ? addDays(today, -2) : day(60)
  const task = await run(
    'council',
    (ctx) =>
      ctx.rows(actionItems).create({
        matterId: id,
        title: `落实：${story.title}`,
        actorKind: 'unit',
        actorName: story.partner,
        dueOn: dueOn < ctx.today ? addDays(ctx.today, 20) : dueOn,
      }),
    at(day(31), 9),
  )
  const watch = await run(
    'council',
    (ctx) =>
      ctx.rows(actionItems).create({
        matterId: id,
        title: '监督施工并每周在群里通报',
        actorKind: 'resident',
        personId: bodies.sitting[2]?.id ?? null,
        dueOn: addDays(ctx.today, 40),
      }),
    at(day(31), 9),
  )
  if (!reaches(stage, 'inExecution')) return
  await run(
    'council',
    async (ctx) => {
      await ctx.rows(matters).step(id, 'execute', { finishBy: day(62) })
      await ctx.rows(actionItems).step(task.id, 'start', { progress: '已进场' })
    },
    at(day(33), 9),
  )
  if (!reaches(stage, 'resultPublicised')) return
  await run(
    'council',
    async (ctx) => {
      await ctx.rows(actionItems).step(task.id, 'finish', { progress: story.result, photo })
      await ctx.rows(actionItems).step(task.id, 'verify', {})
      await ctx.rows(actionItems).step(watch.id, 'finish', { progress: '每周通报一次，共四次。' })
      await ctx.rows(actionItems).step(watch.id, 'verify', {})
      await ctx.rows(matters).step(id, 'publishResult', { resultText: story.result, resultPlace: '小区东门公告栏' })
      const posted = await ctx.rows(publications).first({ matterId: id, kind: 'result' })
      if (posted) await ctx.rows(publications).update(posted.id, { photo })
    },
    at(day(58), 9),
  )
  if (!reaches(stage, 'evaluated')) return
  await run(
    'council',
    (ctx) => ctx.rows(matters).step(id, 'evaluate', { evaluation: '按期完成，居民代表现场查看，效果与决议一致。' }),
    at(day(68), 9),
  )
  if (!reaches(stage, 'closed')) return
  await run(
    'council',
    async (ctx) => {
      const happy = random.chance(80)
      await ctx.rows(feedback).create({
        matterId: id,
        personId: proposer.id,
        kind: 'confirmed',
        satisfied: happy ? 'yes' : 'no',
        rating: happy ? 5 : 3,
        words: happy ? '办得快，说到做到。' : '办是办了，就是慢了点。',
      })
      const said = await ctx.rows(alerts).first({ kind: 'unsatisfied', matterId: id, status: 'open' })
      if (said) await ctx.rows(alerts).step(said.id, 'settle', { answer: '已当面说明慢在走程序，以后每周在群里报一次进度' })
      await ctx.rows(matters).step(id, 'close', {})
    },
    at(day(72), 9),
  )
}
