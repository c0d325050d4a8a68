import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { creditCodeCheckCharacter } from '../../packages/core/src/identifier/index.ts'
import { openBrowser, visit, type Visitor } from './browser.ts'
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
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await director.shot('failed')
  expect(director.faults).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await office?.end()
  expect(office?.complaints).toEqual([])
})

const ROWS = 2000
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
    // The import's own page stays until the list is loaded.
    await expect.poll(() => listTotal(page)).toBeGreaterThanOrEqual(ledger.total - ledger.bad + 2)
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
    await page.getByRole('tab', { name: '对照两条记录' }).click()
    await page.getByText('朝阳花园31号楼1单元101室').waitFor()
    await page.getByText('朝阳花园31号楼1单元102室').waitFor()
    await director.shot('duplicate-compared')
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
    await page.getByText('成为困难家庭成员（人）：2').waitFor()
    await director.shot('difficulty-result')
    await dialog.getByRole('button', { name: '关闭' }).click()
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

describe('a merchant’s way into the alliance', () => {
  const SHOP = '前程惠民粮油店'

  test('applies: a wrong credit code is refused at its field, a right one is accepted', async () => {
    await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '爱心商户' }).click()
    await page.locator('a[href="#/merchants.merchants/create"]').click()
    await page.getByRole('textbox', { name: '商户名称' }).fill(SHOP)
    await page.getByLabel('统一社会信用代码').fill(wrongCode())
    await choose(page, page, '行业', '粮油副食')
    await page.getByLabel('门店地址').fill('前程路 88 号')
    await page.getByLabel('联系人').fill('钱掌柜')
    await page.getByLabel('联系电话').fill('15412345678')
    await page.getByRole('button', { name: '保存' }).click()
    await page
      .getByText(/统一社会信用代码.*校验|代码.*有误|校验码不符/)
      .first()
      .waitFor()
    await director.shot('merchant-wrong-code')
    await page.getByLabel('统一社会信用代码').fill(shopCode())
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: SHOP, level: 1 }).waitFor()
    await director.shot('merchant-applied')
  })

  test('is checked, signs, joins', async () => {
    await page.getByRole('button', { name: '核验通过' }).click()
    const check = page.getByRole('dialog')
    await choose(page, check, '已核对营业执照原件', '已核对')
    await check.getByRole('button', { name: '核验通过' }).click()
    await told(page, '已办理：核验通过')
    await page.getByRole('button', { name: '签订协议' }).click()
    const sign = page.getByRole('dialog')
    await sign.getByLabel('协议起').fill(dayFromNow(0))
    await sign.getByLabel('协议止').fill(dayFromNow(365))
    await sign
      .getByLabel(/^已签协议/)
      .last()
      .setInputFiles({ name: '已签协议.pdf', mimeType: 'application/pdf', buffer: PDF })
    await sign.getByRole('link', { name: /已签协议/ }).waitFor()
    await director.shot('merchant-sign-dialog')
    await sign.getByRole('button', { name: '签订协议' }).click()
    await told(page, '已办理：签订协议')
    await page.getByRole('button', { name: '加入联盟' }).click()
    await page.getByText('正常').first().waitFor()
    await director.shot('merchant-active')
  })

  test('drafts an offer that is read back as a sentence, approved, and not published unsigned', async () => {
    await page.getByRole('tab', { name: '优惠' }).click()
    await page.getByRole('link', { name: '新增优惠' }).click()
    await page.getByLabel('优惠名称').fill('粮油九折')
    await pick(page, page, '享受资格', '困难', '困难家庭')
    await choose(page, page, '优惠方式', '打折')
    await page.getByLabel('折扣').fill('90')
    await page.getByLabel('单笔最多优惠').fill('20')
    await page.getByLabel('开始日期').fill(dayFromNow(0))
    await page.getByLabel('总份数').fill('200')
    await page.getByLabel('每人限用次数').fill('2')
    await choose(page, page, '限用周期', '每周')
    await director.shot('offer-form')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: '粮油九折', level: 1 }).waitFor()
    const text = await page.getByRole('main').innerText()
    expect(text).toMatch(/九折|9 折|9折/)
    expect(text).toMatch(/最多优惠 ?20/)
    expect(text).toMatch(/每人每周.*2 次/)
    await director.shot('offer')
    await page.getByRole('button', { name: '审核通过' }).click()
    await told(page, '已办理：审核通过')
    director.expectRefusal(422)
    await page.getByRole('button', { name: '发布' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await page.getByRole('dialog').getByText('商户还没有签字').first().waitFor()
    await director.shot('offer-unsigned')
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  })

  test('gets a phone account from the street, with a first password that must be changed', async () => {
    const street = await visit(browser, 'desk')
    await signIn(street.page, url, 'admin')
    await open(street.page, url, `/merchants.merchants?filter=${encodeURIComponent(JSON.stringify({ q: SHOP }))}`)
    await street.page.getByRole('link', { name: SHOP }).click()
    await street.page.getByRole('tab', { name: '手机账号' }).click()
    await street.page.getByRole('button', { name: '开通手机账号' }).click()
    const dialog = street.page.getByRole('dialog')
    await dialog.getByLabel('登录名').fill('qianzhanggui')
    await dialog.getByLabel('使用人姓名').fill('钱掌柜')
    await dialog.getByRole('button', { name: '开通手机账号' }).click()
    const notice = street.page.getByRole('alert').filter({ hasText: '请当面告诉本人' })
    await notice.waitFor()
    await street.shot('till-account')
    firstPassword = (await notice.locator('strong').last().innerText()).trim()
    expect(street.faults).toEqual([])
    await street.close()
  })

  test('signs the offer on the phone, and then it is published', async () => {
    merchant = await visit(browser, 'phone')
    const { page: phone } = merchant
    await phone.goto(`${url}/m/`)
    await merchant.shot('till-sign-in')
    await phone.getByLabel('登录名').fill('qianzhanggui')
    await phone.getByLabel('密码').fill(firstPassword)
    await phone.getByRole('button', { name: '登录' }).click()
    await phone.getByLabel('现在的密码').fill(firstPassword)
    await phone.getByLabel(/^新密码/).fill('Zhanggui-2026')
    await phone.getByLabel('再输入一次新密码').fill('Zhanggui-2026')
    await merchant.shot('till-first-password')
    await phone.getByRole('button', { name: '保存并继续' }).click()
    await phone.getByText(SHOP).waitFor()
    await phone.getByRole('tab', { name: '优惠（待签字）' }).click()
    await merchant.shot('till-sign-offer')
    await phone.getByLabel('签字人姓名').fill('钱掌柜')
    await phone.getByLabel('我已看清优惠内容并同意').check()
    await phone.getByRole('button', { name: '签字', exact: true }).click()
    await phone.getByRole('tab', { name: '优惠', exact: true }).waitFor()
    director.expectRefusal(409)
    await page.getByRole('button', { name: '发布' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '发布' }).click()
    await dialog
      .getByText(/别人.*改/)
      .first()
      .waitFor()
    await director.shot('offer-signed-meanwhile')
    await page.getByText('钱掌柜').first().waitFor()
    await dialog.getByRole('button', { name: '发布' }).click()
    await told(page, '已办理：发布')
    await director.shot('offer-published')
  })
})

let firstPassword = ''
let merchant: Visitor

describe('at the till', () => {
  test('a card is checked by its number, the discount computed in fen and confirmed; why and who are never shown', async () => {
    const { page: phone } = merchant
    await phone.reload()
    await phone.getByLabel('或输入卡号').fill('A0000000')
    await phone.getByRole('button', { name: '核对卡号' }).click()
    await phone.getByRole('alert').filter({ hasText: '没有找到这张卡' }).waitFor()
    await phone.getByLabel('或输入卡号').fill(await cardNumberOf(HUSBAND))
    await phone.getByRole('button', { name: '核对卡号' }).click()
    await phone.getByText('可享受').waitFor()
    await merchant.shot('till-usable')
    const shown = await phone.content()
    for (const secret of [HUSBAND, WIFE, '困难', '低保', '令狐']) expect(shown).not.toContain(secret)
    await phone.getByLabel('账单金额（元）').fill('123.45')
    await phone.getByRole('button', { name: '计算优惠' }).click()
    await phone.getByText('111.11 元', { exact: true }).waitFor()
    await merchant.shot('till-confirm')
    await phone.getByRole('button', { name: /确认核销/ }).click()
    await phone.getByText('核销成功').waitFor()
    expect(await phone.getByRole('main').innerText()).toContain('优惠 12.34 元')
    await merchant.shot('till-done')
    await phone.getByRole('button', { name: '下一位' }).click()
  })

  test('a card is scanned by its rotating code, once: the picture of the resident’s own page', async () => {
    const { page: phone } = merchant
    const resident = await visit(browser, 'phone')
    await resident.page.goto(`${url}/m/`)
    await resident.page.getByLabel('登录名').fill('resident')
    await resident.page.getByLabel('密码').fill(PASSWORD)
    await resident.page.getByRole('button', { name: '登录' }).click()
    await resident.page.getByText('我的爱心卡').click()
    const code = resident.page.getByRole('img', { name: /二维码/ })
    await code.waitFor()
    await resident.shot('card')
    const picture = await code.screenshot()
    await resident.close()
    await scan(picture)
    await phone.getByText('可享受').waitFor()
    await phone.getByLabel('账单金额（元）').fill('300')
    await phone.getByRole('button', { name: '计算优惠' }).click()
    await phone.getByText('280.00 元', { exact: true }).waitFor()
    await phone.getByRole('button', { name: /确认核销/ }).dblclick()
    await phone.getByText('核销成功').waitFor()
    await phone.getByRole('button', { name: '下一位' }).click()
    await phone.getByText('今天核销 2 笔').waitFor()
    await scan(picture)
    await phone.getByRole('alert').waitFor()
    await merchant.shot('till-code-used')
    await phone.getByRole('tab', { name: '记录' }).click()
    await merchant.shot('till-records')

    async function scan(content: Buffer): Promise<void> {
      await phone.getByRole('button', { name: '扫爱心卡' }).click()
      await phone.getByLabel(/拍一张照片/).setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: content })
    }
  })

  test('when the recognition ends, the next attempt is refused in neutral words', async () => {
    await open(page, url, '/registry.household-tags')
    await page
      .getByRole('row')
      .filter({ hasText: `${HUSBAND}户` })
      .getByRole('link')
      .first()
      .waitFor()
    await page
      .getByRole('row')
      .filter({ hasText: `${HUSBAND}户` })
      .getByRole('cell')
      .last()
      .click()
    await page.getByRole('button', { name: '结束认定' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('结束原因').fill('收入好转，评议退出')
    await director.shot('difficulty-end')
    await dialog.getByRole('button', { name: '结束认定' }).click()
    await told(page, '已办理：结束认定')
    const { page: phone } = merchant
    const number = await cardNumberOf(HUSBAND)
    await phone.getByRole('tab', { name: '核销' }).click()
    await expect
      .poll(
        async () => {
          await phone.getByLabel('或输入卡号').fill(number)
          await phone.getByRole('button', { name: '核对卡号' }).click()
          await phone.getByRole('alert').or(phone.getByText('可享受')).first().waitFor()
          if (await phone.getByText('可享受').isVisible()) await phone.getByRole('button', { name: '取消' }).click()
          return (await phone.getByRole('alert').allInnerTexts()).join('')
        },
        { timeout: 30_000, interval: 1000 },
      )
      .not.toBe('')
    const refusal = await phone.getByRole('alert').first().innerText()
    expect(refusal).not.toMatch(/困难|低保|评议|结束|到期|资格/)
    await merchant.shot('till-refused')
    expect(merchant.faults).toEqual([])
  })
})

describe('what the street reads of it', () => {
  test('the ledger of uses and the month’s summary; a figure leads to exactly its rows', async () => {
    await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '报表台账' }).click()
    await director.shot('reports')
    await page.getByRole('link', { name: /优惠核销明细/ }).click()
    await page.getByLabel('开始日期').fill(dayFromNow(-40))
    await page.getByLabel('结束日期').fill(dayFromNow(0))
    await page.getByRole('button', { name: '统计' }).click()
    const table = page.getByRole('region', { name: '优惠核销明细' })
    await table.getByRole('row').filter({ hasText: '前程惠民粮油店' }).first().waitFor()
    expect(await table.getByRole('row').filter({ hasText: '前程惠民粮油店' }).count()).toBe(2)
    await director.shot('ledger')
    const { content } = await downloaded(page, () => page.getByRole('button', { name: '导出表格' }).click())
    const cells = await cellsOf(content)
    expect(cells[0]?.[0]).toBe('河南省商丘市梁园区白云街道办事处')
    expect(cells.find((row) => row.includes('凭证号'))).toEqual([
      '日期',
      '凭证号',
      '商户',
      '优惠',
      '账单金额',
      '优惠金额',
      '实付金额',
      '赠送价值',
      '状态',
    ])
    expect(cells.filter((row) => row.includes('前程惠民粮油店')).map((row) => row[5])).toEqual(expect.arrayContaining([12.34, 20]))

    await open(page, url, '/reports/merchants.monthly-summary')
    await page.getByLabel('开始日期').fill(dayFromNow(-40))
    await page.getByLabel('结束日期').fill(dayFromNow(0))
    await page.getByRole('button', { name: '统计' }).click()
    const summary = page.getByRole('region', { name: '优惠核销月汇总' })
    await summary.getByRole('row').nth(1).waitFor()
    await director.shot('summary')
    const figures = summary.getByRole('link')
    const last = await figures.count()
    for (const index of new Set([0, last - 1])) {
      const figure = figures.nth(index)
      const expected = Number(await figure.innerText())
      await figure.click()
      await page.getByRole('link', { name: /^HX/ }).first().waitFor()
      expect(await listTotal(page)).toBe(expected)
      expect(await page.getByRole('link', { name: /^HX/ }).count()).toBe(Math.min(expected, 25))
      if (index === 0) await director.shot('drilled')
      await page.goBack()
      await figures.nth(index).waitFor()
    }
  })

  test('a colleague of another community sees none of it', async () => {
    const colleague = await visit(browser, 'desk')
    await signIn(colleague.page, url, 'lvyuan')
    for (const path of [
      `/registry.people?filter=${encodeURIComponent(JSON.stringify({ q: HUSBAND }))}`,
      `/registry.households?filter=${encodeURIComponent(JSON.stringify({ q: HUSBAND }))}`,
      `/merchants.merchants?filter=${encodeURIComponent(JSON.stringify({ q: '前程惠民' }))}`,
    ]) {
      await open(colleague.page, url, path)
      await colleague.page
        .getByText(/没有|没找到/)
        .first()
        .waitFor()
      expect(await colleague.page.getByRole('main').innerText()).not.toMatch(/令狐冲户|朝阳花园|前程路 88/)
    }
    await colleague.shot('colleague-nothing')
    colleague.expectRefusal(404)
    await colleague.page.goto(page.url().replace(/#.*/, '#/registry.people'))
    const foreign = await page.evaluate(
      async () => ((await (await fetch('/api/registry/people?range=[0,0]')).json()) as { id: string }[])[0]?.id,
    )
    await open(colleague.page, url, `/registry.people/${foreign ?? ''}/show`)
    await colleague.page
      .getByText(/没有找到|找不到|不存在/)
      .first()
      .waitFor()
    await colleague.shot('colleague-foreign')
    expect(colleague.faults).toEqual([])
    await colleague.close()
  })
})

describe('the module is switched off, and on again', () => {
  test('menu, addresses and downloads vanish; on again, everything is as it was', async () => {
    const street = await visit(browser, 'desk')
    const { page: desk } = street
    street.expectRefusal(404)
    const fetched: string[] = []
    desk.on('request', (request) => fetched.push(request.url()))
    await signIn(desk, url, 'admin')
    const before = await countsOf(desk)
    const chunks = fetched.filter(isScript)
    await desk.getByRole('link', { name: '模块管理' }).click()
    const card = desk.getByRole('region', { name: '爱心商圈' })
    await card.waitFor()
    await street.shot('modules')
    await card.getByRole('button', { name: '停用' }).click()
    await desk.getByRole('dialog').getByLabel('原因').fill('年底整理')
    await street.shot('module-off-dialog')
    await desk.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await card.getByText('已停用').waitFor()
    await desk.getByRole('link', { name: '爱心商户' }).waitFor({ state: 'detached' })
    await street.shot('module-off')
    for (const path of ['/api/merchants/merchants', '/api/merchants/reports/monthly-summary', '/api/merchants/merchants/export.xlsx'])
      expect(await statusOf(desk, path)).toEqual([404, 'module.off'])

    const fresh = await visit(browser, 'desk')
    const now: string[] = []
    fresh.page.on('request', (request) => now.push(request.url()))
    await signIn(fresh.page, url, 'lvyuan')
    await fresh.page.getByRole('link', { name: '居民', exact: true }).click()
    await fresh.page.getByRole('cell').first().waitFor()
    const missing = chunks.filter((chunk) => !now.includes(chunk))
    expect(missing.length).toBeGreaterThan(0)
    const texts = await Promise.all(now.filter(isScript).map(async (script) => (await fresh.context.request.get(script)).text()))
    expect(texts.some((text) => text.includes('爱心商户'))).toBe(false)
    expect(fresh.faults).toEqual([])
    await fresh.close()

    await card.getByRole('button', { name: '启用' }).click()
    await card.getByText('已启用').waitFor()
    await desk.getByRole('link', { name: '爱心商户' }).waitFor()
    expect(await countsOf(desk)).toEqual(before)
    expect(street.faults).toEqual([])
    await street.close()
  })

  const isScript = (address: string): boolean => /\/assets\/.*\.js$/.test(address)

  async function countsOf(desk: Page): Promise<unknown> {
    return desk.evaluate(async () => {
      const counts: Record<string, string | null> = {}
      for (const name of ['merchants', 'offers', 'cards', 'redemptions', 'complaints', 'entitlement-rules'])
        counts[name] = (await fetch(`/api/merchants/${name}?range=[0,0]`)).headers.get('content-range')
      return counts
    })
  }

  async function statusOf(desk: Page, path: string): Promise<unknown> {
    return desk.evaluate(async (address) => {
      const answer = await fetch(address)
      return [answer.status, ((await answer.json()) as { code: string }).code]
    }, path)
  }
})

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n')

/** A credit code of nobody (its area is assigned to no division) that fits, and the same with a wrong last digit. */
function shopCode(): string {
  const body = '92999999MA0009876'
  return `${body}${creditCodeCheckCharacter(body)}`
}

function wrongCode(): string {
  const code = shopCode()
  return `${code.slice(0, 17)}${code.endsWith('A') ? 'B' : 'A'}`
}

/** A day of the street, counted from today. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}

async function cardNumberOf(name: string): Promise<string> {
  return page.evaluate(async (who) => {
    const ask = async (path: string): Promise<Record<string, unknown>[]> => (await fetch(path)).json() as Promise<Record<string, unknown>[]>
    const [person] = await ask(`/api/registry/people?filter=${encodeURIComponent(JSON.stringify({ q: who }))}`)
    const [card] = await ask(`/api/merchants/cards?filter=${encodeURIComponent(JSON.stringify({ personId: person?.id }))}`)
    return String(card?.number)
  }, name)
}
