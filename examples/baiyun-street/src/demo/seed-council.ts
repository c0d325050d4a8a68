import { addDays, dayOf, instantAt } from '@linli/core/date'
import { periodOf } from '@linli/core/cadence'
import type { Row } from '@linli/kit'
import { people, units } from '@linli/plugin-registry'
import {
  actionItems,
  agendaItems,
  appraisals,
  attendances,
  backers,
  ballots,
  candidates,
  councils,
  demands,
  elections,
  excuses,
  feedback,
  matters,
  meetings,
  members,
  nominations,
  opinions,
  owners,
  proposals,
  publications,
  scores,
  stakeholders,
  supporters,
  votes,
} from '@linli/plugin-residents-council'
import councilServer from '@linli/plugin-residents-council/server'
import type { Seeding } from '@linli/server'
import type { Context } from '@linli/store'
import { DEMO_MATTERS, type DemoMatter } from './council-matters.ts'
import { COMMUNITY_NAMES, ESTATES } from './estates.ts'
import { randomFrom } from './random.ts'
import { STAFF } from './staff.ts'

type Council = Row<typeof councils>
type Person = Row<typeof people>
type Action = keyof typeof councilServer.actions

/** How far a matter of the demo has come. */
type Stage = NonNullable<Row<typeof matters>['status']>

/** A community's bodies and the people in them. */
interface Bodies {
  readonly community: string
  readonly councils: readonly Council[]
  readonly twoCommittees: Council
  readonly representatives: Council
  readonly sitting: readonly Person[]
  readonly neighbours: readonly Person[]
}

const random = randomFrom(59)
const at = (day: string, hour = 15): string => instantAt(day, hour * 60)
const act = (ctx: Context, name: string, input: Readonly<Record<string, unknown>>): Promise<unknown> =>
  Promise.resolve((councilServer.actions[name as Action] as (ctx: Context, input: unknown) => unknown)(ctx, input))

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
    await seedCohort(seeding, bodies, addDays(today, -12), today, ['collected', RECENT[index] ?? 'proposed'], index * 8 + 6, photo)
  }
  const [first, second] = all
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

async function seedBodies(ctx: Context, community: string, today: string): Promise<Bodies> {
  const name = COMMUNITY_NAMES[community] ?? ''
  const grown = await ctx.rows(people).list({
    filter: { communityId: community, birthDate_lte: '1998-01-01', birthDate_gte: '1950-01-01' },
    sort: ['createdAt', 'asc'],
    limit: 80,
    total: 'none',
  })
  const residents = grown.rows.filter((_, index) => index % 2 === 0)
  const sitting = residents.slice(0, 7)
  const common = {
    communityId: community,
    partyOrg: `${name}党委`,
    termFrom: addDays(today, -500),
    termTo: addDays(today, 900),
    supportersMin: 2,
    meetingTime: '15:00',
    meetingPlace: '社区二楼会议室',
  }
  const estates = ESTATES.filter((estate) => estate.community === community)
  const made: Council[] = []
  const inEstates = ['411402004001', '411402004002'].includes(community) ? estates.slice(0, 2) : []
  for (const [index, estate] of inEstates.entries()) {
    const unit = await ctx.rows(units).first({ kind: 'estate', name: estate.name, communityId: community })
    made.push(
      await body(
        ctx,
        {
          ...common,
          name: `${estate.name}居民议事会`,
          kind: 'council',
          level: 'estate',
          estateId: unit?.id ?? null,
          partyOrg: `${name}第${index + 1}网格党支部`,
          meetingDay: 12,
        },
        sitting,
        true,
      ),
    )
  }
  if (made.length === 0)
    made.push(
      await body(
        ctx,
        { ...common, name: `${name}居民议事会`, kind: 'council', level: 'community', meetingDay: 12 },
        sitting,
        community !== '411402004005',
      ),
    )
  const twoCommittees = await body(
    ctx,
    { ...common, name: `${name}两委`, kind: 'twoCommittees', level: 'community' },
    sitting.slice(0, 5),
    false,
  )
  const representatives = await body(
    ctx,
    { ...common, name: `${name}居民代表会议`, kind: 'representatives', level: 'community', proxyMax: 1 },
    sitting,
    false,
  )
  return { community, councils: made, twoCommittees, representatives, sitting, neighbours: residents.slice(8, 24) }
}

const DUTY = ['manages', 'asks', 'acts'] as const
const CAPACITY = ['party', 'owner', 'owner', 'tenant', 'merchant', 'committee', 'unit'] as const

async function body(
  ctx: Context,
  values: Readonly<Record<string, unknown>>,
  sitting: readonly Person[],
  officers: boolean,
): Promise<Council> {
  const { id } = await ctx
    .rows(councils)
    .create({ smallTopics: ['culture', 'environment'], emergencyTopics: ['safety'], ...values } as never)
  for (const [index, person] of sitting.entries()) {
    await ctx.rows(members).create({
      councilId: id,
      personId: person.id,
      seat: index === 0 ? 'chair' : index === 1 ? 'deputy' : 'member',
      duty: officers ? (DUTY[index] ?? null) : index < 2 && values.kind === 'council' ? (DUTY[index] ?? null) : null,
      capacity: CAPACITY[index] ?? 'owner',
      representative: index > 1 ? 'yes' : 'no',
      from: ctx.today,
    })
  }
  return ctx.rows(councils).step(id, 'start', {})
}

const OPINIONS = [
  '请物业报一份路灯检修计划',
  '把暑期安全提醒贴到每个单元',
  '和环卫所商量早一小时清运',
  '统计想加装扶手的楼栋',
  '约学校谈夜间停车',
  '公布上季度公共收益',
] as const

/** Month after month, with two gaps: one explained, one not. */
async function seedMeetings(
  { run }: Seeding,
  council: Council,
  { sitting }: Bodies,
  today: string,
  months: number,
  salt: number,
): Promise<void> {
  for (let ago = months; ago >= 1; ago -= 1) {
    const month = monthBefore(today, ago)
    const day = `${month}-12`
    if (salt === 0 && (ago === 4 || ago === 9)) {
      if (ago === 9)
        await run(
          'council',
          (ctx) =>
            ctx
              .rows(excuses)
              .create({ councilId: council.id, period: month, writer: '李秀梅', why: '全员参加防汛值守，会议改为线上征求意见' }),
          at(addDays(day, 18)),
        )
      continue
    }
    if (salt === 3 && ago === 2) continue
    const { id, title } = await run(
      'council',
      async (ctx) => {
        const meeting = await ctx.rows(meetings).create({
          councilId: council.id,
          title: `${council.name}${Number(month.slice(5))}月例会`,
          place: '社区二楼会议室',
          scheduledAt: at(day),
          chairId: sitting[0]?.id ?? null,
          recorder: sitting[1]?.name ?? null,
        })
        return ctx.rows(meetings).step(meeting.id, 'notify', {})
      },
      at(addDays(day, -6), 9),
    )
    const came = sitting.filter((_, index) => index < 4 || random.chance(60))
    await run(
      'council',
      async (ctx) => {
        await ctx.rows(meetings).step(id, 'open', {})
        await ctx.rows(attendances).createMany(
          came.map((person, index) => ({
            meetingId: id,
            personId: person.id,
            mode: index === 5 ? ('online' as const) : ('inPerson' as const),
            via: index % 2 ? ('code' as const) : ('list' as const),
            inAt: ctx.now,
            seat: person.id,
            communityId: council.communityId,
          })),
        )
        const last = await ctx.rows(agendaItems).first({ meetingId: id, kind: 'opinions' })
        if (last)
          await act(ctx, 'council.meetings.conclude-item', {
            id,
            itemId: last.id,
            conclusion: OPINIONS[(ago + salt) % OPINIONS.length] ?? '',
            putOff: 'no',
          })
      },
      at(day, 15),
    )
    await run('council', (ctx) => ctx.rows(meetings).step(id, 'close', {}), at(day, 17))
    // Two bodies still owe the minutes of their last meeting.
    if (ago > 1 || salt > 1)
      await run(
        'council',
        async (ctx) => {
          await ctx.rows(meetings).step(id, 'writeMinutes', { minutes: `${title}：通报上月意见办理情况，商议本月事项，提出下月工作意见。` })
          for (const person of came.slice(0, 2)) await act(ctx, 'council.meetings.sign-minutes', { id, personId: person.id })
          await ctx.rows(meetings).step(id, 'archive', {})
        },
        at(addDays(day, 2), 10),
      )
    if (ago > 1)
      await run(
        'council',
        async (ctx) => {
          const open = await ctx.rows(opinions).first({ meetingId: id, status: 'open' })
          if (open && (ago > 2 || random.chance(75)))
            await ctx.rows(opinions).step(open.id, 'answer', { answer: '已与有关单位对接，下次会议现场通报。' })
        },
        at(addDays(day, 20), 10),
      )
  }
}

function monthBefore(today: string, months: number): string {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

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

/** Matters that came in together and go through the same meetings, each as far as its stage. */
async function seedCohort(
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
  for (const { id, stage } of ordinary) {
    if (stage === 'rejected')
      await run(
        'council',
        (ctx) => ctx.rows(matters).step(id, 'reject', { lastReason: '资金和产权条件不具备，已书面答复提议人' }),
        at(day(8), 11),
      )
    if (stage === 'shelved')
      await run(
        'council',
        (ctx) => ctx.rows(matters).step(id, 'shelve', { lastReason: '等待老旧小区改造方案，纳入后再议' }),
        at(day(8), 11),
      )
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

/** One meeting that votes on all of them. */
async function decided(
  { run }: Seeding,
  { sitting }: Bodies,
  council: Council,
  going: readonly Going[],
  noticeOn: string,
  on: string,
  step: 'agree' | 'adopt' | 'refuseRatification',
  input: (each: Going) => Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = await run(
    'council',
    async (ctx) => {
      const meeting = await ctx.rows(meetings).create({
        councilId: council.id,
        kind: 'extra',
        title: `${council.name}${step === 'agree' ? '审议会' : '决议会'}`,
        place: '社区二楼会议室',
        scheduledAt: at(on),
      })
      await ctx.rows(meetings).step(meeting.id, 'notify', {})
      return meeting.id
    },
    at(noticeOn, 9),
  )
  const present = sitting.slice(0, step === 'agree' ? 5 : 6)
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
            choice:
              index === present.length - 1 ? ('abstain' as const) : step === 'refuseRatification' ? ('against' as const) : ('for' as const),
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
      await ctx.rows(matters).step(id, 'close', {})
    },
    at(day(72), 9),
  )
}

/** One estate whose owners decide on the repair fund: the roster, a vote that is running. */
async function seedOwnersVote({ run }: Seeding, { community, councils: own, sitting }: Bodies, today: string): Promise<void> {
  const council = own[0]
  if (!council?.estateId) return
  const homes = await run(
    'council',
    async (ctx) => {
      const rooms = await ctx
        .rows(units)
        .list({ filter: { kind: 'room', estateId: council.estateId }, sort: ['sortKey', 'asc'], limit: 12, total: 'none' })
      const known = (
        await ctx.rows(people).list({ filter: { communityId: community, estateId: council.estateId }, limit: 60, total: 'none' })
      ).rows
      for (const [index, room] of rooms.rows.entries()) {
        await ctx.rows(units).update(room.id, { area: `${78 + index * 3}.${25 + index}` })
        await ctx.rows(owners).create({
          unitId: room.id,
          ...(index === 11 ? { developer: '安居置业有限公司' } : { personId: known[index === 5 ? 4 : index]?.id ?? sitting[0]?.id ?? '' }),
          from: '2012-06-01',
        })
      }
      return rooms.rows
    },
    at(addDays(today, -400)),
  )
  const voteId = await run(
    'council',
    async (ctx) => {
      const vote = await ctx.rows(votes).create({
        kind: 'owners',
        councilId: council.id,
        title: '使用维修资金更换单元排水管',
        ownersItem: 'i5',
        estateId: council.estateId,
      })
      return vote.id
    },
    at(addDays(today, -24)),
  )
  await run(
    'council',
    async (ctx) => {
      await ctx.rows(votes).step(voteId, 'open', {})
      for (const [index, home] of homes.slice(0, 9).entries())
        await act(ctx, 'council.votes.owner-ballot', {
          id: voteId,
          unitId: home.id,
          choice: index === 3 ? 'against' : index === 7 ? 'abstain' : 'for',
        })
    },
    at(addDays(today, -6)),
  )
}

/** A sheet reported by the community and reviewed by the street: two people, as the table itself asks. */
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
      await ctx.rows(scores).step(scoreId, 'review', { ...points, falsified: 'no', reviewNote: '材料齐全，与台账一致。' })
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

async function seedContest(
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
async function seedAppraisal(seeding: Seeding, all: readonly Bodies[], year: string, today: string): Promise<void> {
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

/** Candidates of a body, each nominated by so many neighbours. */
async function stand(ctx: Context, electionId: string, { neighbours }: Bodies, backing: readonly number[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (const [index, count] of backing.entries()) {
    const person = neighbours[index]
    if (!person) continue
    const { id } = await ctx.rows(candidates).create({
      electionId,
      personId: person.id,
      words: ['楼栋长，热心邻里事', '退休教师，组织过读书会', '物业管理员，懂水电'][index] ?? null,
    })
    for (const neighbour of neighbours.slice(2, 2 + count)) await ctx.rows(nominations).create({ candidateId: id, personId: neighbour.id })
    ids.push(id)
  }
  return ids
}

/** A by-election on paper that is over: more candidates than seats, more than half of the households, the elected in office. */
async function seedElection({ run }: Seeding, bodies: Bodies, today: string): Promise<void> {
  const { id, voteOn, standing } = await run(
    'council',
    async (ctx) => {
      const row = await ctx.rows(elections).create({
        title: `${COMMUNITY_NAMES[bodies.community] ?? ''}居民代表补选`,
        councilId: bodies.representatives.id,
        seats: 1,
        electorate: 'households',
        way: 'paper',
        nominateUntil: addDays(ctx.today, 5),
        voteOn: addDays(ctx.today, 12),
      })
      return { id: row.id, voteOn: row.voteOn, standing: await stand(ctx, row.id, bodies, [12, 10]) }
    },
    at(addDays(today, -40), 9),
  )
  await run('council', (ctx) => ctx.rows(elections).step(id, 'list', {}), at(addDays(voteOn, -5), 9))
  await run(
    'council',
    async (ctx) => {
      const { base } = await ctx.rows(elections).step(id, 'open', {})
      const issued = Math.ceil(base * 0.72)
      const shares = [0.61, 0.33]
      for (const [index, candidate] of standing.entries())
        await ctx.rows(candidates).update(candidate, { votes: Math.floor(issued * (shares[index] ?? 0)) })
      await ctx.rows(elections).step(id, 'close', { issued, returned: issued - 1 })
    },
    at(voteOn, 18),
  )
  await run('council', (ctx) => ctx.rows(elections).step(id, 'seat', {}), at(addDays(voteOn, 2), 9))
}

/** Representatives who ask for a meeting: one fifth is reached, and its notice is still owed. */
async function seedDemand({ run }: Seeding, { representatives, sitting }: Bodies, today: string): Promise<void> {
  await run(
    'council',
    async (ctx) => {
      const { id } = await ctx.rows(demands).create({ councilId: representatives.id, why: '物业费调整要开会听大家意见' })
      for (const person of sitting.slice(3, 5)) await ctx.rows(backers).create({ demandId: id, personId: person.id })
    },
    at(addDays(today, -4), 9),
  )
}

/** One that takes nominations: a candidate has enough, the other one not yet. */
async function seedNominations({ run }: Seeding, bodies: Bodies, today: string): Promise<void> {
  await run(
    'council',
    async (ctx) => {
      const row = await ctx.rows(elections).create({
        title: `${COMMUNITY_NAMES[bodies.community] ?? ''}议事会委员补选`,
        councilId: bodies.councils[0]?.id ?? '',
        seats: 1,
        nominateUntil: addDays(ctx.today, 8),
        voteOn: addDays(ctx.today, 16),
      })
      await stand(ctx, row.id, bodies, [11, 6])
    },
    at(addDays(today, -4), 9),
  )
}

/** A member's phone: signs in, votes, proposes. A meeting of the coming days waits for it. */
async function seedPhone({ run, post }: Seeding, { community, councils: own, sitting, neighbours }: Bodies): Promise<void> {
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

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
