import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import registryServer from '../../packages/plugins/registry/src/server/index.ts'
import { people } from '../../packages/plugins/registry/src/index.ts'
import { items, materials, windows } from '../../packages/plugins/service-counter/src/index.ts'
import counterServer from '../../packages/plugins/service-counter/src/server/index.ts'
import { STAFF } from '../../examples/baiyun-street/src/demo/staff.ts'
import { openBrowser, overflowOf, visit, type Visitor } from './browser.ts'
import { open, pick, signIn, told } from './desk.ts'
import { openDatedOffice, type DatedOffice } from './dated-office.ts'

const HERE = '411402004001'
const ELDER = '王秀兰'
const TAIL = '0001'
const ITEM = '高龄津贴申请'
const QUESTION = '高龄津贴怎么领'

let office: DatedOffice
let browser: Browser
let phone: Visitor
const staff = new Map<string, Visitor>()
let caseId = ''
let code = ''

/** A moment of a day in China. */
function at(day: string, time: string): string {
  return new Date(`${day}T${time}:00.000+08:00`).toISOString()
}

beforeAll(async () => {
  office = await openDatedOffice({
    now: at('2026-04-30', '10:00'),
    modules: { registry: registryServer, counter: counterServer },
    demo: {
      accounts: STAFF,
      seed: async ({ run, accountId }) => {
        await run('registry', (ctx) =>
          ctx
            .rows(people)
            .create({ name: ELDER, idType: 'resident', idNumber: '11010519491231002X', phone: `1540000${TAIL}`, communityId: HERE }),
        )
        for (const [n, username] of [
          [3, 'window'],
          [5, 'window5'],
          [6, 'window6'],
        ] as const) {
          const holder = await accountId(username)
          await run('counter', (ctx) => ctx.rows(windows).create({ name: `${n} 号窗口`, accountId: holder, communityId: HERE }))
        }
        await run('counter', async (ctx) => {
          const { id } = await ctx.rows(items).create({ code: 'GL-1', name: ITEM, line: 'aged', promisedDays: 5, where: '便民服务大厅' })
          await ctx.rows(materials).create({ itemId: id, name: '身份证', source: 'applicant' })
          await ctx.rows(materials).create({ itemId: id, name: '银行卡', source: 'applicant' })
          await ctx.rows(materials).create({ itemId: id, name: '户籍信息', source: 'share' })
          await ctx.rows(items).step(id, 'publish', {})
        })
      },
    },
  })
  browser = await openBrowser()
  phone = await visit(browser, 'phone')
}, 300_000)
afterEach(async ({ task }) => {
  const everybody = [phone, ...staff.values()]
  if (task.result?.state === 'fail') for (const [index, each] of everybody.entries()) await each.shot(`counter-failed-${index}`)
  expect(everybody.flatMap(({ faults }) => faults)).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await office?.end()
})

/** Somebody of the staff at their desk, at a moment; signed in when they come first, and again after days. */
async function desk(username: string): Promise<Page> {
  let here = staff.get(username)
  if (!here) {
    here = await visit(browser, 'desk')
    staff.set(username, here)
    await here.context.clock.setFixedTime(new Date())
    await signIn(here.page, office.url, username)
  }
  return here.page
}

/** The next day: sessions have ended, and everybody's watch shows it. */
async function sleepUntil(day: string, time: string): Promise<void> {
  office.now(at(day, time))
  await phone.context.clock.setFixedTime(new Date())
  for (const [username, { close }] of staff) {
    await close()
    staff.delete(username)
  }
}

/** What waits for somebody. */
async function inbox(username: string): Promise<Page> {
  const isThere = staff.has(username)
  const page = await desk(username)
  if (!isThere) return page
  // Where it is not before them already, it is read anew when it opens.
  if (new URL(page.url()).hash.length > 2) await page.goto(`${office.url}/#/`)
  else await page.reload()
  await page.getByRole('heading', { name: '待办', level: 1 }).waitFor()
  return page
}

/** Opens what waits and takes a step with it. */
async function act(page: Page, step: string, fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).first().click()
  if (!fill) return told(page, `已办理：${step}`)
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('whoever was asked first stays responsible while window 5 refuses, until window 6 accepts', async () => {
  const three = await desk('window')
  await open(three, office.url, '/counter.inquiries/create')
  await three.getByLabel('咨询或办理事项').fill(QUESTION)
  await three.getByRole('button', { name: '保存' }).click()
  await three.getByText('首问人负责中').first().waitFor()
  await act(three, '移交', (dialog) => pick(three, dialog, '接收人', '韩梅'))
  await three.getByText('等待对方接收').first().waitFor()
  await staff.get('window')?.shot('counter-handed')

  const five = await inbox('window5')
  await five.getByText(QUESTION).click()
  await act(five, '退回', (dialog) => dialog.getByLabel('退回理由').fill('5 号窗口不办津贴'))
  await five.getByText('首问人负责中').first().waitFor()
  await five.getByText('韩梅 退回：5 号窗口不办津贴').waitFor()

  const again = await inbox('window')
  await again.getByText(QUESTION).click()
  await act(again, '移交', (dialog) => pick(again, dialog, '接收人', '马超'))
  const six = await inbox('window6')
  await six.getByText(QUESTION).click()
  await act(six, '接收')
  await six.getByText('马超 已接收').waitFor()
  await act(six, '办结', (dialog) => dialog.getByLabel('办结情况').fill('本窗口受理'))
  await six.getByText('已办结').first().waitFor()
  await staff.get('window6')?.shot('counter-inquiry-closed')
})

test('the front desk finds the person, ticks the papers, and tells at once of all that is missing', async () => {
  const six = await desk('window6')
  await six.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '前台受理' }).click()
  await pick(six, six, '1. 找人', 'wxl', ELDER)
  await pick(six, six, '2. 选事项', 'gljt', ITEM)
  await six.getByText('今天受理，2026-05-11 前办结').waitFor()
  await six.getByText('由窗口共享取得，不用群众提供').waitFor()
  for (const name of ['身份证', '银行卡']) await six.getByRole('group', { name }).getByRole('button', { name: '缺' }).click()
  await staff.get('window6')?.shot('counter-desk')
  await six.getByRole('button', { name: '4. 出具一次性告知书' }).click()
  await six.getByText('已一次性告知，还缺：身份证、银行卡').waitFor()
  await six.getByRole('img', { name: /回执 B20260430-0001 的二维码/ }).waitFor()
  await staff.get('window6')?.shot('counter-slip')
  const [paper] = await Promise.all([six.waitForEvent('popup'), six.getByRole('button', { name: '打印一次性告知书' }).click()])
  await paper.getByRole('heading', { name: '一次性告知书' }).waitFor()
  const words = await paper.locator('body').innerText()
  for (const word of [ELDER, ITEM, '身份证', '银行卡', '1 份', '没有提交', '2026-05-10', '视为撤回', '0370-2785001', '监督电话'])
    expect(words).toContain(word)
  expect(words).not.toContain('户籍信息')
  await paper.close()

  await six.getByRole('link', { name: '打开办件' }).click()
  await six.waitForURL(/counter\.applications\/[0-9a-f-]{36}\/show/)
  caseId = /applications\/([0-9a-f-]{36})/.exec(six.url())?.[1] ?? ''
  // What the QR of the slip leads to; the clerk who printed it sees as much.
  code = await six.evaluate(async (id) => {
    const answer = await fetch(`/api/counter/applications/${id}/actions/slip`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    return ((await answer.json()) as { code: string }).code
  }, caseId)
  await phone.page.goto(`${office.url}/m/#/counter/rate/${code}`)
  await phone.page.getByText('还要补：身份证、银行卡').waitFor()
  await phone.page.getByText('请在 2026-05-10 前补齐').waitFor()
  await phone.shot('counter-phone-missing')
})

test('the supplement is taken in and accepted in one press; the promise of 11 May stands on the case and on the client’s phone', async () => {
  const six = await desk('window6')
  await six.getByRole('tab', { name: '核对材料' }).click()
  for (const name of ['身份证', '银行卡']) await six.getByRole('group', { name }).getByRole('button', { name: '已收' }).click()
  await staff.get('window6')?.shot('counter-materials')
  await six.getByRole('button', { name: '收下材料，齐了就受理' }).click()
  await six.getByText('材料齐了，已受理，最迟 2026-05-11 办结。').waitFor()
  await six.getByText('已受理，办理中').first().waitFor()
  await six.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '我的时限' }).click()
  await six.getByText('已用 0 / 5 个工作日').waitFor()
  await staff.get('window6')?.shot('counter-clocks')
  await phone.page.reload()
  await phone.page.getByText('最迟 2026-05-11 办结').waitFor()
  await phone.page.getByText('已经和您的手机绑定').waitFor()
  await phone.shot('counter-phone-promise')
})

test('on 12 May it is on the supervisor’s wall, urged by the head of the community, and answered for up to the appeal', async () => {
  await sleepUntil('2026-05-12', '09:00')
  await office.job('counter', 'clocks')
  const director = await inbox('qiancheng')
  await director.getByText(`催办 ${ELDER} ${ITEM}`).first().waitFor()
  await staff.get('qiancheng')?.shot('counter-inbox-director')
  await open(director, office.url, '/counter/wall')
  const line = director.getByRole('listitem').filter({ hasText: ITEM })
  await line.getByText('超期 1 个工作日').waitFor()
  await line.getByText('应催办').waitFor()
  await line.getByText('责任人 李秀梅').waitFor()
  await staff.get('qiancheng')?.shot('counter-wall')
  await line.getByRole('link', { name: '去处理' }).click()
  await act(director, '处理', (dialog) => dialog.getByLabel('怎样处理的').fill('已当面催办'))
  await director.getByText('已处理').first().waitFor()

  const six = await inbox('window6')
  await six.getByText(/超期办结 B20260430-0001/).click()
  await act(six, '说明情况', (dialog) => dialog.getByLabel('说明').fill('系统停机两天'))
  const finder = await inbox('qiancheng')
  await finder.getByText(/超期办结 B20260430-0001/).click()
  await act(finder, '认定属实', (dialog) => dialog.getByLabel('认定的事实').fill('停机半天，其余时间没有办理'))
  await finder.getByText('认定属实').first().waitFor()
  await act(finder, '作出处理', async (dialog) => {
    await dialog.getByLabel('处理').first().click()
    await finder.getByRole('option', { name: '提醒谈话' }).click()
    await dialog.getByLabel('说明').fill('谈话提醒')
  })
  await finder.getByText('已处理，申诉期内').first().waitFor()
  await open(six, office.url, '/counter.breaches')
  await six.reload()
  await six
    .getByText(/超期办结 B20260430-0001/)
    .first()
    .click()
  await act(six, '申诉', (dialog) => dialog.getByLabel('申诉理由').fill('有停机记录'))
  await six.getByText('已申诉，待复核').first().waitFor()
  await staff.get('window6')?.shot('counter-appeal')
  const leader = await inbox('leader')
  await leader.getByText(/超期办结 B20260430-0001/).click()
  await act(leader, '定案', (dialog) => dialog.getByLabel('结论').fill('维持提醒谈话'))
  await leader.getByText('已定案').first().waitFor()
})

test('it is decided late, rated badly by the client’s own phone with a name, and the head of the community has a working day to contact her', async () => {
  const six = await desk('window6')
  await open(six, office.url, `/counter.applications/${caseId}/show`)
  await act(six, '办结', (dialog) => dialog.getByLabel('结果或理由').fill('自 5 月起发放'))
  await six.getByText('已办结，待送达').first().waitFor()

  // The clerk's own phone scans the same slip and is told that it cannot rate.
  const clerks = await visit(browser, 'phone')
  await clerks.page.goto(`${office.url}/m/#/counter/rate/${code}`)
  await clerks.page.getByRole('alert').getByText('只能用那部手机评价').waitFor()
  await clerks.shot('counter-phone-elsewhere')
  await clerks.close()

  await phone.page.reload()
  await phone.page.getByText('非常不满意').click()
  await phone.page.getByLabel('想说的话（可以不填）').fill('超期了才办')
  await phone.page.getByLabel('证件或电话后四位（实名评价才填）').fill(TAIL)
  await phone.shot('counter-phone-rate')
  await phone.page.getByRole('button', { name: '提交评价' }).click()
  await phone.page.getByText('一个工作日内会有人联系您').waitFor()

  const clerk = await inbox('window6')
  expect(await clerk.getByText('的评价').count()).toBe(0)
  await sleepUntil('2026-05-13', '09:00')
  const director = await inbox('qiancheng')
  await director.getByText('B20260430-0001 的评价').click()
  await director.getByRole('button', { name: '已联系', exact: true }).waitFor()
  expect(await director.getByRole('main').innerText()).not.toContain('超期了才办')
  await staff.get('qiancheng')?.shot('counter-rating')

  await act(director, '已联系', (dialog) => dialog.getByLabel('群众反映的情况').fill('已上门道歉'))
  await director.getByText('整改中').first().waitFor()
  await office.job('counter', 'clocks')
  await open(director, office.url, '/counter.breaches')
  await director.getByText('超期办结 B20260430-0001').first().waitFor()
  expect(await director.getByText('差评未按时联系').count()).toBe(0)
})

test('a year whose holidays are not announced makes the day provisional, and desk, slip, paper and phone say so', async () => {
  await sleepUntil('2026-12-30', '10:00')
  const six = await desk('window6')
  await open(six, office.url, '/counter/desk')
  await pick(six, six, '1. 找人', 'wxl', ELDER)
  await pick(six, six, '2. 选事项', 'gljt', ITEM)
  await six.getByText('暂定，下一年放假通知未发布').waitFor()
  await six.getByRole('button', { name: '4. 受理，出回执' }).click()
  await six.getByText('办结日期是暂定的').waitFor()
  await staff.get('window6')?.shot('counter-provisional')
  const [paper] = await Promise.all([six.waitForEvent('popup'), six.getByRole('button', { name: '打印回执' }).click()])
  await paper.getByRole('heading', { name: '受理通知书' }).waitFor()
  expect(await paper.locator('body').innerText()).toContain('最迟办结日是暂定的')
  await paper.close()
  const no = (await six.getByText(/^B20261230-\d{4}$/).innerText()).trim()
  await phone.page.goto(`${office.url}/m/#/counter/progress`)
  await phone.page.getByLabel('回执编号').fill(no)
  await phone.page.getByLabel('证件或电话后四位').fill(TAIL)
  await phone.page.getByRole('button', { name: '查进度' }).click()
  await phone.page.getByText('这个日期是暂定的').waitFor()
  await phone.shot('counter-phone-provisional')
})

test('papers are photographed at home, seen at the window beside their names, and answered one by one', async () => {
  // Somebody else, with a phone whose clock was never set: the other one has been through a year.
  const home = await visit(browser, 'phone')
  const photo = { name: 'card.png', mimeType: 'image/png', buffer: await phone.page.screenshot() }
  const scan = { name: 'bank.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF\n') }
  const { page } = home
  await page.goto(`${office.url}/m/#/counter/guide`)
  await page.getByText(`${ITEM} · `).click()
  await page.getByText('来之前先预审').click()
  await page.getByLabel('身份证的照片或扫描件').setInputFiles([photo, photo])
  await page.getByLabel('银行卡的照片或扫描件').setInputFiles([scan])
  await page.getByLabel('所在社区').selectOption(HERE)
  await page.getByLabel('姓名').fill('周女士')
  await page.getByLabel('手机号码').fill('15403750001')
  await home.shot('counter-phone-precheck')
  expect(await overflowOf(page)).toBe(0)
  await page.getByRole('button', { name: '提交预审' }).click()
  await page.getByText('照片传完了，收下 3 张。').waitFor()
  await home.shot('counter-phone-precheck-sent')
  const no = (await page.locator('p[role=status] strong').innerText()).trim()

  const three = await inbox('window')
  await three.getByText(no).click()
  await three.getByRole('tab', { name: '材料和照片' }).click()
  await three.getByRole('button', { name: '看身份证第 2 张' }).click()
  await three.getByRole('dialog').getByRole('img').waitFor()
  await staff.get('window')?.shot('counter-precheck-photo')
  await three.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  await three.getByRole('group', { name: '身份证' }).getByRole('button', { name: '齐全' }).click()
  await three.getByRole('group', { name: '银行卡' }).getByRole('button', { name: '不符' }).click()
  await three.getByLabel('哪里不符、怎么改').fill('要本人的卡')
  await three.getByRole('group', { name: '总的意见' }).getByRole('button', { name: '还缺材料' }).click()
  await three.getByRole('textbox', { name: '答复' }).fill('带本人的银行卡来 3 号窗口')
  await staff.get('window')?.shot('counter-precheck-answer')
  await three.getByRole('button', { name: '答复居民' }).click()
  await three.getByText('已答复').first().waitFor()

  await page.reload()
  await page.getByText('查看预审答复').click()
  await page.getByLabel('预审号').fill(no)
  await page.getByLabel('手机后四位').fill('0001')
  await page.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText('不符').waitFor()
  await home.shot('counter-phone-precheck-answer')
  expect(await page.getByRole('main').innerText()).toContain('银行卡：不符，要本人的卡')
  expect(home.faults).toEqual([])
  await home.close()
})
