import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, visit, type Visitor } from './browser.ts'
import { open, PASSWORD, signIn } from './desk.ts'
import { openOffice, type Office } from './office.ts'

let office: Office
let browser: Browser
let officer: Visitor

beforeAll(async () => {
  ;[office, browser] = await Promise.all([openOffice(), openBrowser()])
  officer = await visit(browser, 'phone')
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await office?.end()
  expect(office?.complaints).toEqual([])
})

test('an officer’s phone opens and reports without network, and what it reported is there once when the network is back', async () => {
  const { page, context } = officer
  const { url } = office
  await page.goto(`${url}/m/`)
  await page.getByLabel('登录名').fill('grid')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  // Who has several pages is asked which.
  await page
    .getByRole('tab', { name: '快速上报' })
    .or(page.getByRole('button', { name: '我的网格' }))
    .first()
    .waitFor()
  if (await page.getByRole('button', { name: '我的网格' }).isVisible()) await page.getByRole('button', { name: '我的网格' }).click()
  await page.getByRole('tab', { name: '快速上报' }).waitFor()
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toMatch(/activat/)
  const address = page.url()

  await context.setOffline(true)
  await page.goto(address)
  await page.reload()
  await page.getByText('没有网络，显示的是').waitFor()
  await page.getByRole('tab', { name: '快速上报' }).click()
  await page.getByLabel('什么事').fill('断网时看到围墙开裂')
  await page.getByLabel('类别').selectOption({ label: '安全隐患' })
  await page.getByLabel('地点').fill('前程花园东墙')
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByText('已存在手机里').waitFor()
  await page.reload()
  await page.getByRole('tab', { name: '待发送 1' }).waitFor()
  await officer.shot('officer-offline')

  // A second window of the same phone sends the same draft at the same moment.
  const second = await context.newPage()
  await second.goto(address)
  await second.getByRole('tab', { name: '待发送 1' }).waitFor()
  await context.setOffline(false)
  await Promise.all([page, second].map((each) => each.getByRole('tab', { name: '待发送', exact: true }).waitFor()))

  const desk = await visit(browser, 'desk')
  await signIn(desk.page, url, 'qiancheng')
  await open(desk.page, url, '/grid/board')
  await desk.page.getByText('断网时看到围墙开裂').first().waitFor()
  expect(await desk.page.getByText('断网时看到围墙开裂').count()).toBe(1)
  await desk.shot('board')
  expect(desk.faults).toEqual([])
})
