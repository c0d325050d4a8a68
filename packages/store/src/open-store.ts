import { join } from 'node:path'
import type { AnyResource } from '@linli/kit'
import { Kysely, PostgresDialect } from 'kysely'
import { makeAudit } from './audit/make-audit.ts'
import { makeCalendarCache, makeCalendars } from './calendars/make-calendars.ts'
import { loadKey, openCipher, type Cipher } from './cipher/index.ts'
import { nationalCalendar } from './clock.ts'
import { connect, type Connection } from './connection/connect.ts'
import { unavailable } from './connection/database-failure.ts'
import { camelCase } from './context/bound-dialect.ts'
import { readWork, runWork } from './context/run-work.ts'
import { folderContents } from './files/folder-contents.ts'
import { makeFiles } from './files/make-files.ts'
import { makeJobs } from './jobs/make-jobs.ts'
import { makeMigrations, migrationSets, pendingError, type Migrations } from './migrations/index.ts'
import { makeModuleCache, makeModules } from './modules/make-modules.ts'
import { makeOutbox } from './outbox/make-outbox.ts'
import type { Parts } from './parts.ts'
import { makeStatistics } from './statistics.ts'
import { findDrift } from './table/index.ts'
import { readFigures } from './views/read-figures.ts'
import { readInbox } from './views/read-inbox.ts'
import { readTimeline } from './views/read-timeline.ts'
import type { LinliStore, LoadedPlugin, StoreOptions } from './store.ts'

/**
 * Opens the store: takes the folder or connects, brings the tables up to date (or refuses to start), checks the key.
 *
 * @throws StoreError with what to do: `folder.in_use`, `database.unreachable`, `database.too_old`, `key.changed`, `key.format`, `migrations.*`
 *
 * @example
 * const store = await openStore({ dataDir: '.linli', streets: [street], plugins: [{ plugin: platform, server: platformServer }] })
 */
export async function openStore(options: StoreOptions): Promise<LinliStore> {
  const connection = await connect(options)
  try {
    const migrations = makeMigrations(connection, migrationSets(options.plugins))
    await bringUpToDate(migrations, options)
    const cipher = await openCipher(connection.direct, loadKey(options.dataDir, options.key), options.dataDir)
    return await assemble(options, connection, cipher, migrations)
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function bringUpToDate(migrations: Migrations, options: StoreOptions): Promise<void> {
  const { migrate = options.production ? 'refuse' : 'auto', log } = options
  const pending = await migrations.pending()
  if (pending.length === 0) return
  if (migrate === 'refuse') throw pendingError(pending)
  for (const { plugin, name } of await migrations.migrate()) log?.('info', 'Migration applied.', { plugin, name })
}

async function assemble(options: StoreOptions, connection: Connection, cipher: Cipher, migrations: Migrations): Promise<LinliStore> {
  const given = options.calendar ?? nationalCalendar()
  const calendars = makeCalendarCache(connection, given)
  const cache = makeModuleCache(
    connection,
    options.streets,
    options.plugins.find(({ plugin }) => plugin.id === 'platform')?.plugin,
    calendars.forget,
  )
  const resources = new Map<string, AnyResource>(
    options.plugins.flatMap(({ plugin }) => plugin.resources).map((resource) => [resource.name, resource]),
  )
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: connection.pool }), plugins: [camelCase()] })
  const parts: Parts = {
    options,
    connection,
    db,
    cipher,
    calendarOf: calendars.of,
    plugins: new Map(options.plugins.map((loaded) => [loaded.plugin.id, loaded])),
    resources,
    consumers: consumersOf(options.plugins),
    modulesOf: cache.of,
    onEvents: () => outbox.wake(),
    statistics: makeStatistics(connection),
  }
  const outbox = makeOutbox(parts)
  const jobs = makeJobs(parts)
  await cache.listen()
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await outbox.stop()
    await jobs.stop()
    cache.close()
    await parts.statistics.settle()
    await connection.close()
  }
  return {
    kind: connection.kind,
    streets: options.streets,
    plugins: options.plugins,
    db,
    migrations,
    modules: makeModules(parts, cache),
    calendars: makeCalendars(parts, calendars, given),
    audit: makeAudit(parts),
    outbox,
    jobs,
    files: makeFiles(parts, options.contents ?? folderContents(join(options.dataDir, 'files'))),
    resource: (name) => resources.get(name),
    run: (as, work) => runWork(parts, as, work),
    read: (as, work) => readWork(parts, as, work),
    ping: async () => {
      try {
        await connection.direct.query('select 1')
      } catch (error) {
        throw unavailable(error)
      }
    },
    drift: (pluginId) => {
      const loaded = parts.plugins.get(pluginId)
      if (!loaded) throw new Error(`There is no module "${pluginId}".`)
      return findDrift(connection.pool, loaded.plugin)
    },
    timeline: readTimeline,
    inbox: (ctx, query) => readInbox(parts, ctx, query),
    figures: (ctx) => readFigures(parts, ctx),
    close: () => (closing ??= close()),
  }
}

function consumersOf(plugins: readonly LoadedPlugin[]): ReadonlyMap<string, readonly string[]> {
  const consumers = new Map<string, string[]>()
  for (const { plugin, server } of plugins) {
    for (const event of Object.keys(server.on ?? {})) consumers.set(event, [...(consumers.get(event) ?? []), plugin.id])
  }
  return consumers
}
