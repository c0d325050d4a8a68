import { answerHandOver, closeInquiry, offerHandOver, openInquiry } from '@linli/core/accountability'
import { createWorkCalendar, workingDaysBetween } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import { addDays, dayOf, instantAt } from '@linli/core/date'
import {
  applications,
  breaches,
  certificateRequests,
  certificates,
  extensions,
  hotlineExclusions,
  hotlineOrders,
  inquiries,
  items,
  materials,
  ratings,
  supervisions,
  tickets,
  windows,
} from '@linli/plugin-service-counter'
import counterServer from '@linli/plugin-service-counter/server'
import { people } from '@linli/plugin-registry'
import type { Seeding } from '@linli/server'
import type { Context } from '@linli/store'
import { COMMUNITY_NAMES } from './estates.ts'
import { randomFrom } from './random.ts'

const DAYS = 120
const CASES = 300
const PLACES = Object.keys(COMMUNITY_NAMES)
const HANDLERS: Readonly<Record<string, readonly string[]>> = {
  '411402004001': ['window', 'window5', 'window6'],
  '411402004002': ['lvyuan'],
  '411402004003': ['qingjiang'],
  '411402004004': ['dachen'],
  '411402004005': ['guangyuan'],
}

type Line =
  'aged' | 'health' | 'insurance' | 'relief' | 'employment' | 'family' | 'education' | 'veterans' | 'disability' | 'housing' | 'other'
type Kind = 'instant' | 'promise' | 'forward'

/** Name, line, kind, days, and what is asked for: `?` may come later, `*` is ours. The times are examples, not verified. */
const CATALOGUE: readonly (readonly [name: string, line: Line, kind: Kind, days: number, asked: string])[] = [
  ['高龄津贴申请', 'aged', 'promise', 5, '身份证、银行卡、近期照片?、户籍信息*'],
  ['老年人优待证办理', 'aged', 'instant', 1, '身份证、近期照片?'],
  ['居家养老服务补贴', 'aged', 'promise', 10, '身份证、能力评估结果、家庭情况说明?、户籍信息*'],
  ['城乡居民医保参保登记', 'insurance', 'instant', 1, '身份证、户籍信息*'],
  ['城乡居民养老保险待遇申领', 'insurance', 'promise', 10, '身份证、银行卡、户籍信息*'],
  ['最低生活保障申请', 'relief', 'promise', 20, '身份证、家庭收入申报表、病历或诊断?、家庭成员信息*、户籍信息*'],
  ['临时救助申请', 'relief', 'promise', 7, '身份证、困难情况说明、支出凭证?'],
  ['特困人员认定', 'relief', 'promise', 20, '身份证、生活自理能力评估、户籍信息*'],
  ['灵活就业登记', 'employment', 'instant', 1, '身份证'],
  ['就业困难人员认定', 'employment', 'promise', 10, '身份证、失业登记信息*、个人承诺书'],
  ['生育登记', 'family', 'instant', 1, '身份证、结婚登记信息*'],
  ['计划生育家庭奖励扶助', 'family', 'promise', 15, '身份证、银行卡、户籍信息*'],
  ['残疾人证申领初审', 'disability', 'forward', 5, '身份证、近期照片?、残疾评定表'],
  ['残疾人两项补贴', 'disability', 'promise', 10, '身份证、银行卡、残疾人证信息*'],
  ['退役军人优待证申领', 'veterans', 'forward', 5, '身份证、退役证、近期照片?'],
  ['公租房申请初审', 'housing', 'promise', 15, '身份证、收入承诺书、住房情况*'],
  ['居民建议与求助受理', 'other', 'promise', 5, '身份证?'],
]

/** What a signed declaration stands for. */
const DECLARABLE: ReadonlySet<string> = new Set(['困难情况说明', '家庭收入申报表', '收入承诺书', '家庭情况说明'])

/** The counter: catalogue, windows, 300 cases in every state, inquiries, orders, ratings and what is answered for. */
export async function seedCounter(seeding: Seeding, cases = CASES): Promise<void> {
  const { run } = seeding
  if (await run('counter', async (ctx) => (await ctx.rows(applications).count()) > 0)) return
  const now = new Date().toISOString()
  const today = dayOf(now)
  const accounts = new Map<string, string>()
  for (const name of new Set(['leader', 'qiancheng', ...Object.values(HANDLERS).flat()])) accounts.set(name, await seeding.accountId(name))
  const catalogue = await run('counter', seedCatalogue, instantAt(addDays(today, -DAYS - 40), 10 * 60))
  await run('counter', (ctx) => seedWindows(ctx, accounts), instantAt(addDays(today, -DAYS - 39), 10 * 60))
  const residents = await run('registry', async (ctx) => {
    const found: { readonly id: string; readonly community: string }[] = []
    for (const community of PLACES) {
      const { rows } = await ctx
        .rows(people)
        .list({ filter: { communityId: community, phone_empty: false } as never, limit: 60, total: 'none' })
      found.push(...rows.map(({ id }) => ({ id, community })))
    }
    return found
  })
  const timeline = planned({ cases, today, now, catalogue, residents, accounts })
  for (const { at, work } of timeline) await run('counter', work, at)
  await run('counter', (ctx) => seedToday(ctx, residents, accounts))
}

/** Who contacts the client behind a bad rating: the head of the community, or the street's leader where the head handled the case. */
function contactOf(accounts: ReadonlyMap<string, string>, community: string): string | null {
  return accounts.get(community === PLACES[0] ? 'qiancheng' : 'leader') ?? null
}

interface Entry {
  readonly at: string
  readonly work: (ctx: Context) => Promise<void>
}

interface Plan {
  readonly cases: number
  readonly today: string
  readonly now: string
  readonly catalogue: readonly { readonly id: string; readonly kind: Kind; readonly days: number; readonly names: readonly string[] }[]
  readonly residents: readonly { readonly id: string; readonly community: string }[]
  readonly accounts: ReadonlyMap<string, string>
}

/** What happened when, in order, with the clocks looked at every week and now. */
function planned({ cases, today, now, catalogue, residents, accounts }: Plan): readonly Entry[] {
  const chance = randomFrom(74)
  const random = (): number => chance.between(0, 999) / 1000
  const days = workingDaysOf(today)
  const entries: Entry[] = []
  const dayAt = (index: number, hour: number): string | undefined => {
    const day = days[index]
    return day === undefined ? undefined : instantAt(day, Math.round(hour * 60))
  }
  const add = (at: string | undefined, work: Entry['work']): void => {
    if (at !== undefined && at < now) entries.push({ at, work })
  }
  for (let n = 0; n < cases; n += 1) {
    // The last ones came in these days, so that every state is there to be worked on.
    const start = n < cases - 70 ? Math.floor((n / (cases - 70)) * (days.length - 8)) : days.length - 9 + Math.floor(random() * 9)
    const item = catalogue[Math.floor(random() * catalogue.length)]
    const resident = residents[(n * 7) % Math.max(1, residents.length)]
    if (!item || !resident) continue
    const handlers = HANDLERS[resident.community] ?? []
    const handlerId = accounts.get(handlers[n % handlers.length] ?? '') ?? null
    const hour = 9 + random() * 6
    const isLacking = n % 6 === 1
    const isLate = n % 23 === 5
    const held: { id?: string } = {}
    add(dayAt(start, hour), async (ctx) => {
      const ticks = item.names.map((name, index) => ({ name, state: isLacking && index === 0 ? 'missing' : 'ok' }))
      const received = (await counterServer.actions['counter.receive']?.(ctx, {
        itemId: item.id,
        personId: resident.id,
        ticks,
        communityId: resident.community,
        channel: n % 11 === 0 ? 'visit' : 'window',
        promised: false,
        ...(n % 13 === 0 ? { agentName: '网格员代办' } : {}),
      })) as { id: string }
      held.id = received.id
      await ctx.rows(applications).update(received.id, { handlerId })
    })
    const onCase = (index: number, at: number, work: (ctx: Context, id: string) => Promise<unknown>): void =>
      add(dayAt(index, at), async (ctx) => void (held.id && (await work(ctx, held.id))))
    let from = start
    if (isLacking) {
      if (n % 18 === 1) continue
      from = start + 3
      onCase(from, 10, async (ctx, id) => {
        await ctx.rows(applications).step(id, 'supplement', {})
        await counterServer.actions['counter.applications.tick']?.(ctx, { id, ticks: item.names.map((name) => ({ name, state: 'ok' })) })
        await ctx.rows(applications).step(id, 'accept', {})
        await ctx.rows(applications).update(id, { handlerId })
      })
    }
    const length = item.kind === 'instant' ? 0 : Math.max(1, Math.floor(item.days * (isLate ? 1.6 : 0.3 + random() * 0.5)))
    const decideAt = item.kind === 'instant' ? Math.min(16.6, hour + 0.4) : 15 + random()
    // Only what is granted by means or by condition is refused.
    const isRefused = item.kind === 'promise' && item.days >= 7 && n % 9 === 3
    onCase(from + length, Math.max(decideAt, isLacking ? 10.3 : 0), (ctx, id) =>
      ctx
        .rows(applications)
        .step(
          id,
          'decide',
          isRefused
            ? { result: 'no', resultText: '家庭人均收入高于标准', remedy: '收到之日起六十日内可以向梁园区政府申请复议' }
            : { result: 'yes', resultText: '符合条件，予以办理' },
        ),
    )
    // What was decided long ago was handed over; a few of these days wait for their applicants.
    const isOld = from + length < days.length - 6
    if (isOld || n % 5 !== 4)
      onCase(from + length + 1, 11, (ctx, id) => ctx.rows(applications).step(id, 'deliver', { delivery: 'window', receiver: '本人' }))
    if (n % 3 === 0) {
      const grade = n % 21 === 0 ? 2 : n % 39 === 0 ? 1 : n % 4 === 0 ? 4 : 5
      onCase(from + length + 1, 12, (ctx, id) => rated(ctx, id, grade, contactOf(accounts, resident.community)))
      // One in four was contacted too late, which is a breach; the others on the next working day.
      if (grade <= 2) onCase(from + length + (n % 4 === 0 ? 5 : 2), 10, (ctx, id) => answered(ctx, id))
    }
  }
  for (const entry of [
    ...waitingNow({ days, catalogue, residents, accounts }),
    ...rareStates({ days, catalogue, residents, accounts }),
    ...pastDesk({ days, residents, accounts }),
  ])
    add(entry.at, entry.work)
  for (let index = 4; index < days.length - 10; index += 5) add(dayAt(index, 18), tick)
  for (let index = Math.max(0, days.length - 10); index < days.length; index += 1) add(dayAt(index, 17.5), tick)
  entries.push({ at: now, work: tick })
  return entries.toSorted((a, b) => a.at.localeCompare(b.at))
}

async function tick(ctx: Context): Promise<void> {
  await counterServer.jobs?.clocks?.run(ctx)
  // Those of the past were explained and decided; the newest wait for their subject.
  const { rows } = await ctx
    .rows(breaches)
    .list({ filter: { status: 'detected', explainBy_lt: ctx.now } as never, limit: 5, total: 'none' })
  for (const [index, { id }] of rows.entries()) {
    if (index % 3 !== 1) await ctx.rows(breaches).step(id, 'find', { finding: '办件较多，没有及时申请延期，情况属实' })
    else await ctx.rows(breaches).step(id, 'clear', { finding: '系统停机半日，不属个人责任' })
  }
  const found = await ctx.rows(breaches).list({ filter: { status: 'found', dueAt_lt: ctx.now } as never, limit: 5, total: 'none' })
  for (const { id } of found.rows)
    await ctx.rows(breaches).step(id, 'decideMeasure', { measure: 'remind', measureText: '社区书记谈话提醒，本月复查' })
  const ended = await ctx
    .rows(breaches)
    .list({ filter: { status: ['measured', 'not_found'] } as never, sort: ['createdAt', 'asc'], limit: 5, total: 'none' })
  for (const { id, status, appealBy } of ended.rows)
    if (status === 'not_found' || (appealBy !== null && appealBy < ctx.now))
      await ctx.attempt(() =>
        ctx.rows(breaches).step(id, 'finalise', { conclusion: status === 'not_found' ? '不予追究，归档' : '期满没有申诉，定案归档' }),
      )
}

/** The cases that stand on the wall today: late by one, three and six working days, due soon, and one that should have been decided on the spot. */
function waitingNow({
  days,
  catalogue,
  residents,
  accounts,
}: Omit<Plan, 'cases' | 'today' | 'now'> & { readonly days: readonly string[] }): Entry[] {
  const five = catalogue.findIndex(({ kind, days: promised }) => kind === 'promise' && promised === 5)
  const ten = catalogue.findIndex(({ kind, days: promised }) => kind === 'promise' && promised === 10)
  const instant = catalogue.findIndex(({ kind }) => kind === 'instant')
  const wanted: readonly (readonly [item: number, ago: number, community: number, hour: number])[] = [
    [five, 6, 0, 9.4],
    [five, 8, 0, 10.2],
    [five, 11, 0, 14.1],
    [ten, 12, 1, 10.5],
    [five, 7, 3, 15.1],
    [ten, 8, 0, 9.7],
    [five, 4, 0, 11.2],
    [ten, 7, 2, 14.6],
    [instant, 0, 0, 16.4],
  ]
  return wanted.flatMap(([itemIndex, ago, place, hour], n) => {
    const item = catalogue[itemIndex]
    const community = PLACES[place] ?? ''
    const resident = residents.filter((each) => each.community === community)[n * 3 + 2]
    const handlers = HANDLERS[community] ?? []
    const handlerId = accounts.get(handlers[n % handlers.length] ?? '') ?? null
    const day = days[days.length - 1 - ago]
    if (!item || !resident || !day) return []
    return [
      {
        at: instantAt(day, Math.round(hour * 60)),
        work: async (ctx) => {
          const ticks = item.names.map((name) => ({ name, state: 'ok' }))
          const received = (await counterServer.actions['counter.receive']?.(ctx, {
            itemId: item.id,
            personId: resident.id,
            ticks,
            communityId: community,
            channel: 'window',
            promised: false,
          })) as { id: string }
          await ctx.rows(applications).update(received.id, { handlerId })
        },
      },
      // The one that is late by three days was urged by telephone.
      ...(ago === 8 && place === 0 && itemIndex === five
        ? [{ at: instantAt(days[days.length - 3] ?? day, 9 * 60 + 30), work: urged }]
        : []),
    ]
  })
}

async function urged(ctx: Context): Promise<void> {
  const { rows } = await ctx.rows(supervisions).list({
    filter: { status: 'waiting', level: 'urge', communityId: PLACES[0] } as never,
    sort: ['createdAt', 'asc'],
    limit: 1,
    total: 'none',
  })
  for (const { id } of rows)
    await ctx.rows(supervisions).step(id, 'act', { action: '已电话催办，经办人说明材料在核对', plannedOn: ctx.today })
}

/** Cases in the states that an ordinary week does not bring: standing still, with gaps, refused, withdrawn, extended, just received. */
function rareStates({
  days,
  catalogue,
  residents,
  accounts,
}: Omit<Plan, 'cases' | 'today' | 'now'> & { readonly days: readonly string[] }): Entry[] {
  const community = PLACES[0] ?? ''
  const here = residents.filter((each) => each.community === community)
  const handlerId = accounts.get('window5') ?? null
  const long = catalogue.find(({ kind, days: promised }) => kind === 'promise' && promised === 10)
  const short = catalogue.find(({ kind, days: promised }) => kind === 'promise' && promised === 5)
  const at = (ago: number, hour: number): string => instantAt(days[days.length - 1 - ago] ?? days[0] ?? '', Math.round(hour * 60))
  if (!long || !short) return []
  const received = async (ctx: Context, n: number, item: Plan['catalogue'][number], deferred = ''): Promise<string> => {
    const answer = (await counterServer.actions['counter.receive']?.(ctx, {
      itemId: item.id,
      personId: here[n * 4 + 1]?.id,
      communityId: community,
      channel: 'window',
      ticks: item.names.map((name) => ({ name, state: name === deferred ? 'deferred' : 'ok' })),
      promised: deferred !== '',
      ...(deferred === '' ? {} : { deferUntil: addDays(ctx.today, 8) }),
    })) as { id: string }
    await ctx.rows(applications).update(answer.id, { handlerId })
    return answer.id
  }
  const submitted = async (ctx: Context, n: number): Promise<string> => {
    const values = { itemId: short.id, personId: here[n * 4 + 1]?.id ?? null, communityId: community }
    const { id } = await ctx.rows(applications).create(values)
    await ctx.rows(applications).step(id, 'submit', {})
    await ctx.rows(applications).update(id, { handlerId })
    return id
  }
  const works: readonly (readonly [ago: number, hour: number, work: Entry['work']])[] = [
    [
      3,
      10.1,
      async (ctx) => {
        const id = await received(ctx, 1, long)
        await ctx.rows(applications).step(id, 'pause', { pauseReason: 'appraisal', told: 'phone' })
      },
    ],
    [2, 10.3, async (ctx) => void (await received(ctx, 2, short, '近期照片'))],
    [
      2,
      14.2,
      async (ctx) => {
        const id = await submitted(ctx, 3)
        await ctx.rows(applications).step(id, 'reject', {
          resultText: '户籍不在本街道',
          remedy: '请到户籍所在街道便民服务大厅办理；对本决定不服可以申请复议',
        })
      },
    ],
    [
      4,
      9.6,
      async (ctx) => {
        const id = await received(ctx, 4, short)
        await ctx.rows(applications).step(id, 'withdraw', { resultText: '本人改为随子女在外地申请' })
      },
    ],
    [
      3,
      15.4,
      async (ctx) => {
        const id = await received(ctx, 5, long)
        const request = { applicationId: id, days: 3, reason: '需要入户核实居住情况', told: 'phone' } as const
        const extension = await ctx.rows(extensions).create(request)
        await ctx.rows(extensions).update(extension.id, { askedById: handlerId })
        await ctx.rows(extensions).step(extension.id, 'approve', { answer: '同意，抓紧核实' })
      },
    ],
    [0, 9.3, async (ctx) => void (await submitted(ctx, 6))],
  ]
  return works.map(([ago, hour, work]) => ({ at: at(ago, hour), work }))
}

/** Two questions on their way: one waits for window 5, one came back from it. */
async function handedNow(ctx: Context, accounts: ReadonlyMap<string, string>): Promise<void> {
  const [three, five] = [accounts.get('window') ?? '', accounts.get('window5') ?? '']
  for (const isBack of [false, true]) {
    const row = await ctx.rows(inquiries).create({
      matter: isBack ? '残疾人证怎么换' : '独生子女奖励扶助怎么领',
      askerName: '来访居民',
      firstPersonId: three,
      communityId: PLACES[0] ?? null,
    })
    const offered = offerHandOver(openInquiry(three, ctx.now), { by: three, to: five, at: ctx.now })
    const back = offered.ok ? answerHandOver(offered.value, { by: five, answer: 'refused', reason: '5 号窗口不办', at: ctx.now }) : offered
    if (!offered.ok || !back.ok) continue
    if (isBack) {
      await ctx
        .rows(inquiries)
        .update(row.id, { record: back.value, handedTimes: 1, refusedTimes: 1, lastAnswer: '韩梅 退回：5 号窗口不办' })
      continue
    }
    await ctx.rows(inquiries).update(row.id, { record: openInquiry('system', ctx.now) })
    await ctx.rows(inquiries).step(row.id, 'handOver', { handToId: five })
    await ctx.rows(inquiries).update(row.id, { record: offered.value })
  }
}

/** What went over the desk in the last months besides cases: questions with their hand-overs, orders, the queue. */
function pastDesk({ days, residents, accounts }: Pick<Plan, 'residents' | 'accounts'> & { readonly days: readonly string[] }): Entry[] {
  const entries: Entry[] = []
  const at = (index: number, hour: number): string => instantAt(days[index] ?? days[0] ?? '', Math.round(hour * 60))
  for (let n = 0; n < 24; n += 1) {
    const index = 3 + n * 3
    if (index >= days.length - 2) break
    const community = PLACES[n % PLACES.length] ?? ''
    const [first, second] =
      n % PLACES.length === 0
        ? [accounts.get('window'), accounts.get('window6')]
        : [accounts.get((HANDLERS[community] ?? [])[0] ?? ''), undefined]
    entries.push({ at: at(index, 9.5), work: (ctx) => asked(ctx, { n, community, first: first ?? '', second }) })
  }
  for (let n = 0; n < 20; n += 1) {
    const index = 5 + n * 3
    if (index >= days.length - 4) break
    entries.push({ at: at(index, 10), work: (ctx) => ordered(ctx, n) })
  }
  const here = residents.filter(({ community }) => community === PLACES[0])
  for (let index = Math.max(0, days.length - 16); index < days.length - 1; index += 1)
    entries.push({ at: at(index, 11.5), work: (ctx) => queued(ctx, index, here) })
  return entries
}

/** An inquiry that was closed on its day; every second one of the hall was handed from window 3 to window 6. */
async function asked(
  ctx: Context,
  {
    n,
    community,
    first,
    second,
  }: { readonly n: number; readonly community: string; readonly first: string; readonly second: string | undefined },
): Promise<void> {
  const row = await ctx.rows(inquiries).create({
    matter: MATTERS[n % MATTERS.length] ?? '',
    askerName: '来访居民',
    channel: n % 4 === 0 ? 'phone' : 'window',
    firstPersonId: first,
    communityId: community,
  })
  const opened = openInquiry(first, ctx.now)
  const offered = second === undefined ? undefined : offerHandOver(opened, { by: first, to: second, at: ctx.now })
  const taken = offered?.ok ? answerHandOver(offered.value, { by: second ?? '', answer: 'accepted', at: ctx.now }) : undefined
  const held = taken?.ok ? taken.value : opened
  const owner = taken?.ok ? second : first
  const closed = closeInquiry(held, {
    by: owner ?? '',
    at: ctx.now,
    disposition: n % 5 === 2 ? { kind: 'explained', unit: '区医保局', contact: '0370-2222222' } : { kind: 'self' },
  })
  if (!closed.ok) return
  // The steps are taken by whoever seeds; the record says who it was.
  await ctx.rows(inquiries).update(row.id, { record: openInquiry('system', ctx.now) })
  const ending =
    n % 5 === 2
      ? { disposition: 'explained' as const, unit: '区医保局', contact: '0370-2222222', outcome: '已告知去处并电话联系' }
      : { disposition: 'self' as const, outcome: '已当面答复' }
  await ctx.rows(inquiries).step(row.id, 'close', ending)
  await ctx.rows(inquiries).update(row.id, {
    record: closed.value,
    ownerId: owner ?? null,
    ...(taken?.ok ? { handedTimes: 1, lastAnswer: '马超 已接收' } : {}),
  })
}

async function ordered(ctx: Context, n: number): Promise<void> {
  const rows = ctx.rows(hotlineOrders)
  const { id } = await rows.create({
    no: `SQ12345-${String(202500 + n)}`,
    topic: n % 2 === 0 ? 'sanitation' : 'facility',
    place: `${['前程', '绿苑', '清江', '大陈', '广源'][n % 5] ?? ''}社区 ${n + 2} 号楼`,
    content: n % 2 === 0 ? '垃圾桶满了没有清运' : '楼前路灯不亮',
    callerName: '市民',
    communityId: PLACES[n % PLACES.length] ?? null,
  })
  await rows.step(id, 'accept', {})
  await rows.step(id, 'handle', { handling: '已联系物业当天处理' })
  await rows.step(id, 'answer', { reply: '已处理，感谢您的反映' })
  if (n % 9 === 7) {
    await rows.step(id, 'revisit', { solved: 'no', satisfaction: 'unsatisfied' })
    const asked = { orderId: id, ground: 'other-way', reason: '邻里相邻权纠纷，已建议来电人向法院起诉' } as const
    const { id: exclusionId } = await ctx.rows(hotlineExclusions).create(asked)
    if (n % 2 === 1) return
    await ctx.rows(hotlineExclusions).step(exclusionId, 'approve', { answer: '情况属实，同意剔除' })
    await rows.step(id, 'close', {})
    return
  }
  await rows.step(id, 'revisit', { solved: 'yes', satisfaction: n % 6 === 5 ? 'partly' : 'satisfied' })
  await rows.step(id, 'close', {})
}

async function queued(ctx: Context, day: number, here: Plan['residents']): Promise<void> {
  const window = await ctx.rows(windows).first({ communityId: PLACES[0], status: 'open' } as never)
  for (let n = 0; n < 4; n += 1) {
    const { id } = await ctx.rows(tickets).create({
      personId: here[(day * 4 + n) % Math.max(1, here.length)]?.id ?? null,
      matter: MATTERS[(day + n) % MATTERS.length] ?? '',
      communityId: PLACES[0] ?? null,
    })
    await ctx.rows(tickets).update(id, { windowId: window?.id ?? null, calledAt: ctx.now, waitedMin: 3 + ((day * 5 + n * 7) % 19) })
    await ctx.rows(tickets).step(id, 'call', {})
    await ctx.rows(tickets).step(id, 'serve', {})
    await ctx.rows(tickets).update(id, { servedMin: 4 + ((day * 3 + n * 5) % 14) })
  }
}

async function rated(ctx: Context, id: string, grade: number, contactId: string | null): Promise<void> {
  const row = await ctx.rows(applications).get(id)
  if (!row.decidedAt) return
  const comment = grade <= 2 ? '跑了两趟，等得太久' : ''
  const { id: ratingId } = await ctx.rows(ratings).create({
    title: `${row.no ?? ''} 的评价`,
    applicationId: id,
    handlerId: row.handlerId,
    contactId,
    device: 'client',
    isNamed: grade <= 2,
    sealed: { grade, comment, named: grade <= 2 },
    communityId: row.communityId,
  })
  await ctx.rows(applications).update(id, { ratedAt: ctx.now })
  if (row.status === 'delivered') await ctx.rows(applications).step(id, 'markRated', {})
  if (grade <= 2) await ctx.rows(ratings).step(ratingId, 'callBack', {})
}

async function answered(ctx: Context, applicationId: string): Promise<void> {
  const row = await ctx.rows(ratings).first({ applicationId })
  if (row?.status !== 'to_contact') return
  await ctx.rows(ratings).step(row.id, 'contact', { contactNote: '电话联系，群众反映等候时间长，已致歉' })
  await ctx.rows(ratings).step(row.id, 'repair', { fix: '高峰时段增开一个窗口' })
  await ctx.rows(ratings).step(row.id, 'visit', { revisit: 'satisfied' })
}

async function seedCatalogue(ctx: Context): Promise<Plan['catalogue']> {
  for (const [name, onList, instead] of [
    ['居住证明', 'kept', ''],
    ['亲属关系证明', 'kept', ''],
    ['无犯罪记录证明', 'cancelled', '由派出所核查'],
    ['收入证明', 'cancelled', '由用人单位出具或本人书面承诺'],
    ['在世证明', 'cancelled', '人脸识别认证'],
  ] as const)
    await ctx.rows(certificates).create({ name, onList, ...(instead ? { instead } : { issuer: '社区居委会' }) })
  const made: { id: string; kind: Kind; days: number; names: string[] }[] = []
  for (const [index, [name, line, kind, days, asked]] of CATALOGUE.entries()) {
    const { id } = await ctx.rows(items).create({
      code: `BY-${String(index + 1).padStart(3, '0')}`,
      name,
      line,
      kind,
      promisedDays: days,
      extensionDays: days >= 10 ? 5 : 0,
      pauses: days >= 10 ? ['appraisal', 'supplement'] : [],
      where: '社区便民服务大厅综合窗口',
      conditions: '本街道居民，符合政策规定的条件',
      basis: '以上级现行文件为准',
      resultDoc: `${name}结果`,
    })
    const names: string[] = []
    for (const word of asked.split('、')) {
      const material = word.replace(/[?*]$/, '')
      if (!word.endsWith('*')) names.push(material)
      await ctx.rows(materials).create({
        itemId: id,
        name: material,
        source: word.endsWith('*') ? 'share' : 'applicant',
        canDefer: word.endsWith('?'),
        canPromise: DECLARABLE.has(material),
        form: material === '身份证' ? '原件核验' : '原件一份',
      })
    }
    await ctx.rows(items).step(id, 'publish', {})
    made.push({ id, kind, days, names })
  }
  return made
}

async function seedWindows(ctx: Context, accounts: ReadonlyMap<string, string>): Promise<void> {
  for (const [community, handlers] of Object.entries(HANDLERS)) {
    for (const [index, handler] of handlers.entries())
      await ctx.rows(windows).create({
        name: `${[3, 5, 6][index] ?? 1} 号窗口`,
        accountId: accounts.get(handler) ?? null,
        duties: '综合受理',
        communityId: community,
      })
  }
}

const MATTERS = [
  '高龄津贴怎么领',
  '楼道灯坏了找谁',
  '孩子上学要什么材料',
  '低保怎么申请',
  '养老保险到账慢',
  '停车位被占',
  '医保报销比例',
  '公租房还有名额吗',
]

/** What waits today: the queue, inquiries, orders and certificates. */
async function seedToday(ctx: Context, residents: Plan['residents'], accounts: ReadonlyMap<string, string>): Promise<void> {
  const here = residents.filter(({ community }) => community === PLACES[0])
  for (let n = 0; n < 7; n += 1)
    await ctx.rows(tickets).create({ personId: here[n * 5]?.id ?? null, matter: MATTERS[n] ?? '', communityId: PLACES[0] ?? null })
  for (let n = 0; n < 24; n += 1) {
    const community = PLACES[n % PLACES.length] ?? ''
    const first = accounts.get((HANDLERS[community] ?? [])[0] ?? '') ?? null
    const matter = MATTERS[n % MATTERS.length] ?? ''
    await ctx
      .rows(inquiries)
      .create({ matter, askerName: '来访居民', channel: n % 3 === 0 ? 'phone' : 'window', firstPersonId: first, communityId: community })
  }
  for (let n = 0; n < 15; n += 1) {
    const place = n % 5 === 0 ? '前程小区东门' : `广源街 ${n * 3 + 1} 号`
    const topic = n % 5 === 0 ? 'parking' : 'noise'
    const { id } = await ctx.rows(hotlineOrders).create({
      no: `SQ12345-${String(202600 + n)}`,
      topic,
      place,
      content: topic === 'parking' ? '小区门口乱停车，消防车进不来' : '夜里施工噪音大',
      callerName: '市民',
      communityId: PLACES[n % 5 === 0 ? 0 : n % PLACES.length] ?? null,
    })
    if (n % 3 === 1) await ctx.rows(hotlineOrders).step(id, 'accept', {})
    if (n % 6 === 4) await ctx.rows(hotlineOrders).step(id, 'handle', { handling: '已到现场劝离，通知施工方夜间停工' })
    if (n === 4) await ctx.rows(hotlineOrders).step(id, 'answer', { reply: '已责令夜间停工，感谢反映' })
    if (n === 3) await ctx.rows(hotlineOrders).step(id, 'giveBack', { why: '施工许可和夜间作业由区城管局管，应由其承办' })
  }
  await handedNow(ctx, accounts)
  for (const [index, name] of ['居住证明', '收入证明', '在世证明', '亲属关系证明', '房屋无纠纷证明'].entries()) {
    const resident = here[index * 3]
    if (!resident) continue
    const values = { personId: resident.id, name, forWhom: '某银行支行', purpose: '办理业务', communityId: resident.community }
    const { id } = await ctx.rows(certificateRequests).create(values)
    if (index === 1) await ctx.rows(certificateRequests).step(id, 'refuse', { answer: '清单外，可由用人单位出具或本人书面承诺' })
  }
}

function workingDaysOf(today: string): readonly string[] {
  const made = createWorkCalendar(nationalNotices)
  if (!made.ok) return []
  const days: string[] = []
  for (let day = addDays(today, -DAYS); day <= today; day = addDays(day, 1)) {
    const worked = workingDaysBetween(made.value, addDays(day, -1), day)
    if (worked.ok && worked.value.days === 1) days.push(day)
  }
  return days
}
