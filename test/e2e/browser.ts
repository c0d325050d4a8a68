import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** The sizes that people have before them. */
export const SIZES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  smallPhone: { width: 360, height: 740 },
} as const

export type Size = keyof typeof SIZES

/** Where the screenshots go. None are taken without it: they take a tenth of a walk's time, and nobody looks at them. */
const SHOTS = process.env.LINLI_SHOTS

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.LINLI_CHROMIUM || '/usr/bin/chromium',
    // Where the machine says no language, Chromium calls every file with a Chinese name "download".
    env: { ...process.env, LANG: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=zh-CN',
    ],
  })
}

/** Somebody before a screen. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong in the page: exceptions, console errors, answers of 4xx that were not announced, and 5xx always. */
  readonly faults: readonly string[]
  /** Announces that the server will refuse with this status. */
  readonly expectRefusal: (...statuses: readonly number[]) => void
  /** Of their page, or of another one that it opened. */
  readonly shot: (name: string, of?: Page) => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens a page as somebody at a desk or with a phone, nobody signed in. Being told so by 401 is part of that. */
export async function visit(browser: Browser, size: Size): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    reducedMotion: 'reduce',
    ...(size === 'desk' ? {} : { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  })
  context.setDefaultTimeout(30_000)
  const faults: string[] = []
  const expected = new Set([401])
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
    page.on('console', (message) => {
      // What the server answered is judged below, by its status.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(`console: ${message.text().slice(0, 400)}`)
    })
    page.on('response', (response) => {
      const status = response.status()
      if (status >= 400 && !expected.has(status)) faults.push(`${status} ${response.request().method()} ${response.url()}`)
    })
  }
  context.on('page', watch)
  const page = await context.newPage()
  return {
    page,
    context,
    faults,
    expectRefusal: (...statuses) => {
      for (const status of statuses) expected.add(status)
    },
    shot: async (name, of = page) => {
      if (!SHOTS) return
      mkdirSync(SHOTS, { recursive: true })
      await of.screenshot({ path: join(SHOTS, `${name}-${size}.png`), animations: 'disabled' })
    },
    close: () => context.close(),
  }
}

/** By how many pixels the page is wider than the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
