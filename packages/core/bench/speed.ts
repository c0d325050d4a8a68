/** The two speed goals of the rules library, on one core: `pnpm bench`. Fails when one is missed. */
import { addWorkingDays, createWorkCalendar } from '../src/calendar/index.ts'
import { nationalNotices } from '../src/calendar/data/index.ts'
import { addDays } from '../src/date/index.ts'
import { idCheckCharacter, parseIdNumber } from '../src/identifier/index.ts'

const CALLS = 1_000_000
const LIMIT_MS = 1_000

const made = createWorkCalendar(nationalNotices)
if (!made.ok) throw new Error(made.refusal.en)
const calendar = made.value
const days = Array.from({ length: 4_000 }, (_, index) => addDays('2015-01-01', index))
const numbers = days.map((day, index) => {
  const body = `411402${day.replaceAll('-', '')}${String(index % 1000).padStart(3, '0')}`
  return body + idCheckCharacter(body)
})

measure('addWorkingDays', (index) => addWorkingDays(calendar, days[index % days.length] ?? '', 1 + (index % 60)).ok)
measure('parseIdNumber', (index) => parseIdNumber(numbers[index % numbers.length] ?? '').ok)

/** The best of three rounds, because whatever else the machine does at the time only slows a round down. */
function measure(name: string, call: (index: number) => boolean): void {
  const rounds = [1, 2, 3].map(() => round(call))
  const milliseconds = Math.min(...rounds.map((each) => each.milliseconds))
  const accepted = Math.min(...rounds.map((each) => each.accepted))
  process.stdout.write(
    `${name}: ${CALLS.toLocaleString('en')} calls, ${accepted.toLocaleString('en')} accepted, ${milliseconds} ms (goal ${LIMIT_MS})\n`,
  )
  if (milliseconds > LIMIT_MS || accepted !== CALLS) process.exitCode = 1
}

function round(call: (index: number) => boolean): { readonly milliseconds: number; readonly accepted: number } {
  const start = performance.now()
  let accepted = 0
  for (let index = 0; index < CALLS; index++) if (call(index)) accepted++
  return { milliseconds: Math.round(performance.now() - start), accepted }
}
