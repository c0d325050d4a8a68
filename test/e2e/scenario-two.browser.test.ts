import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../packages/store/src/index.ts'
import gridServer from '../../packages/plugins/grid/src/server/index.ts'
import { people } from '../../packages/plugins/registry/src/index.ts'
import registryServer from '../../packages/plugins/registry/src/server/index.ts'
import { appraisals, councils, members, proposals, scores, supporters } from '../../packages/plugins/residents-council/src/index.ts'
import councilServer from '../../packages/plugins/residents-council/src/server/index.ts'
import { STAFF } from '../../examples/baiyun-street/src/demo/staff.ts'
import { openBrowser, overflowOf, type Size, visit, type Visitor } from './browser.ts'
import { open, PASSWORD, pick, signIn } from './desk.ts'
import { openDatedOffice, type DatedOffice } from './dated-office.ts'
import { act, begin, callMeeting, fills, item, member } from './meeting.ts'

const HERE = '411402004001'
const COUNCIL = '前程花园居民议事会'
const COMMITTEES = '前程社区两委'
const REPRESENTATIVES = '前程社区居民代表会议'
const BRANCH = '前程社区第一网格党支部'
const TITLE = '夜间停车难'
/** What neighbours reported without knowing of one another's proposal. */
const REPORTED = ['消防通道夜间被占', '学校门口乱停车'] as const
const CONTEST = '前程社区上半年议事会评比'
const PROPOSER = '令狐冲'
const NEIGHBOUR = '任盈盈'
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const SITTING = ['岳不群', '宁中则', '定逸', '莫大', '左冷禅', '天门'] as const
const DELEGATE = SITTING[3]

let office: DatedOffice
let browser: Browser
let run: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>
const visitors = new Map<string, Visitor>()
/** Those whose session ended over night. */
const asleep = new Set<string>()
let matterUrl = ''
/** The numbers of what was reported. */
const numbers: string[] = []

/** A moment of a day in China. */
function at(day: string, time: string): string {
  return new Date(`${day}T${time}:00.000+08:00`).toISOString()
}

beforeAll(async () => {
  office = await openDatedOffice({
    now: at('2026-03-02', '08:30'),
    modules: { registry: registryServer, council: councilServer, grid: gridServer },
    demo: {
      accounts: [
        ...STAFF,
        ...[
          ['proposer', PROPOSER],
          ['neighbour', NEIGHBOUR],
          ['delegate', DELEGATE],
        ].map(([username = '', name = '']) => ({ username, name, title: '居民', password: PASSWORD, posts: [] })),
      ],
      seed: async (seeding) => {
        run = (work) => seeding.run('council', work)
        const resident = (name: string, sex: 'female' | 'male'): Promise<string> =>
          seeding.run('registry', async (ctx) => {
            const row = await ctx.rows(people).create({ name, sex, idType: 'none', birthDate: '1975-05-05', communityId: HERE })
            return row.id
          })
        const phones = [
          ['proposer', await resident(PROPOSER, 'male')],
          ['neighbour', await resident(NEIGHBOUR, 'female')],
        ] as const
        const sitting: string[] = []
        for (const [index, name] of SITTING.entries()) sitting.push(await resident(name, index < 3 ? 'female' : 'male'))
        for (const [username, id] of [...phones, ['delegate', sitting[3] ?? ''] as const])
          await seeding.post(username, { role: 'resident', communityId: HERE, subject: { resource: people.name, id } })
        await run(async (ctx) => {
          const common = {
            communityId: HERE,
            level: 'community',
            partyOrg: BRANCH,
            proxyMax: 1,
            termFrom: '2026-01-01',
            termTo: '2029-12-31',
          } as const
          for (const [kind, name, seats] of [
            ['council', COUNCIL, 6],
            ['twoCommittees', COMMITTEES, 5],
            ['representatives', REPRESENTATIVES, 6],
          ] as const) {
            const body = await ctx.rows(councils).create({ ...common, kind, name, supportersMin: 11 })
            for (const [index, personId] of sitting.slice(0, seats).entries())
              await ctx.rows(members).create({
                councilId: body.id,
                personId,
                representative: 'yes',
                from: '2026-01-01',
                ...(kind === 'council' ? { duty: (['manages', 'asks', 'acts'] as const)[index] ?? null } : {}),
              })
            await ctx.rows(councils).step(body.id, 'start', {})
            if (kind !== 'council') continue
            const contest = await ctx.rows(appraisals).create({ title: CONTEST, kind: 'contest', period: '2026-H1', communityId: HERE })
            await ctx
              .rows(scores)
              .create({ appraisalId: contest.id, councilId: body.id, matters: 6, archive: 4, innovation: 0, evidence: '查阅台账' })
          }
        })
      },
    },
  })
  browser = await openBrowser()
}, 300_000)
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') for (const [name, each] of visitors) await each.shot(`two-failed-${name}`)
  expect([...visitors.values()].flatMap(({ faults }) => faults)).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await office?.end()
})

/** Somebody of the staff at their desk. */
async function desk(username: string): Promise<Page> {
  const { page, isSignedIn } = await before(username, 'desk')
  if (!isSignedIn) await signIn(page, office.url, username)
  return page
}

/** A resident's phone on a page of the council. */
async function phone(username: string, path: 'mine' | 'meeting' | 'board' | 'tasks'): Promise<Page> {
  const { page, isSignedIn } = await before(username, 'smallPhone')
  const isOpen = page.url().includes('/m/')
  await page.goto(`${office.url}/m/#/council/${path}`)
  // Another page behind the `#` is no other document: what is shown is read again.
  if (isOpen) await page.reload()
  if (isSignedIn) return page
  await page.getByLabel('登录名').fill(username)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('登录名').waitFor({ state: 'detached' })
  return page
}

/** Somebody before their screen, and whether they are signed in there; the screen stays theirs, so that its pages are not loaded anew. */
async function before(username: string, size: Size): Promise<{ readonly page: Page; readonly isSignedIn: boolean }> {
  const known = visitors.get(username)
  const here = known ?? (await visit(browser, size))
  visitors.set(username, here)
  await here.context.clock.setFixedTime(new Date())
  return { page: here.page, isSignedIn: known !== undefined && !asleep.delete(username) }
}

/** Days later: sessions have ended, and everybody's watch shows it. */
async function sleepUntil(day: string, time: string): Promise<void> {
  office.now(at(day, time))
  for (const [username, { context }] of visitors) {
    await context.clearCookies()
    asleep.add(username)
  }
}

/** Makes the proposal on the page a matter, or joins it to one, and reads the number that it has. */
async function makeMatter(page: Page, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '立项', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByText('议2026-0001').waitFor()
  await page.getByRole('button', { name: '关闭' }).last().click()
  await page.getByText('已立项').first().waitFor()
}

async function toMatter(page: Page): Promise<void> {
  await page.goto(`${office.url}/#/council.matters`)
  await page.goto(matterUrl)
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
}

/** Adds a row to the matter from its tab. */
async function addTo(page: Page, tab: string, fill: () => Promise<void>): Promise<void> {
  await toMatter(page)
  await page.getByRole('tab', { name: tab, exact: true }).click()
  await page.getByRole('link', { name: `新增${tab}` }).click()
  await page.waitForURL(/\/create/)
  await fill()
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/show/)
}

/** A resident reports something of the neighbourhood on the phone, and reads the number that it has. */
async function report(page: Page, what: string): Promise<string> {
  await page.goto(`${office.url}/m/#/grid/report`)
  await page.getByRole('tab', { name: '我要反映' }).click()
  await page.getByLabel('什么事').fill(what)
  await page.getByLabel('类别').selectOption({ label: '民生诉求' })
  await page.getByLabel('地点').fill('前程花园北门')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('tab', { name: '我反映的事' }).click()
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: what }) })
  const [no = ''] = (await card.locator('small').innerText()).split(' · ')
  return no
}

test('a resident proposes on the phone, neighbours support, and with two events of the grid it becomes one matter', async () => {
  const mine = await phone('proposer', 'mine')
  await mine.getByLabel('题目').fill(TITLE)
  await mine.getByLabel('类别').selectOption({ label: '停车' })
  await mine.getByLabel('说说情况').fill('下班后没有车位，消防通道都停满了，能不能和学校商量夜间停车。')
  await mine.getByRole('button', { name: '提交', exact: true }).click()
  await mine.getByText('社区 3 个工作日内初审').waitFor()
  expect(await overflowOf(mine)).toBe(0)
  await visitors.get('proposer')?.shot('two-proposed')

  const director = await desk('qiancheng')
  await director.reload()
  await director.getByText(TITLE).first().click()
  await act(director, '公布并征集附议')

  const neighbour = await phone('neighbour', 'mine')
  const proposal = neighbour.getByRole('article').filter({ hasText: TITLE })
  await proposal.getByRole('button', { name: '我附议' }).click()
  await proposal.getByRole('button', { name: '已附议' }).waitFor()
  await run(async (ctx) => {
    const row = await ctx.rows(proposals).first({ title: TITLE })
    for (let n = 1; n <= 10; n += 1) {
      const person = await ctx.rows(people).create({ name: `邻居${n}`, idType: 'none', birthDate: '1980-01-01', communityId: HERE })
      await ctx.rows(supporters).create({ proposalId: row?.id ?? '', personId: person.id })
    }
  })
  const tracked = await phone('proposer', 'mine')
  await tracked.getByText('附议 11（需要 11）').waitFor()

  await director.reload()
  await makeMatter(director, fills('议题名称', TITLE))
  for (const what of REPORTED) {
    const no = await report(neighbour, what)
    numbers.push(no)
    await open(director, office.url, '/grid.events')
    await director.getByText(what).first().click()
    await act(director, '提交居民议事会', fills('为什么要大家商量', '车位不够，要和学校商量'))
    await office.drain()
    await open(director, office.url, '/council.proposals')
    await director.getByText(`网格上报事项 ${no}`).first().click()
    await director.getByText('来自网格事件').waitFor()
    await director.getByRole('heading', { name: what }).waitFor()
    await visitors.get('qiancheng')?.shot('two-escalated')
    await act(director, '公布并征集附议')
    await makeMatter(director, (dialog) => pick(director, dialog, '并到已有议题', TITLE))
  }
  await visitors.get('qiancheng')?.shot('two-joined')
  await open(director, office.url, '/council/board')
  await director.getByRole('link', { name: new RegExp(TITLE) }).click()
  await director.waitForURL(/council\.matters\/[0-9a-f-]{36}\/show/)
  matterUrl = director.url()
})

test('the branch leads, the two committees return it once and agree by a vote of those present', async () => {
  const director = await desk('qiancheng')
  await act(director, '受理', fills('牵头党组织', BRANCH))
  await director.getByRole('link', { name: '修改' }).click()
  await director.getByLabel('需要用钱').check()
  await director.getByLabel('预算').fill('12000')
  await director.getByRole('button', { name: '保存' }).click()
  await director.waitForURL(/\/show/)
  await act(director, '提交审议')
  await act(director, '退回补充', fills('理由', '请写明学校是否同意夜间开放'))

  const mine = await phone('proposer', 'mine')
  await mine.getByText('退回补充：请写明学校是否同意夜间开放').waitFor()
  await visitors.get('proposer')?.shot('two-returned')
  await act(director, '提交审议')

  await callMeeting(director, office.url, COMMITTEES, '2026-03-02T15:00')
  await open(director, office.url, '/council/live')
  await director.getByRole('button', { name: '开会' }).click()
  for (const name of SITTING.slice(0, 3)) await member(director, name).getByRole('button', { name: '签到' }).click()
  await director.getByRole('img', { name: '已达到法定人数' }).waitFor()
  await begin(director, TITLE)
  await director.getByRole('button', { name: '记名表决', exact: true }).click()
  await member(director, SITTING[4]).getByRole('button', { name: '回避' }).click()
  await director.getByRole('dialog').getByLabel('利害关系').fill('弟弟在诚信物业上班')
  await director.getByRole('button', { name: '登记回避' }).click()
  await member(director, SITTING[4]).getByText('已回避').waitFor()
  await director.getByRole('button', { name: '开始投票' }).click()
  for (const [index, name] of SITTING.slice(0, 3).entries())
    await member(director, name)
      .getByRole('button', { name: index < 2 ? '赞成' : '反对' })
      .click()
  await director.getByText('已投 3 / 5').waitFor()
  await director.getByRole('button', { name: '结束并计票' }).click()
  await director.getByText('通过', { exact: true }).waitFor()
  await visitors.get('qiancheng')?.shot('two-review')
  await begin(director, '提出下月工作意见')
  await director.getByRole('button', { name: '顺延' }).click()
  await item(director, '提出下月工作意见').getByText('顺延到下次', { exact: true }).waitFor()
  await director.getByRole('button', { name: '散会' }).click()

  await director.getByRole('link', { name: '会议记录' }).click()
  await act(director, '写纪要', fills('会议纪要', '两委到会三人，二人赞成，同意提交商议。'))
  await director.getByText('纪要待签字').first().waitFor()
  await open(director, office.url, '/council/live')
  await member(director, SITTING[0]).getByRole('button', { name: '代签' }).click()
  await director.getByRole('button', { name: '登记签字' }).click()
  await member(director, SITTING[0]).getByText('已签字').waitFor()
  await visitors.get('qiancheng')?.shot('two-signed')

  await toMatter(director)
  await act(director, '审议同意')
  await director.getByText('多方商议').first().waitFor()
})

test('every party is heard, and the representatives resolve at the exact edges of quorum and majority', async () => {
  const director = await desk('qiancheng')
  for (const [group, name, opinion] of [
    ['物业企业', '诚信物业', '愿意管理夜间车位'],
    ['驻区单位', '第一小学', '晚七点到早六点半开放操场'],
  ] as const)
    await addTo(director, '利益相关方', async () => {
      await director.getByRole('combobox', { name: '哪一方' }).click()
      await director.getByRole('option', { name: group, exact: true }).click()
      await director.getByLabel('代表（单位或姓名）').fill(name)
      await director.getByLabel('已邀请').check()
      await director.getByLabel('由谁联络').fill(BRANCH)
      await director.getByLabel('意见（可书面）').fill(opinion)
    })
  await toMatter(director)
  await act(director, '提交决议', async (dialog) => {
    await dialog.getByLabel('共识要点').fill('学校操场夜间开放四十个车位，物业管理')
    await dialog.getByLabel('不同意见').fill('有人担心早上挪车不及时')
  })
  await callMeeting(director, office.url, REPRESENTATIVES, '2026-03-09T15:00')

  await sleepUntil('2026-03-09', '14:50')
  const chair = await desk('qiancheng')
  await open(chair, office.url, '/council/live')
  await chair.getByRole('button', { name: '开会' }).click()
  for (const name of SITTING.slice(0, 2)) await member(chair, name).getByRole('button', { name: '签到' }).click()
  await member(chair, SITTING[2]).getByRole('button', { name: '书面委托' }).click()
  await pick(chair, chair.getByRole('dialog'), '受托人', SITTING[0])
  await chair.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: '委托书.png', mimeType: 'image/png', buffer: PNG })
  await chair.getByRole('dialog').getByText('委托书.png').waitFor()
  await visitors.get('qiancheng')?.shot('two-proxy')
  await chair.getByRole('button', { name: '登记委托' }).click()
  await member(chair, SITTING[2]).getByText(`委托 ${SITTING[0]}`).waitFor()
  await chair.getByText('实到 3 人，至少 4 人').waitFor()
  await chair.getByRole('img', { name: '未达到法定人数' }).waitFor()
  const code = (await chair.getByText(/^\d{6}$/).innerText()).trim()

  const delegate = await phone('delegate', 'meeting')
  await delegate.getByRole('heading', { name: '要求开会' }).waitFor()
  await delegate.getByLabel('会场大屏上的签到码').fill(code)
  await delegate.getByRole('button', { name: '签到', exact: true }).click()
  await delegate.getByText('已签到').waitFor()
  await chair.getByRole('img', { name: '已达到法定人数' }).waitFor()
  await visitors.get('qiancheng')?.shot('two-quorum')

  await begin(chair, TITLE)
  await chair.getByRole('button', { name: '记名表决', exact: true }).click()
  await chair.getByRole('button', { name: '开始投票' }).click()
  await delegate.getByRole('article').filter({ hasText: REPRESENTATIVES }).getByRole('button', { name: '进入' }).click()
  await delegate.getByRole('button', { name: '赞成' }).click()
  await visitors.get('delegate')?.shot('two-vote')
  await delegate.getByRole('button', { name: '确认投「赞成」，投出后不能改' }).click()
  await delegate.getByText('您已投票').waitFor()
  for (const [index, name] of SITTING.slice(0, 3).entries())
    await member(chair, name)
      .getByRole('button', { name: index < 2 ? '赞成' : '反对' })
      .click()
  await chair.getByText('赞成 3　反对 1').waitFor()
  await chair.getByRole('button', { name: '结束并计票' }).click()
  await chair.getByText('通过', { exact: true }).waitFor()
  await chair.getByRole('button', { name: '散会' }).click()
  await toMatter(chair)
  await act(chair, '决议通过', fills('决议内容', '与第一小学签订夜间停车协议，划线费用一万二千元'))
  await chair.getByText('决议公示').first().waitFor()
})

test('the resolution is posted for seven days, an objection is answered, and only then it takes effect', async () => {
  const neighbour = await phone('neighbour', 'board')
  await neighbour.getByText(`关于「${TITLE}」的决议`).waitFor()
  await neighbour.getByText('2026-03-09 至 2026-03-16').waitFor()
  await neighbour.getByRole('button', { name: '我有异议' }).click()
  await neighbour.getByLabel('异议内容').fill('挪车的时间太早了')
  await neighbour.getByRole('button', { name: '提交异议' }).click()
  await neighbour.getByText('有异议，暂停计算').waitFor()
  await visitors.get('neighbour')?.shot('two-objection')

  const director = await desk('qiancheng')
  await director.goto(`${office.url}/#/`)
  await director.getByText('挪车的时间太早了').first().click()
  await act(director, '答复', async (dialog) => {
    await dialog.getByRole('combobox', { name: '处理' }).click()
    await director.getByRole('option', { name: '不成立，已解释' }).click()
    await dialog.getByLabel('答复内容').fill('学校六点半开门备课，已当面解释')
  })
  await toMatter(director)
  await director.getByRole('tab', { name: '四议进程' }).click()
  await director.getByRole('alert').filter({ hasText: '生效' }).getByText('公示').waitFor()
  await visitors.get('qiancheng')?.shot('two-waits')

  await sleepUntil('2026-03-17', '09:00')
  await office.job('council', 'end-publications')
  const later = await desk('qiancheng')
  await toMatter(later)
  await act(later, '生效')
  await later.getByRole('tab', { name: '四议进程' }).click()
  await later
    .getByRole('alert')
    .filter({ hasText: '开始实施' })
    .getByText(/资金|经费/)
    .waitFor()
})

test('the street gives the money, the work is done and posted, and the proposer confirms on the phone', async () => {
  const leader = await desk('leader')
  await toMatter(leader)
  await act(leader, '批准用钱', fills('批准依据', '街道党工委会议纪要 2026-11 号'))
  const director = await desk('qiancheng')
  // What the street changed a moment ago has to be before the director, too: an older version of the row is refused.
  await director.reload()
  await act(director, '开始实施', fills('计划完成日期', '2026-04-10'))
  await addTo(director, '落实任务', async () => {
    await director.getByRole('textbox', { name: /^任务/ }).fill('划线并装道闸')
    await director.getByRole('combobox', { name: '由谁办' }).click()
    await director.getByRole('option', { name: '代表委员', exact: true }).click()
    await pick(director, director, '责任居民', DELEGATE)
    await director.getByLabel('完成期限').fill('2026-04-05')
    await director.getByLabel('用钱').fill('12000')
  })
  const delegate = await phone('delegate', 'tasks')
  const task = delegate.getByRole('region', { name: '划线并装道闸' })
  await task.getByText('期限 2026-04-05').waitFor()
  await task.getByLabel('办到哪一步了').fill('四十个车位划好')
  await task.locator('input[type=file]').setInputFiles({ name: '车位.png', mimeType: 'image/png', buffer: PNG })
  await visitors.get('delegate')?.shot('two-task')
  await task.getByRole('button', { name: '办完了' }).click()
  await delegate.getByText('已报办完，等社区核实。').waitFor()
  expect(await overflowOf(delegate)).toBe(0)
  await director.reload()
  await act(director, '核实')
  await toMatter(director)
  await act(director, '公示结果', async (dialog) => {
    await dialog.getByLabel('办理结果').fill('四十个夜间车位三月二十日起开放')
    await dialog.getByLabel('公示地点').fill('小区东门公告栏')
  })
  const mine = await phone('proposer', 'mine')
  await mine.getByText('办理结果：四十个夜间车位三月二十日起开放').waitFor()
  await mine.getByLabel('打几分').selectOption('5')
  await mine.getByLabel('说几句（可不填）').fill('终于有地方停了')
  await mine.getByRole('button', { name: '满意', exact: true }).click()
  await mine.getByText('事情办得怎么样？').waitFor({ state: 'detached' })
  await visitors.get('proposer')?.shot('two-confirmed')
  await toMatter(director)
  await act(director, '评价', fills('评价意见', '居民代表现场查看，与决议一致'))
  await act(director, '办结')
  await director.getByText('办结').first().waitFor()
})

test('the slip tells the whole way on one page, and the contest of the half-year counts it', async () => {
  const director = await desk('qiancheng')
  await toMatter(director)
  await director.getByRole('tab', { name: '四议进程' }).click()
  await director.getByText('两委审议（第 1 次）').waitFor()
  expect(await director.getByRole('listitem').filter({ hasText: '请写明学校是否同意夜间开放' }).innerText()).toContain(COMMITTEES)
  await visitors.get('qiancheng')?.shot('two-closed')
  const [paper] = await Promise.all([director.waitForEvent('popup'), director.getByRole('button', { name: '打印议题流转单' }).click()])
  await paper.getByRole('heading', { name: '议题流转单' }).waitFor()
  const words = await paper.locator('body').innerText()
  for (const word of [
    TITLE,
    PROPOSER,
    numbers.map((no) => `网格 ${no}`).join('、'),
    BRANCH,
    '请写明学校是否同意夜间开放',
    '2026-03-02',
    '物业企业 诚信物业',
    '驻区单位 第一小学',
    '有人担心早上挪车不及时',
    '2026-03-09',
    '名册 6，到会 4，赞成 3，反对 1，弃权 0，通过',
    '2026-03-09 至 2026-03-16',
    '挪车的时间太早了 → 学校六点半开门备课，已当面解释',
    '预算',
    '12000 元',
    '街道党工委会议纪要 2026-11 号',
    `代表委员 ${DELEGATE}`,
    '2026-04-05',
    '四十个夜间车位三月二十日起开放',
    '满意 终于有地方停了',
    '居民代表现场查看，与决议一致',
  ])
    expect(words).toContain(word)
  await paper.setViewportSize({ width: 794, height: 1123 })
  expect(await paper.evaluate(() => document.body.scrollHeight)).toBeLessThan(1123)
  await visitors.get('qiancheng')?.shot('two-slip', paper)
  await paper.close()

  await open(director, office.url, '/council.appraisals')
  await director.getByText(CONTEST).first().click()
  await director.getByRole('tab', { name: '评分表', exact: true }).click()
  const line = director.getByRole('row').filter({ hasText: COUNCIL })
  await line.waitFor()
  expect(await line.innerText()).toMatch(/1 \/ 1/)
  await visitors.get('qiancheng')?.shot('two-contest')
})
