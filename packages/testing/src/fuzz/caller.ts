import type { AnyAction, AnyResource } from '@linli/kit'
import type { Answer, TestRow, TestStreet } from '../street/index.ts'
import { pathOf } from '../street/index.ts'
import { must } from './fault.ts'
import type { Known, Population } from './known.ts'
import type { Person } from './people.ts'
import type { Entry, Watch } from './watch.ts'

type Values = Readonly<Record<string, unknown>>

/** What is asked of the server, and what the model knows of it beforehand. */
export type Ask = { readonly who: Person; readonly isWrong?: boolean } & (
  | { readonly does: 'create'; readonly resource: AnyResource; readonly values: Values }
  | { readonly does: 'update'; readonly row: Known; readonly values: Values; readonly version: number }
  | { readonly does: 'remove' | 'find' | 'timeline'; readonly row: Known }
  | { readonly does: 'step'; readonly row: Known; readonly step: string; readonly values: Values; readonly version: number }
  | { readonly does: 'act'; readonly action: AnyAction; readonly row: Known | undefined; readonly values: Values }
  | { readonly does: 'list'; readonly resource: AnyResource }
)

/** A call that was made, for whoever reads the way to a fault. */
export interface Call {
  readonly no: number
  readonly text: string
  readonly ids: readonly string[]
}

/** Asks the server, and holds the answer and what it left behind against the model. */
export interface Caller {
  /** @throws MachineFault */
  ask(ask: Ask): Promise<Answer>
  /** Takes in what happened without a call: jobs, events, new accounts. @throws MachineFault */
  settle(): Promise<void>
  readonly calls: readonly Call[]
}

const CALLS_KEPT = 4000
/** Answers that are given when a good deal was done already. */
const LATE: ReadonlySet<number> = new Set([409, 422])

export function makeCaller(t: TestStreet, population: Population, watch: Watch, unrecorded: ReadonlySet<string>): Caller {
  const calls: Call[] = []
  let count = 0

  return {
    calls,
    settle: async () => watch.compare((await watch.look()).entries),
    ask: async (ask) => {
      count += 1
      const row = 'row' in ask ? ask.row : undefined
      const before = row && { status: row.status, version: row.writes }
      const answer = await send(t, ask)
      calls.push({ no: count, text: `${told_(ask)} → ${answer.status} ${answer.code ?? ''}`, ids: idsOf(ask, answer) })
      if (calls.length > CALLS_KEPT) calls.splice(0, CALLS_KEPT / 2)
      must(answer.status < 500, () => `answered ${answer.status}: ${String(JSON.stringify(answer.body)).slice(0, 500)}`, row?.id)
      const { entries, told } = await watch.look()
      const isRefused = answer.status >= 400
      holdAccess(ask, answer)
      if (isRefused || isReading(ask)) {
        must(entries.length === 0, () => `a call that writes nothing left the entry ${entries[0]?.resource} ${entries[0]?.verb}`, row?.id)
        must(!told, () => 'a call that writes nothing told an event', row?.id)
      }
      if (isRefused) {
        if (row && LATE.has(answer.status) && !unrecorded.has(row.resource.name))
          must(await watch.isUntouched(row), () => `${row.resource.name} ${row.id} changed in a call that was refused`, row.id)
        return answer
      }
      must(
        ask.isWrong !== true,
        () => `what is wrong was taken: ${JSON.stringify('values' in ask ? ask.values : {}).slice(0, 300)}`,
        row?.id,
      )
      if (isReading(ask)) holdReading(ask, answer, population, unrecorded)
      else {
        holdWriting(ask, answer, entries, row && unrecorded.has(row.resource.name) ? undefined : before, population)
        await watch.compare(entries)
      }
      return answer
    },
  }
}

function send(t: TestStreet, ask: Ask): Promise<Answer> {
  const { client } = ask.who
  switch (ask.does) {
    case 'create':
      return client.create(ask.resource, ask.values)
    case 'update':
      return client.update(ask.row.resource, ask.row.id, { ...ask.values, version: ask.version })
    case 'remove':
      return client.remove(ask.row.resource, ask.row.id)
    case 'find':
      return client.find(ask.row.resource, ask.row.id)
    case 'timeline':
      return client.get(`${pathOf(ask.row.resource)}/${ask.row.id}/timeline`)
    case 'step':
      return client.step(ask.row.resource, ask.row.id, ask.step, ask.values, { version: ask.version })
    case 'act':
      return (ask.action.public ? t.anonymous : client).action(ask.action, ask.values, ask.row?.id)
    case 'list':
      return client.list(ask.resource, { range: [0, 49] })
  }
}

function isReading(ask: Ask): boolean {
  return ask.does === 'find' || ask.does === 'timeline' || ask.does === 'list' || (ask.does === 'act' && ask.action.readOnly === true)
}

function permissionOf(ask: Ask): string | undefined {
  switch (ask.does) {
    case 'act':
      return ask.action.public ? undefined : ask.action.name
    case 'step':
      return `${ask.row.resource.name}.${ask.step}`
    case 'create':
      return `${ask.resource.name}.create`
    case 'list':
      return `${ask.resource.name}.read`
    case 'update':
      return `${ask.row.resource.name}.update`
    case 'remove':
      return `${ask.row.resource.name}.delete`
    case 'find':
    case 'timeline':
      return `${ask.row.resource.name}.read`
  }
}

/** Nobody does what no role of theirs allows, nor where no post of theirs reaches. */
function holdAccess(ask: Ask, { status, code }: Answer): void {
  const permission = permissionOf(ask)
  if (permission !== undefined && !ask.who.may(permission)) {
    must(status === 403 && Boolean(code?.startsWith('access.')), () => `${permission} is not theirs, and was answered ${status} ${code}`)
    return
  }
  if (ask.does !== 'act')
    must(code !== 'access.denied' && code !== 'access.not_granted', () => `${permission} is theirs, and was answered ${status} ${code}`)
  const row = 'row' in ask ? ask.row : undefined
  if (row && permission !== undefined && !ask.who.reaches(row, row.resource, !isReading(ask) && ask.does !== 'act'))
    must(status >= 400, () => `${row.resource.name} ${row.id} lies out of reach, and was answered ${status}`, row.id)
}

function holdReading(ask: Ask, answer: Answer, population: Population, unrecorded: ReadonlySet<string>): void {
  if (ask.does === 'timeline') {
    const { entries } = answer.body as { readonly entries: readonly unknown[] }
    must(
      entries.length === Math.min(500, ask.row.entries),
      () => `the timeline has ${entries.length} entries, and the row ${ask.row.entries}`,
      ask.row.id,
    )
    return
  }
  if (ask.does === 'act') return
  const rows = (ask.does === 'list' ? answer.body : [answer.body]) as readonly TestRow[]
  for (const { id, version, communityId, gridId, status } of rows) {
    const row = population.rows.get(id)
    must(row !== undefined, () => `${id} is shown, and was never made`, id)
    const place = { street: row.street, community: communityId, grid: typeof gridId === 'string' ? gridId : null }
    must(
      ask.who.reaches(place, row.resource, false),
      () => `${row.resource.name} of ${communityId ?? row.street} is shown to somebody elsewhere`,
      id,
    )
    if (unrecorded.has(row.resource.name)) continue
    must(
      version === row.writes && communityId === row.community && (status ?? null) === row.status,
      () => `${row.resource.name} is shown as ${String(status)} version ${version}, and is ${row.status} version ${row.writes}`,
      id,
    )
  }
}

function holdWriting(
  ask: Ask,
  answer: Answer,
  entries: readonly Entry[],
  before: { readonly status: string | null; readonly version: number } | undefined,
  population: Population,
): void {
  const left = (verb: string, id: string | null): boolean =>
    entries.some((entry) => entry.verb === verb && entry.subjectId === id && entry.actorId === ask.who.accountId)
  const body = answer.body as TestRow
  for (const { street, subjectId } of entries)
    must(ask.does === 'act' || street === ask.who.street, () => `a call of ${ask.who.street} wrote in ${street}`, subjectId ?? undefined)
  switch (ask.does) {
    case 'create': {
      must(left('create', body.id), () => `${ask.resource.name} was created, and nobody is remembered to have done it`)
      const row = population.rows.get(body.id)
      must(row !== undefined && ask.who.reaches(row, ask.resource, true), () => `${ask.resource.name} was created out of reach`, body.id)
      return
    }
    case 'update':
      must(
        before === undefined || before.version === ask.version,
        () => `a stale version (${ask.version}) was taken for ${before?.version}`,
        ask.row.id,
      )
      // What a rule kept from the row and laid before somebody is remembered there; the row's version then stands.
      must(
        entries.length === 0 || left('update', ask.row.id) || body.version === ask.version,
        () => 'a change is not remembered with who made it',
        ask.row.id,
      )
      return
    case 'step': {
      const step = ask.row.resource.workflow?.steps[ask.step]
      must(
        before === undefined || before.version === ask.version,
        () => `a stale version (${ask.version}) was taken for ${before?.version}`,
        ask.row.id,
      )
      must(
        before === undefined || (step?.from.includes(before.status ?? '') ?? false),
        () => `the step ${ask.step} was taken from ${before?.status}`,
        ask.row.id,
      )
      must(left(ask.step, ask.row.id), () => `the step ${ask.step} is not remembered with who took it`, ask.row.id)
      return
    }
    case 'remove':
      must(left('remove', ask.row.id), () => 'the removal is not remembered with who did it', ask.row.id)
      return
    case 'act':
      // A long action is queued, and remembered by the job that does it.
      must(answer.status === 202 || entries.length > 0, () => `the action ${ask.action.name} is not remembered`)
      return
    case 'find':
    case 'timeline':
    case 'list':
      return
  }
}

function told_(ask: Ask): string {
  const values = 'values' in ask ? ` ${JSON.stringify(ask.values).slice(0, 300)}` : ''
  const row = 'row' in ask && ask.row ? ` ${ask.row.resource.name} ${ask.row.id} (${ask.row.status ?? '–'} v${ask.row.writes})` : ''
  const what = ask.does === 'act' ? ask.action.name : ask.does === 'step' ? ask.step : ask.does
  const version = 'version' in ask ? ` on v${ask.version}` : ''
  return `${ask.who.name}: ${what}${'resource' in ask ? ` ${ask.resource.name}` : ''}${row}${version}${values}${ask.isWrong ? ' (wrong)' : ''}`
}

function idsOf(ask: Ask, answer: Answer): readonly string[] {
  const text = `${'row' in ask ? (ask.row?.id ?? '') : ''} ${'values' in ask ? JSON.stringify(ask.values) : ''} ${isReading(ask) ? '' : String(JSON.stringify(answer.body)).slice(0, 4000)}`
  return [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])]
}
