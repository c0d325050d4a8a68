import { addDays, dayOf, instantAt } from '@linli/core/date'
import type { AnyResource, Row } from '@linli/kit'
import {
  cells,
  checkpoints,
  forms,
  gridEvents,
  keyVisits,
  officers,
  outlines,
  patrolPoints,
  patrols,
  type Question,
  submissions,
  visits,
} from '@linli/plugin-grid'
import gridServer from '@linli/plugin-grid/server'
import { people, personTags, units } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import type { Seeding } from '@linli/server'
import type { Context } from '@linli/store'
import { COMMUNITY_NAMES, gridCode, GRIDS_PER_COMMUNITY } from './estates.ts'
import { cellArea, CELL_CODES, outlineOf, spotIn } from './grid-map.ts'
import { FINDINGS, type Happening, HAPPENINGS, OFFICER_NAMES } from './grid-texts.ts'
import { picture } from './picture.ts'
import { type Random, randomFrom } from './random.ts'

const EVENTS = 200
const HISTORY_DAYS = 90

/** The net: cells with their ground, officers, patrols, visits, a form with what was collected, and 200 events in every state. */
export async function seedGrid(seeding: Seeding, eventCount = EVENTS): Promise<void> {
  const { run } = seeding
  // A seed that broke off is begun again: each part looks whether it was written.
  const isThere = (resource: AnyResource): Promise<boolean> => run('grid', async (ctx) => (await ctx.rows(resource).count()) > 0)
  const today = dayOf(new Date().toISOString())
  const photo = await seeding.file('现场照片.png', picture(150))
  await seedCells(seeding)
  const duty = await seedOfficers(seeding)
  if (!(await isThere(gridEvents))) await seedEvents(seeding, today, photo, eventCount)
  if (!(await isThere(checkpoints))) await seedCheckpoints(seeding)
  if (!(await isThere(patrols))) await seedPatrols(seeding, duty, today)
  if (!(await isThere(visits))) await seedVisits(seeding, today)
  if (!(await isThere(forms))) await seedForm(seeding, today)
  for (const job of ['recount-cells', 'watch-coverage', 'watch-urgent', 'watch-overdue'] as const)
    await run('grid', async (ctx) => gridServer.jobs?.[job]?.run(ctx))
}

async function seedCells({ run }: Seeding): Promise<void> {
  await run('grid', async (ctx) => {
    for (const [communityId, name] of Object.entries(COMMUNITY_NAMES)) {
      if (await ctx.rows(outlines).first({ communityId })) continue
      await ctx.rows(outlines).create({ name: `${name}边界`, communityId, area: outlineOf(communityId) })
      for (let n = 1; n <= GRIDS_PER_COMMUNITY; n += 1) {
        const code = gridCode(communityId, n)
        const { id } = await ctx
          .rows(cells)
          .create({ code, name: `${name.replace('社区', '')}第${'一二三四'[n - 1] ?? ''}网格`, communityId })
        await gridServer.actions['grid.cells.draw']?.(ctx, { id, area: cellArea(communityId, n) })
      }
    }
  })
}

type Officer = Row<typeof officers>

async function seedOfficers({ run, accountId }: Seeding): Promise<readonly Officer[]> {
  const accounts = new Map([
    [CELL_CODES[0], await accountId('grid')],
    [CELL_CODES[1], await accountId('grid2')],
  ])
  return run('grid', async (ctx) => {
    const known = await ctx.rows(officers).list({ limit: 100, total: 'none' })
    if (known.rows.length > 0) return known.rows
    const rows: Officer[] = []
    for (const [index, gridId] of CELL_CODES.entries()) {
      rows.push(
        await ctx.rows(officers).create({
          name: OFFICER_NAMES[index] ?? '网格员',
          accountId: accounts.get(gridId) ?? null,
          duty: index % 4 === 0 ? 'main' : 'officer',
          phone: `1540371${String(index).padStart(4, '0')}`,
          shiftFrom: '08:00',
          shiftTo: '20:00',
          from: '2026-01-01',
          gridId,
          communityId: gridId.slice(0, 12),
        }),
      )
    }
    return rows
  })
}

/** Something that is done at a moment of the past. */
interface Deed {
  readonly at: string
  run(ctx: Context): Promise<void>
}

/** Does things in the order of their moments; what falls on the same moment shares a transaction. */
async function inOrder({ run }: Seeding, pluginId: string, deeds: readonly Deed[]): Promise<void> {
  const byMoment = Map.groupBy(
    deeds.toSorted((a, b) => a.at.localeCompare(b.at)),
    ({ at }) => at,
  )
  for (const [at, together] of byMoment) {
    await run(
      pluginId,
      async (ctx) => {
        for (const deed of together) await deed.run(ctx)
      },
      at,
    )
  }
}

/** Moments are dealt to a few hours of a day, so that many deeds share a transaction. */
function moment(day: string, hour: number): string {
  const at = instantAt(day, hour * 60)
  const now = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()
  return at < now ? at : now
}

async function seedEvents(seeding: Seeding, today: string, photo: string, count: number): Promise<void> {
  const random = randomFrom(411_402_004)
  const estates = await seeding.run('grid', async (ctx) => {
    const found = await ctx.rows(units).list({ filter: { kind: 'building' }, sort: ['sortKey', 'asc'], limit: 500, total: 'none' })
    return found.rows.filter(({ gridId }) => gridId !== null)
  })
  const ids = new Map<number, string>()
  const deeds: Deed[] = []
  for (let n = 0; n < count; n += 1) {
    const happening = HAPPENINGS[n % HAPPENINGS.length]
    const unit = random.chance(25) ? estates[n % 7] : estates[random.between(0, estates.length - 1)]
    if (happening && unit) deeds.push(...lifeOf({ n, happening, unit, today, photo, random, count, ids }))
  }
  await inOrder(seeding, 'grid', deeds)
}

interface Life {
  readonly n: number
  readonly happening: Happening
  readonly unit: Row<typeof units>
  readonly today: string
  readonly photo: string
  readonly random: Random
  readonly count: number
  /** The ids of the events written so far, by their order. */
  readonly ids: Map<number, string>
}

/** The newest events stand still after one of these steps, so that every state is there to be seen; empty is just reported. */
const HALTS = ['', 'verify', 'dispatch', 'accept', 'begin', 'giveBack', 'finish', 'solve', 'check', 'confirm', 'sendBack'] as const
const NEWEST = 44

/** The course of one event: the old ones are closed, with some that lagged, were untrue or done again; of the newest each halts elsewhere. */
function lifeOf({ n, happening, unit, today, photo, random, count, ids }: Life): readonly Deed[] {
  const isNew = n >= count - NEWEST
  const halt = isNew ? HALTS[n % HALTS.length] : n % 60 === 40 ? 'begin' : undefined
  let halted = halt === ''
  const age = isNew ? Math.floor((count - 1 - n) / 8) : Math.floor(((count - 1 - n) * HISTORY_DAYS) / count)
  const day = addDays(today, -age)
  let id = ''
  let moved = 0
  let last = ''
  const deeds: Deed[] = []
  const then = (days: number, hour: number, work: (ctx: Context) => Promise<unknown>): void => {
    moved += days
    const on = addDays(day, moved) > today ? today : addDays(day, moved)
    const wanted = moment(on, hour)
    if (wanted > last) last = wanted
    deeds.push({ at: last, run: async (ctx) => void (await work(ctx)) })
  }
  const step = (days: number, hour: number, name: string, input: object = {}): void => {
    if (halted) return
    halted = name === halt
    then(days, hour, (ctx) => ctx.rows(gridEvents).step(id, name as 'verify', input as never))
  }

  const estate = (unit.fullName ?? '').replace(/\d+号楼$/, '')
  then(0, 8, async (ctx) => {
    const spot = spotIn(unit.gridId ?? '', n)
    const row = await ctx.rows(gridEvents).create({
      title: happening.title.replace('%', estate),
      type: happening.type,
      level: happening.level,
      description: happening.description,
      place: unit.fullName,
      unitId: unit.id,
      spot,
      photo: n % 3 === 0 ? photo : null,
      foundBy: n % 4 === 0 ? 'resident' : n % 11 === 0 ? 'hotline' : 'officer',
      communityId: unit.communityId,
      gridId: unit.gridId,
    })
    id = row.id
    ids.set(n, id)
  })
  if (n % 29 === 7 && !isNew) {
    step(1, 10, 'void', { result: '现场查看，情况不属实或已不存在。' })
    return deeds
  }
  if (happening.level === 'urgent' && !(isNew && halt === '')) {
    then(0, n % 4 === 1 ? 12 : 8, async (ctx) =>
      gridServer.actions['grid.events.acknowledge']?.(ctx, { id, text: '网格员已到现场，通知承办单位' }),
    )
  }
  const lags = n % 17 === 5
  if (n >= count - HAPPENINGS.length && (n % 22 === 13 || n % 22 === 3)) {
    then(0, 10, async (ctx) => {
      const parentId = ids.get(n - HAPPENINGS.length)
      if (parentId) await ctx.rows(gridEvents).step(id, 'join', { parentId })
    })
    return deeds
  }
  step(isNew ? 0 : lags ? 4 : 1, 10, 'verify', { level: happening.level })
  const evidence = { result: happening.result, resultPhoto: photo }
  const isSolved = halt === 'solve' || (!isNew && (happening.handler === 'officer' || n % 6 === 1))
  if (isSolved) {
    step(random.between(0, 1), 12, 'solve', evidence)
  } else {
    const order = { handler: happening.handler, handlerName: happening.handlerName.replace('小区物业', `${estate}物业`) }
    if (halt === 'giveBack' || (!isNew && n % 13 === 4)) {
      step(0, 12, 'dispatch', { handler: 'community', handlerName: '社区居委会' })
      step(isNew ? 0 : 1, 13, 'giveBack', { reason: '不属社区职责，应由专业单位办理' })
    }
    step(0, 14, 'dispatch', order)
    step(0, 15, 'accept')
    step(isNew ? 0 : random.between(0, 1), 16, 'begin')
    step(lags ? 12 : isNew ? 0 : random.between(0, 3), 17, 'finish', evidence)
  }
  if (halt === 'sendBack' || (!isNew && n % 19 === 6)) {
    step(1, 10, 'sendBack', { reason: '复核时发现又坏了，请彻底解决' })
    step(2, 12, 'solve', { ...evidence, result: `${happening.result}（重办后彻底解决）` })
  }
  step(random.between(0, 1), 18, 'check')
  step(random.between(0, 2), 10, 'confirm', {
    confirmation: n % 15 === 2 ? 'partly' : n % 23 === 3 ? 'explained' : 'solved',
    how: '电话回访',
  })
  step(random.between(0, 1), 18, 'close')
  return deeds
}

const CHECKPOINTS = [
  ['充电棚', '有没有飞线充电，灭火器在不在'],
  ['消防通道', '有没有车辆和杂物占用'],
  ['地下室入口', '有没有积水、住人和堆放易燃物'],
  ['健身广场', '器材、井盖、路灯有没有损坏'],
] as const

async function seedCheckpoints({ run }: Seeding): Promise<void> {
  await run('grid', async (ctx) => {
    for (const [index, gridId] of CELL_CODES.entries()) {
      for (const [turn, [name, look]] of CHECKPOINTS.entries())
        await ctx.rows(checkpoints).create({ name, look, spot: spotIn(gridId, index * 7 + turn), communityId: gridId.slice(0, 12), gridId })
    }
  })
}

async function seedPatrols(seeding: Seeding, duty: readonly Officer[], today: string): Promise<void> {
  const routes = ['楼道、充电棚、地下室', '沿街门店和消防通道', '独居老人家门口看一看', '健身广场、井盖和路灯'] as const
  const deeds = duty.flatMap((officer, index): Deed[] =>
    [0, 1, 3, 6, 9].flatMap((ago, turn): Deed[] => {
      const day = addDays(today, -ago)
      let id = ''
      const route = routes[(index + turn) % routes.length] ?? routes[0]
      const planned: Deed = {
        at: moment(addDays(day, -1), 17),
        run: async (ctx) => void ({ id } = await ctx.rows(patrols).create({ officerId: officer.id, plannedOn: day, route })),
      }
      if (ago === 0) return [planned]
      if ((index + turn) % 9 === 4)
        return [
          planned,
          { at: moment(day, 20), run: async (ctx) => void (await ctx.rows(patrols).step(id, 'skip', { reason: '参加街道会议' })) },
        ]
      const track = [0, 20, 40, 60].map((minutes, step) => ({
        at: instantAt(day, 9 * 60 + minutes),
        ...spotIn(officer.gridId ?? '', index * 5 + turn + step),
      }))
      return [
        planned,
        { at: moment(day, 9), run: async (ctx) => void (await ctx.rows(patrols).step(id, 'start', {})) },
        {
          at: moment(day, 11),
          run: async (ctx) => {
            const planned = await ctx
              .rows(patrolPoints)
              .list({ filter: { patrolId: id }, sort: ['title', 'asc'], limit: 20, total: 'none' })
            const reached = planned.rows.filter((_, place) => (index + turn + place) % 7 !== 3)
            for (const [place, point] of reached.entries()) {
              await ctx.rows(patrolPoints).update(point.id, {
                reachedAt: instantAt(day, 9 * 60 + 15 + place * 22),
                reachedBy: officer.accountId,
                metres: 4 + ((index * 5 + place * 3) % 23),
                finding: turn % 2 === 1 && place === 0 ? 'problem' : 'fine',
                note: turn % 2 === 1 && place === 0 ? '杂物已清理，已上报一件。' : null,
              })
              await ctx.rows(patrolPoints).step(point.id, 'reach', {})
            }
            await ctx.rows(patrols).update(id, { track, metres: 900 + ((index * 137 + turn * 91) % 1400), reached: reached.length })
            await ctx
              .rows(patrols)
              .step(id, 'finish', { note: turn % 2 === 0 ? '未发现问题。' : '清理楼道杂物一处，已上报一件。', found: turn % 2 })
          },
        },
      ]
    }),
  )
  await inOrder(seeding, 'grid', deeds)
}

/** Those living alone, the reviews of those in hardship, and a few people of special care. */
async function seedVisits(seeding: Seeding, today: string): Promise<void> {
  const { run } = seeding
  const tagged = (tag: 'living_alone' | 'hardship', limit: number) =>
    run('grid', async (ctx) => {
      const found = await ctx.rows(personTags).list({ filter: { tag, status: 'active' }, sort: ['createdAt', 'asc'], limit, total: 'none' })
      return [...new Set(found.rows.map(({ personId }) => personId))]
    })
  const alone = await tagged('living_alone', 60)
  const hard = await tagged('hardship', 40)
  const key = await run('registry', (ctx) => markKeyCare(ctx))
  const deeds: Deed[] = [
    ...alone.flatMap((personId, index) => visitDeeds(personId, index, today, 'alone')),
    ...hard.slice(0, 20).flatMap((personId, index) => visitDeeds(personId, index, today, 'review')),
    ...key.flatMap((personId, index) => keyDeeds(personId, index, today)),
  ]
  await inOrder(seeding, 'grid', deeds)
}

function visitDeeds(personId: string, index: number, today: string, kind: 'alone' | 'review'): readonly Deed[] {
  const why = kind === 'alone' ? '独居老人每 7 天探访一次' : '困难居民需求每 90 天复核一次'
  const past = kind === 'alone' ? [-14, -7] : [-(index % 20) - 5]
  const done = past.flatMap((ago): Deed[] => {
    const dueOn = addDays(today, ago + (index % 5))
    if (dueOn > today) return []
    let id = ''
    const isNeed = (index + ago) % 9 === 0
    return [
      {
        at: moment(addDays(dueOn, -3), 8),
        run: async (ctx) => void ({ id } = await ctx.rows(visits).create({ personId, kind, dueOn, why })),
      },
      {
        at: moment(dueOn, 16),
        run: async (ctx) =>
          void (await ctx.rows(visits).step(id, 'record', {
            result: isNeed ? 'need' : 'fine',
            findings: isNeed ? '想请人装个扶手，洗澡怕滑倒。' : (FINDINGS[(index - ago) % FINDINGS.length] ?? ''),
            needs: isNeed ? ['care'] : null,
          })),
      },
    ]
  })
  const next = addDays(today, (index % 6) - 2)
  const open: Deed = {
    at: moment(today, 3),
    run: async (ctx) => void (await ctx.rows(visits).create({ personId, kind, dueOn: next, why })),
  }
  return index % 2 === 0 ? [...done, open] : done
}

async function markKeyCare(ctx: Context): Promise<readonly string[]> {
  const found = await ctx.rows(people).list({
    filter: { communityId: '411402004001', birthDate_gte: '1950-01-01', birthDate_lt: '1975-01-01', deceasedAt_empty: true },
    sort: ['createdAt', 'asc'],
    limit: 10,
    total: 'none',
  })
  for (const { id } of found.rows) {
    await registryServer.actions['registry.people.add-tag']?.(ctx, { id, tag: 'key_care', basisText: '社区会商认定（演示）' })
  }
  return found.rows.map(({ id }) => id)
}

function keyDeeds(personId: string, index: number, today: string): readonly Deed[] {
  const dueOn = addDays(today, -28 + index)
  let id = ''
  return [
    {
      at: moment(addDays(dueOn, -3), 8),
      run: async (ctx) => void ({ id } = await ctx.rows(keyVisits).create({ personId, dueOn, ground: '每 30 天走访一次' })),
    },
    {
      at: moment(dueOn, 17),
      run: async (ctx) => void (await ctx.rows(keyVisits).step(id, 'record', { result: 'fine', findings: '情绪平稳，生活正常。' })),
    },
    {
      at: moment(today, 3),
      run: async (ctx) =>
        void (await ctx.rows(keyVisits).create({ personId, dueOn: addDays(today, (index % 4) - 1), ground: '每 30 天走访一次' })),
    },
  ]
}

const QUESTIONS: readonly Question[] = [
  {
    key: 'phone',
    title: '本人电话',
    kind: 'phone',
    required: true,
    writes: 'phone',
    consumers: ['registry.people-ledger', 'grid.visit-ledger'],
  },
  { key: 'ethnicity', title: '民族', kind: 'text', required: false, writes: 'ethnicity', consumers: ['registry.people-ledger'] },
  {
    key: 'marital',
    title: '婚姻状况',
    kind: 'choice',
    required: false,
    options: ['未婚', '已婚', '丧偶', '离婚'],
    writes: 'maritalStatus',
    consumers: ['registry.people-ledger', 'registry.tag-statistics'],
  },
  {
    key: 'children',
    title: '健在子女数',
    kind: 'number',
    required: false,
    writes: 'childrenLiving',
    consumers: ['registry.tag-statistics'],
  },
  {
    key: 'gas',
    title: '燃气软管是否超过 18 个月',
    kind: 'yesNo',
    required: false,
    consumers: ['other:住建局燃气安全台账', 'grid.event-ledger'],
  },
]

async function seedForm({ run }: Seeding, today: string): Promise<void> {
  const formId = await run(
    'grid',
    async (ctx) => {
      const form = await ctx.rows(forms).create({
        code: 'household-visit',
        title: '入户走访采集表',
        target: 'person',
        purpose: '核对居民联系方式和家庭情况，供社区台账和安全检查使用；不用于其他目的。',
      })
      await gridServer.actions['grid.forms.design']?.(ctx, { id: form.id, questions: QUESTIONS })
      await ctx.rows(forms).step(form.id, 'publish', {})
      await ctx.rows(forms).create({
        code: 'shop-safety',
        title: '沿街门店安全检查表',
        target: 'organisation',
        purpose: '检查沿街门店用火用电，交应急办汇总。',
      })
      return form.id
    },
    moment(addDays(today, -30), 9),
  )
  for (let turn = 0; turn < 3; turn += 1) {
    await run(
      'grid',
      async (ctx) => {
        const found = await ctx
          .rows(people)
          .list({ filter: { phone_empty: false }, sort: ['createdAt', 'asc'], offset: turn * 10, limit: 10, total: 'none' })
        for (const [index, person] of found.rows.entries()) {
          const { phone } = await ctx.rows(people).reveal(person.id, ['phone'], 'contact')
          await gridServer.actions['grid.submit']?.(ctx, {
            offlineId: `demo-${turn}-${index}-${person.id.slice(0, 8)}`,
            formId,
            personId: person.id,
            answers: {
              phone: index % 4 === 0 ? `1540372${String(turn * 10 + index).padStart(4, '0')}` : phone,
              ethnicity: index % 7 === 0 ? '回族' : '汉族',
              gas: index % 5 === 0,
            },
            takenAt: ctx.now,
            spot: person.gridId ? spotIn(person.gridId, turn * 10 + index) : null,
          })
        }
      },
      moment(addDays(today, -turn - 1), 11),
    )
  }
  await run('grid', async (ctx) => {
    const ready = await ctx.rows(submissions).list({ filter: { status: 'validated' }, limit: 12, total: 'none' })
    for (const row of ready.rows) await ctx.rows(submissions).step(row.id, 'merge', { how: 'propose' })
  })
}
