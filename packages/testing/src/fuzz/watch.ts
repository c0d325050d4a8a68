import { tableName } from '@linli/store'
import { sql } from 'kysely'
import { PLACES, type TestStreet } from '../street/index.ts'
import { must } from './fault.ts'
import type { Known, Population } from './known.ts'

/** An entry that a call left in the audit. */
export interface Entry {
  readonly street: string
  readonly no: number
  readonly verb: string
  readonly resource: string
  readonly subjectId: string | null
  readonly actorId: string
  readonly after: Readonly<Record<string, unknown>> | null
}

/** What a call left behind. */
export interface Left {
  readonly entries: readonly Entry[]
  /** Whether an event was told. */
  readonly told: boolean
}

/** Holds the tables against what the audit says of them. */
export interface Watch {
  /** What was left since the last look; it is taken into the population. @throws MachineFault for a way that no workflow declares */
  look(): Promise<Left>
  /** Holds the rows that entries speak of against their tables. */
  compare(entries: readonly Entry[]): Promise<void>
  /** Whether a row is, to the letter, what it was when it was last looked at. */
  isUntouched(row: Known): Promise<boolean>
  /** Holds every row of every table against the population. */
  sweep(): Promise<void>
}

interface Stored {
  readonly resource: string
  readonly street: string
  readonly id: string
  readonly version: number
  readonly status: string | null
  readonly community: string | null
  readonly grid: string | null
  readonly digest: string
}

/** @param unrecorded resources whose rows may change without an entry */
export function watchOver({ store }: TestStreet, population: Population, unrecorded: ReadonlySet<string>): Watch {
  const last = new Map<string, number>([
    [PLACES.street, 0],
    [PLACES.otherStreet, 0],
  ])
  let lastEvents = ''
  const columns = (name: string): ReturnType<typeof sql> => {
    const hasStatus = population.resources.get(name)?.workflow !== undefined
    return sql`select ${sql.lit(name)} as resource, t.street_id as street, t.id::text as id, t.version, ${hasStatus ? sql`t.status` : sql`null::text`} as status,
      t.community_id as community, t.grid_id as grid, md5(t::text) as digest from ${sql.table(tableName(name))} t`
  }
  const stored = async (parts: readonly ReturnType<typeof sql>[]): Promise<readonly Stored[]> =>
    parts.length === 0 ? [] : (await sql<Stored>`${sql.join([...parts], sql` union all `)}`.execute(store.db)).rows

  const take = (entry: Entry): void => {
    const resource = population.resources.get(entry.resource)
    if (!resource || entry.subjectId === null) return
    const step = resource.workflow?.steps[entry.verb]
    if (entry.verb === 'create') {
      must(!population.rows.has(entry.subjectId), () => `${entry.resource} ${entry.subjectId} was created twice`, entry.subjectId)
      population.add({
        id: entry.subjectId,
        resource,
        street: entry.street,
        community: null,
        grid: null,
        status: resource.workflow?.initial ?? null,
        writes: 0,
        entries: 0,
        values: {},
        digest: undefined,
        touched: true,
      })
    }
    const row = population.rows.get(entry.subjectId)
    must(row !== undefined, () => `the audit speaks of ${entry.resource} ${entry.subjectId}, which was never created`)
    row.entries += 1
    if (entry.verb === 'remove') {
      population.remove(row)
      return
    }
    if (entry.verb !== 'create' && entry.verb !== 'update' && step === undefined) return
    row.writes += 1
    row.touched = true
    const { communityId, gridId, status, ...values } = entry.after ?? {}
    if (communityId !== undefined) row.community = communityId as string | null
    if (gridId !== undefined) row.grid = gridId as string | null
    Object.assign(row.values, values)
    if (step) {
      const from = row.status ?? ''
      must(step.from.includes(from), () => `${row.resource.name} took the step ${entry.verb} from ${from}, which is not declared`, row.id)
      row.status = step.to
    }
    must(
      status === undefined || status === row.status,
      () => `${row.resource.name} went to ${String(status)} by ${entry.verb}, which leads to ${row.status ?? 'no state'}`,
      row.id,
    )
  }

  const hold = (found: Stored): void => {
    const row = population.rows.get(found.id)
    must(row !== undefined, () => `${found.resource} ${found.id} stands in its table and nobody is remembered to have made it`, found.id)
    const shown = `${found.resource} ${found.id}`
    const states = row.resource.workflow?.states
    must(
      states === undefined || Object.hasOwn(states, found.status ?? ''),
      () => `${shown} is in the state ${found.status}, which does not exist`,
      row.id,
    )
    must(found.status === row.status, () => `${shown} is in the state ${found.status}, and by its steps in ${row.status}`, row.id)
    if (unrecorded.has(found.resource)) {
      row.writes = Math.max(row.writes, found.version)
      row.community = found.community
      row.grid = found.grid
    }
    must(found.version === row.writes, () => `${shown} has the version ${found.version}, and was written ${row.writes} times`, row.id)
    must(
      found.street === row.street && found.community === row.community && found.grid === row.grid,
      () =>
        `${shown} lies in ${found.community ?? found.street}/${found.grid}, and is remembered in ${row.community ?? row.street}/${row.grid}`,
      row.id,
    )
    must(
      row.touched || row.digest === undefined || row.digest === found.digest || unrecorded.has(found.resource),
      () => `${shown} changed, and nobody is remembered to have changed it`,
      row.id,
    )
    row.digest = found.digest
    row.touched = false
  }

  return {
    look: async () => {
      const entriesOf = (street: string) => sql`
        select street_id as street, no, verb, resource, subject_id as "subjectId", actor_id as "actorId", after from platform_audit
        where street_id = ${street} and no > ${last.get(street) ?? 0}`
      const newest = (street: string) => sql`(select id::text from platform_outbox where street_id = ${street} order by id desc limit 1)`
      const { rows: found } = await sql<{ entries: readonly Entry[] | null; events: string | null }>`
        select (select json_agg(e order by street, no) from (${entriesOf(PLACES.street)} union all ${entriesOf(PLACES.otherStreet)}) e) as entries,
          concat(${newest(PLACES.street)}, ${newest(PLACES.otherStreet)}) as events`.execute(store.db)
      const rows = found[0]?.entries ?? []
      const events = found[0]?.events ?? ''
      const told = events !== lastEvents
      lastEvents = events
      for (const entry of rows) {
        must(entry.no === (last.get(entry.street) ?? 0) + 1, () => `the audit of ${entry.street} has a gap before ${entry.no}`)
        last.set(entry.street, entry.no)
        take(entry)
      }
      return { entries: rows, told }
    },
    compare: async (entries) => {
      const ids = new Map<string, Set<string>>()
      for (const { resource, subjectId } of entries) {
        if (subjectId === null || !population.rows.has(subjectId)) continue
        const known = ids.get(resource)
        if (known) known.add(subjectId)
        else ids.set(resource, new Set([subjectId]))
      }
      const parts = [...ids].map(([resource, wanted]) => sql`${columns(resource)} where t.id = any(${[...wanted]}::uuid[])`)
      const found = await stored(parts)
      for (const each of found) hold(each)
      const there = new Set(found.map(({ id }) => id))
      for (const wanted of ids.values()) for (const id of wanted) must(there.has(id), () => `${id} is not in its table`, id)
    },
    isUntouched: async (row) => {
      if (row.digest === undefined) return true
      const [found] = await stored([sql`${columns(row.resource.name)} where t.id = ${row.id}::uuid`])
      return found?.digest === row.digest
    },
    sweep: async () => {
      const found = await stored([...population.resources.keys()].map(columns))
      for (const each of found) hold(each)
      const there = new Set(found.map(({ id }) => id))
      for (const { id, resource } of population.rows.values())
        must(there.has(id), () => `${resource.name} ${id} vanished without an entry`, id)
    },
  }
}
