import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFaults } from './axe.ts'
import { openBrowser, overflowOf, type Size, visit, type Visitor } from './browser.ts'
import { open, PASSWORD, signIn, tabTo } from './desk.ts'
import { openOffice, type Office } from './office.ts'

let office: Office
let browser: Browser
let url: string

beforeAll(async () => {
  ;[office, browser] = await Promise.all([openOffice(), openBrowser()])
  url = office.url
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await office?.end()
  expect(office?.complaints).toEqual([])
})

/** A visitor whose page must not fault, and who leaves a picture behind where the visit fails. */
async function during(size: Size, visiting: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await visit(browser, size)
  try {
    await visiting(visitor)
    expect(visitor.faults).toEqual([])
  } catch (error) {
    await visitor.shot('failed')
    throw error
  } finally {
    await visitor.close()
  }
}

const PEOPLE = '/registry.people'
const filtered = (resource: string, filter: object): string => `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`

/** Opens the page of somebody by name. */
async function openPerson(page: Page, name: string): Promise<void> {
  await open(page, url, filtered('registry.people', { q: name }))
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

test('a wrong password is told; after five the account is locked and says for how long', () =>
  during('desk', async ({ page, shot, expectRefusal }) => {
    expectRefusal(429)
    await page.goto(`${url}/`)
    await page.getByLabel('用户名').fill('guangyuan')
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await page.getByLabel('密码', { exact: true }).fill(`wrong-${attempt}-pass`)
      const [answer] = await Promise.all([
        page.waitForResponse(/\/api\/auth\/sign-in/),
        page.getByRole('button', { name: '登录', exact: true }).click(),
      ])
      expect(answer.status()).toBe(401)
      if (attempt === 1) {
        await page.getByRole('alert').filter({ hasText: '用户名或密码' }).waitFor()
        await shot('sign-in-wrong')
      }
    }
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page
      .getByRole('alert')
      .filter({ hasText: /请在 \d\d:\d\d 之后再试/ })
      .waitFor()
    await shot('sign-in-locked')
  }))

test('by the keyboard alone: signing in, finding somebody in the list, opening her page', () =>
  during('desk', async ({ page, shot }) => {
    const { keyboard } = page
    await page.goto(`${url}/`)
    await page.getByLabel('用户名').waitFor()
    await tabTo(page, 'input[autocomplete="username"]')
    await keyboard.type('qiancheng')
    await keyboard.press('Tab')
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: '待办', level: 1 }).waitFor()
    await tabTo(page, 'a[href="#/registry.people"]')
    await keyboard.press('Enter')
    await page.getByRole('link', { name: /./ }).first().waitFor()
    await page.getByPlaceholder('姓名、拼音或首字母').waitFor()
    await tabTo(page, 'input[placeholder="姓名、拼音或首字母"]')
    await keyboard.type('zsf')
    await expect.poll(() => page.getByRole('table').getByRole('link').count(), { timeout: 20_000 }).toBe(1)
    await shot('keyboard-list')
    await tabTo(page, 'table a[href*="registry.people/"]')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: '张三丰', level: 1 }).waitFor()
    await tabTo(page, '[role="tab"]')
    await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await page.getByRole('tab', { name: '家庭与标签', selected: true }).waitFor()
  }))

test('a personal number is shown in full for a purpose, and the look is recorded', () =>
  during('desk', async ({ page, shot }) => {
    await signIn(page, url, 'qiancheng')
    await openPerson(page, '张三丰')
    await page.getByText('990101********').waitFor()
    await page.getByRole('button', { name: '查看完整内容 身份证号' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('button', { name: '显示' }).isDisabled()).toBe(true)
    await dialog.getByLabel('办理业务').check()
    await shot('reveal-dialog')
    await dialog.getByRole('button', { name: '显示' }).click()
    await page.getByText(/990101\d{8}\d{3}[\dX]/).waitFor()
    await shot('revealed')
    await during('desk', async (street) => {
      await signIn(street.page, url, 'admin')
      await open(street.page, url, filtered('platform.audit', { verb: 'reveal' }))
      // Whom it was about is fetched after the row.
      await street.page.getByRole('row').filter({ hasText: '李秀梅' }).filter({ hasText: '张三丰' }).first().waitFor()
      await street.shot('audit-reveal')
    })
  }))

test('who saves an old copy is told what changed meanwhile, and nothing of either is lost', () =>
  during('desk', async ({ page, context, shot, expectRefusal }) => {
    expectRefusal(409)
    await signIn(page, url, 'qiancheng')
    await openPerson(page, '张三丰')
    await page.getByRole('link', { name: '修改' }).click()
    await page.getByLabel('民族').fill('汉族')
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByLabel('备注').fill('腿脚不便，上门办理')
    await other.getByRole('button', { name: '保存' }).click()
    await other.getByRole('heading', { name: '张三丰', level: 1 }).waitFor()
    await page.getByRole('button', { name: '保存' }).click()
    const dialog = page.getByRole('dialog', { name: '这条记录刚刚被别人改过' })
    await dialog.getByText('腿脚不便，上门办理').waitFor()
    await shot('stale')
    await dialog.getByRole('button', { name: '载入最新内容' }).click()
    await expect.poll(() => page.getByLabel('备注').inputValue()).toBe('腿脚不便，上门办理')
    await page.getByLabel('民族').fill('汉族')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '张三丰', level: 1 }).waitFor()
    await page.getByText('汉族').waitFor()
    await page.getByText('腿脚不便，上门办理').waitFor()
  }))

test('pressing save twice creates one', () =>
  during('desk', async ({ page }) => {
    await signIn(page, url, 'qiancheng')
    await open(page, url, '/merchants.complaints/create')
    await page.getByRole('combobox', { name: '商户' }).fill('白云')
    await page.getByRole('option').first().click()
    await page.getByRole('textbox', { name: '投诉事项' }).fill('称重不足')
    await page.getByRole('textbox', { name: '详细情况' }).fill('买五斤少了半斤。')
    await page.getByLabel('类别').click()
    await page.getByRole('option', { name: '质量' }).click()
    await page.getByRole('button', { name: '保存' }).dblclick()
    await page.getByRole('heading', { name: '称重不足', level: 1 }).waitFor()
    await open(page, url, filtered('merchants.complaints', { q: '称重不足' }))
    await page.getByText('第 1–1 条，共 1 条').waitFor()
  }))

const SCREENS: readonly (readonly [name: string, path: string, ready: string | RegExp])[] = [
  ['home', '/', '待办'],
  ['figures', '/figures', '在册居民'],
  ['list', PEOPLE, /第 1–25 条/],
  ['empty', '/merchants.income-proofs', /还没有收入证明/],
  ['create', '/merchants.merchants/create', '统一社会信用代码'],
  ['places', '/registry/places', /间 · /],
  ['import', '/imports/new/registry.residents', '选择表格文件'],
  ['reports', '/reports', '优惠核销月汇总'],
  [
    'report',
    `/reports/merchants.monthly-summary?params=${encodeURIComponent(JSON.stringify({ from: '2026-01-01', to: '2099-12-31' }))}`,
    '合计',
  ],
  ['modules', '/modules', '已启用'],
  ['roles', '/platform.roles', '社区书记'],
  ['accounts', '/platform.accounts', '孟庆华'],
  ['posts', '/platform.posts', '孟庆华'],
  ['audit', '/platform.audit', '孟庆华'],
  ['account', '/account', '登录的设备'],
]

/** What no screen may show: raw ids, names of columns and codes, words of the machine. */
const RAW =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date|\bra\.|\blinli\.|registry\.[a-z]|merchants\.[a-z]/

for (const size of ['desk', 'phone'] as const) {
  test(`every screen of the street’s administrator at ${size} width: nothing raw, nothing wider than the screen, no serious fault by axe`, () =>
    during(size, async (visitor) => {
      const { page, shot } = visitor
      await page.goto(`${url}/`)
      await page.getByLabel('用户名').waitFor()
      await shot('sign-in')
      const found: Record<string, unknown> = { 'sign-in': await judged(page) }
      await signIn(page, url, 'admin')
      for (const [name, path, ready] of SCREENS) found[name] = await look(name, path, ready)
      found.role = await look('role', await hrefOf('/platform.roles', '社区书记'), '权限')
      found.person = await look('person', await hrefOf(filtered('registry.people', { q: '张三丰' }), '张三丰'), '现住址')
      found.edit = await look('edit', (await hrefOf(filtered('registry.people', { q: '张三丰' }), '张三丰')).replace('/show', ''), '民族')
      found.merchant = await look('merchant', await hrefOf(filtered('merchants.merchants', { status: 'applied' }), /./), '门店地址')
      await page.getByRole('button', { name: '核验通过' }).click()
      await page.getByRole('dialog').waitFor()
      await shot('step')
      found.step = await judged(page)
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, { wider: 0, raw: [], axe: [] }])))

      async function look(name: string, path: string, ready: string | RegExp): Promise<unknown> {
        await open(page, url, path)
        await page.getByRole('main').getByText(ready).first().waitFor()
        await page.waitForLoadState('networkidle')
        await shot(name)
        return judged(page)
      }

      async function hrefOf(path: string, name: string | RegExp): Promise<string> {
        await open(page, url, path)
        const link = page.getByRole('main').getByRole('link', { name }).and(page.locator('[href$="/show"]')).first()
        return ((await link.getAttribute('href')) ?? '').slice(1)
      }
    }))
}

for (const size of ['phone', 'smallPhone'] as const) {
  test(`the merchant’s and the resident’s pages at ${size} width`, () =>
    during(size, async ({ page, shot }) => {
      const found: Record<string, unknown> = {}
      for (const username of ['shop', 'resident']) {
        await page.goto(`${url}/m/`)
        await page.getByLabel('登录名').fill(username)
        await page.getByLabel('密码').fill(PASSWORD)
        await page.getByRole('button', { name: '登录' }).click()
        await page.getByRole('button', { name: '退出' }).waitFor()
        await page.waitForLoadState('networkidle')
        await shot(`portal-${username}`)
        found[username] = await judged(page)
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click()
          const name = `${username}-${await tab.innerText()}`
          await shot(`portal-${name}`)
          found[name] = await judged(page)
        }
        await page.getByRole('button', { name: '退出' }).click()
        await page.getByLabel('登录名').waitFor()
      }
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, { wider: 0, raw: [], axe: [] }])))
    }))
}

async function judged(page: Page): Promise<unknown> {
  const text = await page.locator('body').innerText()
  return {
    wider: await overflowOf(page),
    raw: text.split('\n').filter((line) => RAW.test(line)),
    axe: await seriousFaults(page),
  }
}
