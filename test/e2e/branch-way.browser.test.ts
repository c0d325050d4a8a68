import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { people } from '../../packages/plugins/registry/src/index.ts'
import registryServer from '../../packages/plugins/registry/src/server/index.ts'
import { councils, members } from '../../packages/plugins/residents-council/src/index.ts'
import councilServer from '../../packages/plugins/residents-council/src/server/index.ts'
import { STAFF } from '../../examples/baiyun-street/src/demo/staff.ts'
import { openBrowser, overflowOf, visit, type Visitor } from './browser.ts'
import { openDatedOffice, type DatedOffice } from './dated-office.ts'
import { open, pick, signIn } from './desk.ts'
import { act, begin, callMeeting, fills, member } from './meeting.ts'

/** A settlement that goes by 四议两公开: the branch proposes, two committees, party meeting and representatives decide, both ends are posted. */
const HERE = '411402004004'
const ORG = '陈庄党支部'
const TITLE = '硬化西侧道路'
const COUNCIL = '陈庄村改居议事会'
const COMMITTEES = '陈庄两委'
const PARTY = '陈庄党员大会'
const REPRESENTATIVES = '陈庄居民代表会议'
const SITTING = ['乔峰', '段誉', '虚竹', '阿朱', '阿紫', '王语嫣'] as const

let office: DatedOffice
let browser: Browser
let here: Visitor
let matterUrl = ''

const at = (day: string, time: string): string => new Date(`${day}T${time}:00.000+08:00`).toISOString()

beforeAll(async () => {
  office = await openDatedOffice({
    now: at('2026-03-02', '08:30'),
    modules: { registry: registryServer, council: councilServer },
    demo: {
      accounts: STAFF,
      seed: async (seeding) => {
        const sitting = await seeding.run('registry', async (ctx) => {
          const made: { readonly id: string }[] = []
          for (const name of SITTING)
            made.push(await ctx.rows(people).create({ name, idType: 'none', birthDate: '1975-05-05', communityId: HERE }))
          return made
        })
        await seeding.run('council', async (ctx) => {
          const common = { communityId: HERE, level: 'community', partyOrg: ORG, termFrom: '2026-01-01', termTo: '2029-12-31' } as const
          for (const [kind, name] of [
            ['council', COUNCIL],
            ['twoCommittees', COMMITTEES],
            ['partyMeeting', PARTY],
            ['representatives', REPRESENTATIVES],
          ] as const) {
            const { id } = await ctx.rows(councils).create({ ...common, kind, name, ...(kind === 'council' ? { way: 'branch' } : {}) })
            for (const [index, { id: personId }] of sitting.entries())
              await ctx.rows(members).create({
                councilId: id,
                personId,
                representative: 'yes',
                from: '2026-01-01',
                ...(kind === 'council' ? { duty: (['manages', 'asks', 'acts'] as const)[index] ?? null } : {}),
              })
            await ctx.rows(councils).step(id, 'start', {})
          }
        })
      },
    },
  })
  browser = await openBrowser()
  here = await visit(browser, 'desk')
  await here.context.clock.setFixedTime(new Date())
  await signIn(here.page, office.url, 'dachen')
}, 120_000)
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await here.shot('branch-failed')
  expect(here.faults).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await office?.end()
})

/** The morning of a later day, signed in anew. */
async function sleepUntil(day: string): Promise<Page> {
  office.now(at(day, '09:00'))
  await here.context.clearCookies()
  await here.context.clock.setFixedTime(new Date())
  await signIn(here.page, office.url, 'dachen')
  return here.page
}

async function toMatter(page: Page): Promise<void> {
  await page.goto(`${office.url}/#/council.matters`)
  await page.goto(matterUrl)
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
}

/** The body meets and everybody who came agrees. */
async function agreedBy(page: Page, body: string, came: readonly string[]): Promise<void> {
  await open(page, office.url, '/council/live')
  await page.getByRole('button', { name: '开会' }).click()
  for (const name of came) await member(page, name).getByRole('button', { name: '签到' }).click()
  await page.getByRole('img', { name: '已达到法定人数' }).waitFor()
  await begin(page, TITLE)
  await page.getByRole('button', { name: '记名表决', exact: true }).click()
  await page.getByRole('button', { name: '开始投票' }).click()
  for (const name of came) await member(page, name).getByRole('button', { name: '赞成' }).click()
  await page.getByRole('button', { name: '结束并计票' }).click()
  await page.getByText('通过', { exact: true }).waitFor()
  await here.shot(`branch-${body}`)
  await page.getByRole('button', { name: '散会' }).click()
  await toMatter(page)
}

test('the branch proposes, and what is not decided yet is said with the gate that it lacks', async () => {
  const { page } = here
  await open(page, office.url, '/council.proposals/create')
  await page.getByLabel('题目').fill(TITLE)
  await pick(page, page, '提给哪个议事会', COUNCIL)
  await page.getByRole('combobox', { name: '来源' }).click()
  await page.getByRole('option', { name: '党支部', exact: true }).click()
  await page.getByRole('combobox', { name: '类别' }).click()
  await page.getByRole('option', { name: '设施改造', exact: true }).click()
  await page.getByLabel('提议内容').fill('西侧还是土路，雨天走不成。')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/council\.proposals\/[0-9a-f-]{36}\/show/)
  await page.getByRole('tab', { name: '提议人与附议人' }).click()
  await page.getByRole('link', { name: '新增提议人与附议人' }).click()
  await pick(page, page, '居民', SITTING[0])
  await page.getByRole('combobox', { name: '身份' }).click()
  await page.getByRole('option', { name: '提议人', exact: true }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/show/)
  await open(page, office.url, '/council.proposals')
  await page.getByText(TITLE).first().click()
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
  // Whoever proposed it was counted a moment ago; an older version of the row is refused.
  await page.reload()
  await act(page, '公布并征集附议')
  await page.getByRole('button', { name: '立项', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '立项', exact: true }).click()
  await page.getByText('议2026-0001').waitFor()
  await open(page, office.url, '/council/board')
  await page.getByRole('link', { name: new RegExp(TITLE) }).click()
  await page.waitForURL(/council\.matters\/[0-9a-f-]{36}\/show/)
  matterUrl = page.url()
  expect(await page.getByRole('button', { name: '受理', exact: true }).count()).toBe(0)
  await act(page, '党支部受理', fills('提议的党支部', ORG))
  await act(page, '提交两委商议')
  await page.getByRole('tab', { name: '四议进程' }).click()
  await page.getByText('议事方式：四议两公开（党支部提议）').waitFor()
  await page.getByRole('alert').filter({ hasText: '商议同意' }).getByText('还没有「两委商议」的表决记录').waitFor()
  await callMeeting(page, office.url, COMMITTEES, '2026-03-09T10:00')
})

test('two committees, the party meeting and the representatives decide in turn, a week apart', async () => {
  const page = await sleepUntil('2026-03-09')
  await agreedBy(page, COMMITTEES, SITTING.slice(0, 4))
  await act(page, '商议同意')
  await callMeeting(page, office.url, PARTY, '2026-03-16T10:00')
  await sleepUntil('2026-03-16')
  await agreedBy(page, PARTY, SITTING.slice(0, 5))
  await act(page, '党员大会审议通过')
  await callMeeting(page, office.url, REPRESENTATIVES, '2026-03-23T10:00')
  await sleepUntil('2026-03-23')
  await agreedBy(page, REPRESENTATIVES, SITTING.slice(0, 5))
  await act(page, '代表会议决议通过', fills('决议内容', '同意硬化西侧道路 800 米'))
  await page.getByText('决议公示').first().waitFor()
  await page.getByRole('tab', { name: '四议进程' }).click()
  for (const gate of ['党支部提议', '两委商议', '党员大会审议', '代表会议决议']) await page.getByText(`${gate}（第 1 次）`).waitFor()
  await here.shot('branch-way')
  expect(await overflowOf(page)).toBe(0)
})

test('the slip has the four gates of this way and both publications', async () => {
  const { page } = here
  const [paper] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: '打印议题流转单' }).click()])
  await paper.getByRole('heading', { name: '议题流转单' }).waitFor()
  const words = await paper.locator('body').innerText()
  for (const word of [TITLE, ORG, SITTING[0], '党支部提议', '两委商议', '党员大会审议', '代表会议决议', '决议公开', '2026-03-16'])
    expect(words).toContain(word)
  for (const word of ['居民提议', '多方商议', '居民决议']) expect(words).not.toContain(word)
  await here.shot('branch-slip', paper)
})
