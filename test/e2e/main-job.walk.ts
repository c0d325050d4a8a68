import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, overflowOf, visit, type Visitor } from './browser.ts'
import { choose, downloaded, listTotal, open, PASSWORD, pick, signIn, told } from './desk.ts'
import { cellsOf, nobodysNumber, residentsLedger, type Ledger } from './ledger.ts'
import { openOffice, type Office } from './office.ts'

let office: Office
let browser: Browser
let director: Visitor
let page: Page
let url: string

beforeAll(async () => {
  ;[office, browser] = await Promise.all([openOffice(), openBrowser()])
  url = office.url
  director = await visit(browser, 'desk')
  page = director.page
}, 300_000)
afterEach(() => expect(director.faults).toEqual([]))
afterAll(async () => {
  await browser?.close()
  await office?.end()
  expect(office?.complaints).toEqual([])
})

const ROWS = 300
const BAD = 60

/** A couple whom the ledger brings, in need of help later. */
const HUSBAND = '令狐冲'
const WIFE = '任盈盈'
/** Somebody who stands in the ledger twice: with a number, and without one at another address. */
const TWICE = '段正淳'

const FIRST = [
  {
    姓名: HUSBAND,
    性别: '男',
    身份证号码: nobodysNumber('1981-03-02', 111),
    联系电话: '15410000001',
    现住址: '白云街道前程社区朝阳花园30号楼1单元101室',
    '户籍/常住': '户籍',
    与户主关系: '户主',
    户主: HUSBAND,
  },
  {
    姓名: WIFE,
    性别: '女',
    身份证号码: nobodysNumber('1983-05-06', 222),
    联系电话: '15410000002',
    现住址: '朝阳花园30-1-101',
    '户籍/常住': '户籍',
    与户主关系: '配偶',
    户主: HUSBAND,
  },
  {
    姓名: TWICE,
    性别: '男',
    身份证号码: nobodysNumber('1948-02-03', 333),
    联系电话: '15410000003',
    现住址: '朝阳花园31号楼1单元101室',
    '户籍/常住': '户籍',
    与户主关系: '户主',
    户主: TWICE,
  },
  {
    姓名: TWICE,
    性别: '男',
    出生年月日: '1948年2月3日',
    联系电话: '15410000003',
    现住址: '朝阳花园31号楼1单元102室',
    '户籍/常住': '常住',
    与户主关系: '户主',
    户主: TWICE,
  },
] as const

describe('the residents’ ledger', () => {
  let ledger: Ledger

  test('is uploaded and previewed, each bad row with its reason', async () => {
    ledger = await residentsLedger(ROWS, BAD, FIRST)
    await signIn(page, url, 'qiancheng')
    await director.shot('home')
    await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '居民', exact: true }).click()
    await page.getByRole('link', { name: '导入居民台账' }).click()
    await page.getByLabel(/选择表格文件/).setInputFiles({
      name: '前程社区居民信息台账.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: ledger.file,
    })
    await page.getByRole('tab', { name: `有问题 ${ledger.bad}` }).waitFor({ timeout: 90_000 })
    await page.getByRole('tab', { name: `可以导入 ${ledger.total - ledger.bad}` }).waitFor()
    await director.shot('import-preview')
    const text = await page.getByRole('main').innerText()
    const shown = ledger.faults.filter(({ row }) => text.includes(`第 ${row} 行`))
    expect(shown.length).toBeGreaterThan(5)
    for (const { row, reason } of shown) expect(text.split(`第 ${row} 行`)[1]?.split('改正')[0]).toContain(reason)
  })

  test('has two rows corrected in place', async () => {
    await fix(0, async (form) => form.getByLabel('姓名', { exact: true }).fill('重填姓名'))
    await fix(3, async (form) =>
      form
        .getByLabel('联系电话')
        .or(form.getByLabel('电话', { exact: true }))
        .fill('15410009999'),
    )
    await page.getByRole('tab', { name: `有问题 ${ledger.bad - 2}` }).waitFor()
    await page.getByRole('tab', { name: `可以导入 ${ledger.total - ledger.bad + 2}` }).waitFor()

    async function fix(which: number, fill: (form: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
      const { row } = ledger.faults[which] ?? { row: 0 }
      await page
        .getByRole('listitem')
        .filter({ hasText: `第 ${row} 行` })
        .getByRole('button', { name: '改正' })
        .click()
      const dialog = page.getByRole('dialog')
      await director.shot(`import-fix-${which}`)
      await fill(dialog)
      await dialog.getByRole('button', { name: '保存并重新检查' }).click()
      await told(page, `第 ${row} 行已改正`)
      await dialog.waitFor({ state: 'detached' })
    }
  })

  test('gives the bad rows back as a spreadsheet with the reasons', async () => {
    const { name, content } = await downloaded(page, () => page.getByRole('button', { name: '下载有问题的行（附原因）' }).click())
    expect(name).toMatch(/\.xlsx$/)
    const cells = await cellsOf(content)
    expect(cells[0]?.[0]).toBe('河南省商丘市梁园区白云街道办事处')
    const lines = cells.filter((line) => typeof line.at(-1) === 'number')
    expect(lines).toHaveLength(ledger.bad - 2)
    for (const { row, reason } of ledger.faults.filter((_, index) => index !== 0 && index !== 3))
      expect(lines.find((line) => line.at(-1) === row)?.at(-2)).toContain(reason)
  })

  test('is applied with its progress shown, and people, homes and households are there', async () => {
    await page.getByRole('button', { name: `导入 ${ledger.total - ledger.bad + 2} 行` }).click()
    await page.getByRole('progressbar').first().waitFor()
    await director.shot('import-progress')
    await page.getByText(/导入完成/).waitFor({ timeout: 110_000 })
    await director.shot('import-done')
    await page.getByRole('link', { name: '去看列表' }).click()
    await page
      .getByRole('cell', { name: /\d{4}-\d{2}-\d{2}/ })
      .first()
      .waitFor()
    await director.shot('people')
    expect(await listTotal(page)).toBeGreaterThanOrEqual(ledger.total - ledger.bad + 2)
    await open(page, url, `/registry.households?filter=${encodeURIComponent(JSON.stringify({ q: HUSBAND }))}`)
    await page.getByRole('link', { name: `${HUSBAND}户` }).click()
    await page.getByRole('tab', { name: '同住成员' }).click()
    await page.getByRole('link', { name: WIFE }).waitFor()
    await director.shot('household')
    await page.getByRole('tab', { name: '基本情况' }).click()
    await page.getByText('朝阳花园30号楼1单元101室').first().waitFor()
  })
})

describe('the people of the registry', () => {
  test('somebody is found by the initials of her name, and her derived tags say on what they stand', async () => {
    await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '居民', exact: true }).click()
    await page.getByPlaceholder('姓名、拼音或首字母').fill('zsf')
    await page.getByRole('link', { name: '张三丰' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: /^张三丰$/ }).count()).toBe(1)
    await director.shot('people-zsf')
    await page.getByRole('link', { name: '张三丰' }).click()
    await page.getByRole('tab', { name: '家庭与标签' }).click()
    const tags = page.getByRole('region', { name: '标签' })
    await tags.getByText('高龄').first().waitFor()
    await tags.getByText('独居').first().waitFor()
    await director.shot('person-tags')
    expect(await tags.innerText()).toMatch(/80 周岁|规则推算|岁/)
  })

  test('two records of one person are offered, merged, and taken apart again', async () => {
    await open(page, url, '/registry.duplicates')
    await page.getByRole('row').filter({ hasText: TWICE }).first().waitFor()
    await director.shot('duplicates')
    await page.getByRole('row').filter({ hasText: TWICE }).first().click()
    await page.getByRole('button', { name: '合并为一人' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('依据').fill('已查验户口簿，确为同一人')
    await director.shot('merge-dialog')
    await dialog.getByRole('button', { name: '合并为一人' }).click()
    await told(page, '已办理：合并为一人')
    await page.getByText('已合并').first().waitFor()
    await director.shot('duplicate-merged')
    await people(1)
    await open(page, url, '/registry.merges')
    await page.getByRole('row').filter({ hasText: '已查验户口簿' }).click()
    await page.getByRole('button', { name: /撤销/ }).click()
    const undo = page.getByRole('dialog')
    await undo.getByRole('textbox').first().fill('核对后是两个人')
    await undo.getByRole('button', { name: /撤销/ }).click()
    await told(page, /已办理：/)
    await director.shot('merge-undone')
    await people(2)

    async function people(expected: number): Promise<void> {
      await open(page, url, `/registry.people?filter=${encodeURIComponent(JSON.stringify({ q: TWICE, mergedInto_empty: true }))}`)
      await expect.poll(() => page.getByRole('link', { name: TWICE }).count()).toBe(expected)
    }
  })

  test('a household is recognised as one in difficulty with its evidence, and its members’ cards become live', async () => {
    expect(await cardsOf(HUSBAND)).toEqual([])
    await open(page, url, `/registry.households?filter=${encodeURIComponent(JSON.stringify({ q: HUSBAND }))}`)
    await page.getByRole('link', { name: `${HUSBAND}户` }).click()
    await page.getByRole('button', { name: '认定困难' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('困难类型').click()
    await page.getByRole('option').first().click()
    await dialog.getByLabel('认定依据').fill('2026 年第 3 次民主评议通过，低保证号 D-2026-018')
    await dialog
      .getByLabel('证明材料')
      .setInputFiles({ name: '评议记录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
    await dialog.getByRole('link', { name: /评议记录/ }).waitFor()
    await director.shot('difficulty-dialog')
    await dialog.getByRole('button', { name: '认定困难' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => cardsOf(HUSBAND), { timeout: 20_000 }).toEqual(['可用'])
    expect(await cardsOf(WIFE)).toEqual(['可用'])
    await director.shot('cards')
  })

  /** The states of somebody's cards, as the list of cards shows them. */
  async function cardsOf(name: string): Promise<string[]> {
    const rows = await director.page.evaluate(async (who) => {
      const ask = async (path: string): Promise<Record<string, unknown>[]> =>
        (await fetch(path)).json() as Promise<Record<string, unknown>[]>
      const [person] = await ask(`/api/registry/people?filter=${encodeURIComponent(JSON.stringify({ q: who }))}`)
      return ask(`/api/merchants/cards?filter=${encodeURIComponent(JSON.stringify({ personId: person?.id }))}`)
    }, name)
    if (rows.length === 0) return []
    await open(page, url, `/merchants.cards?filter=${encodeURIComponent(JSON.stringify({ personId: rows[0]?.personId }))}`)
    await page.getByRole('link', { name: String(rows[0]?.number) }).waitFor()
    return page.getByRole('row').filter({ hasText: name }).locator('.MuiChip-label').allInnerTexts()
  }
})

export { overflowOf, choose, pick, PASSWORD }
