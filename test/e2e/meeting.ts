import type { Locator, Page } from 'playwright-core'
import { open, pick, told } from './desk.ts'

/** Takes a step or an action of the record on the page. */
export async function act(page: Page, name: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  if (!fill) return told(page, `已办理：${name}`)
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Fills one field of a dialog. */
export const fills =
  (label: string, text: string): ((dialog: Locator) => Promise<void>) =>
  (dialog) =>
    dialog.getByLabel(label, { exact: false }).first().fill(text)

/** Plans a meeting of a body and sends out its notice. */
export async function callMeeting(page: Page, url: string, body: string, when: string): Promise<void> {
  await open(page, url, '/council.meetings/create')
  await page.getByLabel('会议名称').fill(`${body}会议`)
  await pick(page, page, '议事组织', body)
  await page.getByLabel('会议时间').fill(when)
  await page.getByLabel('地点').fill('社区二楼会议室')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/council\.meetings\/[0-9a-f-]{36}\/show/)
  await act(page, '发通知')
  await page.getByText('已通知').first().waitFor()
}

/** A member's line on the live page of a meeting. */
export const member = (page: Page, name: string): Locator =>
  page
    .getByRole('region', { name: '成员' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^${name}`) })

/** An item of its agenda. */
export const item = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: '议程' }).getByRole('listitem').filter({ hasText: title })

/** Puts an item before the meeting. */
export async function begin(page: Page, title: string): Promise<void> {
  await item(page, title).getByRole('button', { name: '开始' }).click()
  await page.getByText(`正在议：${title}`).waitFor()
}
