import { PLACES, type TestModule, testStreet, type TestStreet } from '../street/index.ts'
import { sampleFile } from '../sample/sample-file.ts'
import { type Call, type Caller, makeCaller } from './caller.ts'
import { type Coverage, coverageLines, emptyCoverage, stepShare } from './coverage.ts'
import { MachineFault, must } from './fault.ts'
import { emptyPopulation, type Population } from './known.ts'
import { nextMove } from './moves.ts'
import { hirePeople, hirePerson, type Person } from './people.ts'
import { type Play, PlayEnds, type Stage, stageOf } from './play.ts'
import { type Random, randomOf } from './random.ts'
import { holdRows } from './rows-parse.ts'
import { type FuzzSamples, makeMaker } from './values.ts'
import { type Watch, watchOver } from './watch.ts'

export interface MachineFuzzOptions {
  /** Calls to the server. */
  readonly steps: number
  /** The same seed makes the same calls. */
  readonly seed: number
  /** The moment at which it begins, ISO 8601; days go by while it runs. */
  readonly now: string
  readonly samples?: FuzzSamples
  /** Ways through several calls that chance would hardly find. */
  readonly plays?: readonly Play[]
  /** Resources whose rows are also written many at once, and remembered elsewhere: their versions and places are taken as they are found. */
  readonly unrecorded?: readonly string[]
  /** @default what `testStreet` takes */
  readonly postgres?: boolean
}

/** What a run did. */
export interface MachineFuzzReport {
  readonly seed: number
  readonly steps: number
  /** Calls that were not refused. */
  readonly taken: number
  /** Rows that stood at the end. */
  readonly rows: number
  /** Entries of the audit, over both streets. */
  readonly entries: number
  /** The share of the steps of a module that were taken at least once. */
  share(pluginId: string): number
  /** What was reached, as lines to print. */
  readonly coverage: readonly string[]
  /** How often each play came to its end, and what last stopped it. */
  readonly plays: readonly string[]
}

const SWEEP_EVERY = 500

/**
 * Plays with an assembled street: random people call everything that the modules offer, by HTTP, rightly and wrongly, while a model beside it
 * holds every answer and everything it leaves behind. What must hold: no fault of the server; every row in a declared state, reached by declared
 * steps; a refused call changes nothing; versions and timelines count the writes; nobody does or sees what is not theirs; the audit verifies;
 * stored rows are what their resources say.
 *
 * @throws Error that names the seed, the shortest failing run of calls, and the calls that touched the row in question
 * @example
 * await machineFuzz([{ plugin: parks, server: parksServer }], { steps: 1000, seed: 7, now: '2026-03-02T01:00:00.000Z' })
 */
export async function machineFuzz(modules: readonly TestModule[], options: MachineFuzzOptions): Promise<MachineFuzzReport> {
  const first = await playOut(modules, options, SWEEP_EVERY, 0)
  if (!first.fault) return first.report
  // What is wrong with a row may have happened at some call before it was looked at: the same calls again, with a sweep after each of the last ones.
  const isLate = first.isSwept || (first.fault instanceof MachineFault && first.fault.rowId !== undefined)
  const since = Math.max(0, Math.ceil(first.report.steps / SWEEP_EVERY) - 1) * SWEEP_EVERY
  // Whatever keeps the second run from its end must not hide what the first one found.
  const exact = isLate ? await playOut(modules, options, 1, since).catch(() => first) : first
  throw new Error(failureOf(options.seed, exact.fault ? exact : first), { cause: first.fault })
}

interface Outcome {
  readonly report: MachineFuzzReport
  readonly fault?: Error
  readonly calls: readonly Call[]
  /** Whether a sweep found the fault. */
  readonly isSwept: boolean
}

async function playOut(modules: readonly TestModule[], options: MachineFuzzOptions, every: number, after: number): Promise<Outcome> {
  const t = await testStreet(modules, { now: options.now, ...(options.postgres === undefined ? {} : { postgres: options.postgres }) })
  try {
    return await performed(t, modules, options, every, after)
  } finally {
    await t.close()
  }
}

async function performed(
  t: TestStreet,
  modules: readonly TestModule[],
  options: MachineFuzzOptions,
  every: number,
  after: number,
): Promise<Outcome> {
  const { steps, seed, samples = {}, plays = [], unrecorded = [] } = options
  const plugins = modules.map(({ plugin }) => plugin)
  const random = randomOf(seed)
  const population = emptyPopulation(plugins)
  const silent = new Set(unrecorded)
  const watch = watchOver(t, population, silent)
  const people = await hirePeople(t, plugins)
  const files = await putFiles(people)
  const coverage = emptyCoverage(plugins)
  const caller = makeCaller(t, population, watch, silent)
  const time = clockOf(t, options.now)
  const fileOf = (who: Person, accept: readonly string[] | undefined): string | undefined =>
    accept?.includes('image/png') === false ? undefined : files.get(who.accountId)
  const maker = makeMaker({ random, population, people, samples, fileOf, now: time.now })
  let count = 0
  let taken = 0
  let isSweeping = false

  const sweepIfDue = async (): Promise<void> => {
    if (count % every !== 0 || count <= after) return
    isSweeping = true
    await watch.sweep()
    isSweeping = false
  }
  const ask: Caller['ask'] = async (wanted) => {
    if (count >= steps) throw new PlayEnds('the steps are done')
    count += 1
    const answer = await caller.ask(wanted)
    if (answer.status < 400) taken += 1
    if (!wanted.isWrong) coverage.note(nameOf(wanted), answer.status < 400, answer.code)
    await sweepIfDue()
    return answer
  }
  const pass = async (hours: number): Promise<void> => {
    time.pass(hours)
    await t.drain()
    await caller.settle()
  }
  const hired = new Map<string, Person>()
  const played = new Map<string, Played>()
  const stage = stageOf({
    random,
    population,
    people,
    ask,
    pass,
    now: time.now,
    today: time.today,
    file: (who) => files.get(who.accountId),
    hire: async (role, community, subject) => {
      const key = `${role} ${subject.id}`
      const known = hired.get(key) ?? (await hirePerson(t, plugins, { role, community, subject }))
      hired.set(key, known)
      await caller.settle()
      return known
    },
  })

  const outcome = (fault?: Error): Outcome => ({
    report: reportOf(seed, count, taken, population, coverage, played),
    calls: caller.calls,
    ...(fault ? { fault } : {}),
    isSwept: isSweeping,
  })
  try {
    await caller.settle()
    while (count < steps) {
      const dice = random.next()
      if (dice < 0.02) await pass(random.happens(0.2) ? random.whole(24, 72) : random.whole(1, 10))
      else if (dice < 0.025) await aJob(t, random, modules, caller)
      else if (dice < 0.07 && plays.length > 0) {
        const start = count
        // Many plays wait for rows that others leave behind: the first that can begin is played.
        for (let tries = 0; tries < 6 && count === start; tries += 1) await aPlay(random, plays, stage, played)
      } else {
        const move = nextMove({ random, population, people: [...people, ...hired.values()], coverage, maker })
        if (move) await ask(move).catch(endsOnly)
      }
    }
    await pass(1)
    await atTheEnd(t, population, watch)
    return outcome()
  } catch (error) {
    return outcome(error instanceof Error ? error : new Error(String(error)))
  }
}

interface Played {
  whole: number
  broken: number
  stopped: string
}

async function aPlay(random: Random, plays: readonly Play[], stage: Stage, played: Map<string, Played>): Promise<void> {
  const play = random.weighed(plays, ({ weight = 1 }) => weight)
  if (!play) return
  const entry = played.get(play.name) ?? { whole: 0, broken: 0, stopped: '' }
  played.set(play.name, entry)
  try {
    await play.run(stage)
    entry.whole += 1
  } catch (error) {
    endsOnly(error)
    entry.broken += 1
    entry.stopped = error instanceof Error ? error.message : ''
  }
}

/** A play that cannot go on is no fault. */
function endsOnly(error: unknown): void {
  if (!(error instanceof PlayEnds)) throw error
}

async function aJob(t: TestStreet, random: Random, modules: readonly TestModule[], caller: Caller): Promise<void> {
  const jobs = modules.flatMap(({ plugin, server }) => Object.keys(server.jobs ?? {}).map((job) => [plugin.id, job] as const))
  const [plugin, job] = random.one(jobs) ?? []
  if (plugin === undefined || job === undefined) return
  await t.store.jobs.runNow(PLACES.street, plugin, job)
  await caller.settle()
}

async function atTheEnd(t: TestStreet, population: Population, watch: Watch): Promise<void> {
  await watch.sweep()
  await holdRows(t, population)
  for (const { code } of t.streets) {
    const verdict = await t.store.audit.verify(code)
    must(verdict.intact, () => `the audit of ${code} is broken at ${verdict.firstBroken}`)
    const letters = await t.store.outbox.deadLetters(code)
    must(letters.length === 0, () => `${letters[0]?.consumer} could not take ${letters[0]?.event}: ${letters[0]?.error}`)
  }
}

async function putFiles(people: readonly Person[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const { client, accountId } of people) {
    const answer = await client.upload<{ readonly id: string }>('/api/platform/files', sampleFile())
    if (answer.status < 400) files.set(accountId, answer.body.id)
  }
  return files
}

/** A clock that goes forward. */
function clockOf(t: TestStreet, start: string): { now(): string; today(): string; pass(hours: number): void } {
  let moment = Date.parse(start)
  return {
    now: () => new Date(moment).toISOString(),
    today: () => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10),
    pass: (hours) => {
      moment += hours * 3_600_000
      t.now(new Date(moment).toISOString())
    },
  }
}

function nameOf(ask: Parameters<Caller['ask']>[0]): string {
  if (ask.does === 'act') return ask.action.name
  if (ask.does === 'step') return `${ask.row.resource.name}.${ask.step}`
  return `${'resource' in ask ? ask.resource.name : ask.row.resource.name}.${ask.does}`
}

function reportOf(
  seed: number,
  steps: number,
  taken: number,
  population: Population,
  coverage: Coverage,
  played: ReadonlyMap<string, Played>,
): MachineFuzzReport {
  return {
    seed,
    steps,
    taken,
    rows: population.rows.size,
    entries: [...population.rows.values()].reduce((sum, { entries }) => sum + entries, 0),
    share: (pluginId) => stepShare(coverage, pluginId),
    coverage: coverageLines(coverage),
    plays: [...played].map(([name, { whole, broken, stopped }]) => `${name}: ${whole} whole, ${broken} broken off (${stopped})`),
  }
}

function failureOf(seed: number, { fault, calls, report }: Outcome): string {
  const id = fault instanceof MachineFault ? fault.rowId : undefined
  const about = calls.filter(({ ids }) => id !== undefined && ids.includes(id)).slice(-25)
  const lines = (shown: readonly Call[]): string => shown.map(({ no, text }) => `  ${no}. ${text}`).join('\n')
  return [
    `Seed ${seed}, after ${report.steps} calls (run it again with { seed: ${seed}, steps: ${report.steps} }): ${fault?.message ?? ''}`,
    ...(about.length > 0 ? [`What touched ${id}:`, lines(about)] : []),
    'The last calls:',
    lines(calls.slice(-8)),
  ].join('\n')
}
