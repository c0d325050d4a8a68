import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'

export const PASSWORD = 'Linli-2026'

/** Signs in at a desk and waits for the first page. */
export async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '待办', level: 1 }).waitFor()
}

/** Opens a page of the admin app by its address behind the `#`. */
export async function open(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}/#${path}`)
}

/** Chooses an option of a MUI select. */
export async function choose(page: Page, scope: Locator | Page, label: string, option: string): Promise<void> {
  await scope.getByLabel(label, { exact: false }).first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Types into a reference's autocompletion and takes the row that it finds. */
export async function pick(page: Page, scope: Locator | Page, label: string, text: string, found = text): Promise<void> {
  const input = scope.getByRole('combobox', { name: label })
  await input.fill(text)
  await page.getByRole('option', { name: found }).first().click()
}

/** What a click downloads. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

/** The number of rows that a list says it has. */
export async function listTotal(page: Page): Promise<number> {
  const text = await page
    .getByText(/第 \d+–\d+ 条，共 \d+ 条/)
    .first()
    .textContent()
  return Number(/共 (\d+) 条/.exec(text ?? '')?.[1])
}

/** The notice that says what was done; it is closed so that it hides nothing. */
export async function told(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor()
}

/** Presses Tab until the focus is on what the selector names; fails where the keyboard does not get there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}
