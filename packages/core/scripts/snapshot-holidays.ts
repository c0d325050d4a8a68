/**
 * Writes src/calendar/data/years.ts from the year files of the npm package chinese-days, compared day by day with a copy of holiday-cn.
 *
 *   node scripts/snapshot-holidays.ts <chinese-days package folder> <folder with holiday-cn's YYYY.json>
 *
 * Neither is a dependency: notices change once a year, and the result is reviewed as data.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface ChineseDaysYear {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

interface HolidayCnYear {
  readonly papers: readonly string[]
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[]
}

const [chineseDays, holidayCn] = process.argv.slice(2)
if (chineseDays === undefined || holidayCn === undefined) throw new Error('usage: snapshot-holidays.ts <chinese-days> <holiday-cn>')
const { version } = readJson<{ version: string }>(join(chineseDays, 'package.json'))

const [firstYear, lastYear] = [2004, 2026]
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
const transcribed = new Map<string, boolean>()
const papers = new Map<number, readonly string[]>()
for (const year of years) {
  const path = join(holidayCn, `${year}.json`)
  if (!existsSync(path)) continue
  const notice = readJson<HolidayCnYear>(path)
  papers.set(year, notice.papers)
  for (const { date, isOffDay } of notice.days) transcribed.set(date, isOffDay)
}

const rows = years.map((year) => {
  const { holidays, workdays } = readJson<ChineseDaysYear>(join(chineseDays, 'dist', 'years', `${year}.json`))
  const off = Object.keys(holidays).sort()
  const work = Object.keys(workdays).sort()
  const theirs = [...transcribed].filter(([date]) => date.startsWith(String(year)))
  const crossChecked =
    papers.has(year) &&
    same(
      off.filter(isWeekday),
      theirs.filter(([date, isOff]) => isOff && isWeekday(date)).map(([date]) => date),
    ) &&
    same(
      work,
      theirs.filter(([date, isOff]) => !isOff && !isWeekday(date)).map(([date]) => date),
    )
  const source = papers.get(year)?.join(' ') ?? `chinese-days ${version}`
  const fields = [
    `year: ${year}`,
    `crossChecked: ${crossChecked}`,
    `off: '${periods(off, holidays)}'`,
    `work: '${work.map(short).join(' ')}'`,
    `source: '${source}'`,
  ]
  return `  { ${fields.join(', ')} },`
})

const header = [
  `// Written by scripts/snapshot-holidays.ts from chinese-days ${version} (MIT, github.com/vsme/chinese-days);`,
  '// cross-checked with holiday-cn (MIT, github.com/NateScarlet/holiday-cn). Do not edit by hand.',
  "import type { CompactYear } from './compact-year.ts'",
  '',
  'export const compactYears: readonly CompactYear[] = [',
]
writeFileSync(join(import.meta.dirname, '..', 'src', 'calendar', 'data', 'years.ts'), [...header, ...rows, ']', ''].join('\n'))

function periods(days: readonly string[], names: Readonly<Record<string, string>>): string {
  const runs: { name: string; from: string; to: string }[] = []
  for (const date of days) {
    const name = names[date]?.split(',')[1]?.replaceAll(' ', '') ?? ''
    const last = runs.at(-1)
    if (last !== undefined && last.name === name && Date.parse(date) - Date.parse(last.to) === 86_400_000) last.to = date
    else runs.push({ name, from: date, to: date })
  }
  return runs.map(({ name, from, to }) => `${name} ${short(from)}${from === to ? '' : `-${short(to)}`}`).join(' ')
}

function isWeekday(date: string): boolean {
  return ![0, 6].includes(new Date(date).getUTCDay())
}

function short(date: string): string {
  return date.slice(5).replace('-', '')
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join()
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}
