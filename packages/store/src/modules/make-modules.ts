import { parseInput, type AnyPlugin, type Module, type Street } from '@linli/kit'
import type { PoolClient } from 'pg'
import { runWork } from '../context/run-work.ts'
import { sessionOf, type Session } from '../context/session.ts'
import type { Parts } from '../parts.ts'
import { reason, refuse } from '../refusals/index.ts'
import type { RunAs } from '../store.ts'
import type { Connection, Queryable } from '../connection/connect.ts'
import type { ModuleChange, Modules, ModuleState } from './modules.ts'

const CHANNEL = 'linli_modules'
/** How stale another process may be should the notice of a change get lost. */
const AGE_LIMIT = 30_000
const LISTEN_AGAIN = 5_000

interface Known {
  readonly states: ReadonlyMap<string, ModuleState>
  readonly readAt: number
}

/** The cache of what is switched on, shared by every request of this process. */
export interface ModuleCache {
  of(streetId: string): Promise<ReadonlyMap<string, ModuleState>>
  forget(streetId: string): void
  /** Hears of changes by other processes. */
  listen(): Promise<void>
  close(): void
}

/** `heard` is told of every change of a street that another process announces. */
export function makeModuleCache(
  connection: Connection,
  streets: readonly Street[],
  platform: AnyPlugin | undefined,
  heard: (streetId: string) => void,
): ModuleCache {
  const byCode = new Map(streets.map((street) => [street.code, street]))
  const known = new Map<string, Known>()
  const reading = new Map<string, Promise<ReadonlyMap<string, ModuleState>>>()
  let listener: PoolClient | undefined
  let retry: NodeJS.Timeout | undefined
  let isClosed = false

  const read = async (streetId: string): Promise<ReadonlyMap<string, ModuleState>> => {
    try {
      const states = await readStates(connection.direct, byCode.get(streetId), platform)
      known.set(streetId, { states, readAt: Date.now() })
      return states
    } finally {
      reading.delete(streetId)
    }
  }
  const listen = async (): Promise<void> => {
    const client = await connection.pool.connect()
    client.on('notification', ({ payload }) => {
      cache.forget(payload ?? '')
      heard(payload ?? '')
    })
    client.on('error', () => {
      client.release(true)
      listener = undefined
      listenAgain()
    })
    await client.query(`listen ${CHANNEL}`)
    listener = client
  }
  // What changed while nobody listened is seen when the cache grows old.
  const listenAgain = (): void => {
    if (!isClosed) retry = setTimeout(() => void listen().catch(listenAgain), LISTEN_AGAIN).unref()
  }
  const cache: ModuleCache = {
    of: (streetId) => {
      const entry = known.get(streetId)
      if (entry && (connection.kind === 'embedded' || Date.now() - entry.readAt < AGE_LIMIT)) return Promise.resolve(entry.states)
      let pending = reading.get(streetId)
      if (!pending) reading.set(streetId, (pending = read(streetId)))
      return pending
    },
    forget: (streetId) => {
      known.delete(streetId)
      reading.delete(streetId)
    },
    // The embedded database has one process, which forgets on its own.
    listen: async () => {
      if (connection.kind === 'postgres') await listen()
    },
    close: () => {
      isClosed = true
      clearTimeout(retry)
      listener?.release(true)
      listener = undefined
    },
  }
  return cache
}

async function readStates(
  db: Queryable,
  street: Street | undefined,
  platform: AnyPlugin | undefined,
): Promise<ReadonlyMap<string, ModuleState>> {
  if (!street) return new Map()
  const { rows } = await db.query('select plugin_id, enabled, settings, version from platform_modules where street_id = $1', [street.code])
  const saved = new Map(rows.map((row) => [row.plugin_id, row]))
  return new Map(
    installed(street, platform).map((module) => {
      const row = saved.get(module.plugin.id)
      const own = (row?.settings ?? {}) as Readonly<Record<string, unknown>>
      return [module.plugin.id, stateOf(module, own, row ? row.enabled === true : true, Number(row?.version ?? 0))]
    }),
  )
}

/** The modules of a street, the platform with them: it has settings, though nobody installs it. */
function installed({ modules }: Street, platform: AnyPlugin | undefined): readonly Module[] {
  return platform ? [...modules, { plugin: platform, settings: {} }] : modules
}

/** What was saved and no longer fits its schema (a newer version of the module) gives way to the street's file. */
function stateOf({ plugin, settings }: Module, saved: Readonly<Record<string, unknown>>, enabled: boolean, version: number): ModuleState {
  const known = Object.fromEntries(Object.entries(saved).filter(([key]) => Object.hasOwn(plugin.settings, key)))
  const wanted = parseInput(plugin.settings, { ...settings, ...known }, { byRule: true })
  const fallback = wanted.ok ? wanted : parseInput(plugin.settings, settings, { byRule: true })
  return { id: plugin.id, enabled, settings: fallback.ok ? fallback.value : {}, saved: known, version }
}

/** Announces to every process, once the transaction is committed, that what it remembers of a street is out of date. */
export async function tellStreetChanged({ db, as }: Session): Promise<void> {
  await db.query('select pg_notify($1, $2)', [CHANNEL, as.street.code])
}

export function makeModules(parts: Parts, cache: ModuleCache): Modules {
  return {
    of: async (streetId) => [...(await cache.of(streetId)).values()],
    isOn: async (streetId, pluginId) => (await cache.of(streetId)).get(pluginId)?.enabled ?? pluginId === 'platform',
    change: (as, pluginId, change) => changeModule(parts, cache, as, pluginId, change),
  }
}

async function changeModule(parts: Parts, cache: ModuleCache, as: RunAs, pluginId: string, change: ModuleChange): Promise<ModuleState> {
  const { street } = as
  const platform = parts.plugins.get('platform')?.plugin
  const module = installed(street, platform).find(({ plugin }) => plugin.id === pluginId)
  if (pluginId === 'platform' && change.enabled === false) refuse(reason('module.platform'))
  if (!module) return refuse(reason('module.unknown'), 404)
  await runWork(parts, as, async (ctx) => {
    const session = sessionOf(ctx)
    // One change of a street's modules at a time, so that two cannot switch off what the other needs.
    await session.db.query('select pg_advisory_xact_lock(hashtext($1))', [`${CHANNEL} ${street.code}`])
    const states = await readStates(session.db, street, platform)
    const before = states.get(pluginId) ?? stateOf(module, {}, true, 0)
    if (change.version !== undefined && change.version !== before.version)
      refuse(reason('row.stale', { title: module.plugin.title, version: before.version }), 409)
    const enabled = change.enabled ?? before.enabled
    const settings = change.settings === undefined ? before.saved : validSettings(module.plugin, change.settings)
    mustFit(street, states, module.plugin, enabled)
    await session.db.query(
      `insert into platform_modules (street_id, plugin_id, enabled, settings, version, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (street_id, plugin_id) do update set enabled = excluded.enabled, settings = excluded.settings, version = excluded.version,
         updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [street.code, pluginId, enabled, JSON.stringify(settings), before.version + 1, session.now, as.actor.id],
    )
    session.audits.push({
      verb: enabled === before.enabled ? 'tune' : enabled ? 'switchOn' : 'switchOff',
      resource: 'platform.modules',
      subjectId: pluginId,
      communityId: null,
      gridId: null,
      before: { enabled: before.enabled, settings: before.saved },
      after: { enabled, settings },
      reason: change.reason ?? null,
    })
    if (enabled && !before.enabled)
      await session.db.query(
        `update platform_deliveries set state = 'pending', attempts = 0, next_at = $3 where street_id = $1 and consumer = $2 and state = 'skipped'`,
        [street.code, pluginId, new Date().toISOString()],
      )
    await tellStreetChanged(session)
    session.afterCommit.push(() => cache.forget(street.code))
  })
  return (await cache.of(street.code)).get(pluginId) ?? stateOf(module, {}, true, 0)
}

function validSettings(plugin: AnyPlugin, settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const result = parseInput(plugin.settings, settings, { mode: 'patch', byRule: true })
  return result.ok ? result.value : refuse(result.faults, 400)
}

function mustFit(street: Street, states: ReadonlyMap<string, ModuleState>, plugin: AnyPlugin, enabled: boolean): void {
  const isOn = (id: string): boolean => id === 'platform' || (states.get(id)?.enabled ?? false)
  const titleOf = (id: string): string => street.modules.find((module) => module.plugin.id === id)?.plugin.title ?? id
  if (enabled) {
    const missing = plugin.needs.find((need) => !isOn(need))
    if (missing !== undefined) refuse(reason('module.needs', { needs: titleOf(missing) }))
    return
  }
  const by = street.modules.find((module) => isOn(module.plugin.id) && module.plugin.needs.includes(plugin.id))
  if (by) refuse(reason('module.needed_by', { by: by.plugin.title }))
}
