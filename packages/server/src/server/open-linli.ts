import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Street } from '@linli/kit'
import { openStore } from '@linli/store'
import { defineLongActions } from '../actions/index.ts'
import { betterAuthenticator, createLockOut } from '../auth/index.ts'
import { seedDemo } from '../demo/index.ts'
import { defineImportJobs } from '../imports/index.ts'
import type { Instance } from '../instance/index.ts'
import { defineCalendarJob, firstAdministrator, prepareStreet } from '../platform/index.ts'
import { derive, type Load, readSecret, type Services } from '../services/index.ts'
import { createSessions } from '../session/index.ts'
import { installedPlugins } from './installed-plugins.ts'

/**
 * The whole runtime without HTTP: the modules' code, the store with its tables, the streets, signing in. `load` is how a module's server half is found:
 * a program passes `(id) => import(id)`, because only the program can see third-party packages.
 *
 * @throws StoreError, DefinitionError with what to do
 *
 * @example
 * const linli = await openLinli({ streets: [street], dataDir: '.linli' }, (id) => import(id))
 * await linli.store.run({ actor, street, pluginId: 'registry' }, (ctx) => ctx.rows(people).list())
 * await closeLinli(linli)
 */
export async function openLinli(instance: Instance, load: Load): Promise<Services> {
  if (instance.demo && instance.production)
    throw new Error('正式环境不能装演示数据：请去掉 demo，或不要设 production。Demo data are refused in production: drop one of the two.')
  const streets = new Map<string, Street>(instance.streets.map((street) => [street.code, street]))
  let services: Services | undefined
  const late = (): Services => {
    if (!services) throw new Error('the platform was asked before the store was open')
    return services
  }
  const plugins = await installedPlugins(instance, load, late)
  const store = await openStore({
    databaseUrl: instance.databaseUrl,
    dataDir: instance.dataDir,
    streets: instance.streets,
    plugins,
    production: instance.production ?? false,
    allowTestArea: instance.demo !== undefined,
    ...instance.store,
  })
  try {
    const secret = readSecret(instance.dataDir, process.env.LINLI_SECRET)
    const host = { db: store.db, secret: derive(secret, 'sessions').toString('base64') }
    const authenticator = await (instance.authenticator ?? betterAuthenticator)(host)
    const temporaryDir = join(instance.dataDir, 'tmp')
    mkdirSync(temporaryDir, { recursive: true })
    services = {
      instance,
      store,
      streets,
      plugins: new Map(plugins.map((one) => [one.plugin.id, one])),
      authenticator,
      lockOut: createLockOut(store.db),
      sessions: createSessions(store.db, authenticator, streets),
      secret,
      firstAdministrators: [],
      temporaryDir,
    }
    for (const street of streets.values()) await prepareStreet(store, street)
    if (instance.demo) await seedDemo(services, instance.demo)
    for (const street of streets.values()) {
      const first = await firstAdministrator(store, authenticator, street, instance.production ?? false)
      if (first) services.firstAdministrators.push(first)
    }
    defineImportJobs(services)
    defineCalendarJob(store)
    defineLongActions(services)
    return services
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Begins to deliver events and run jobs. */
export async function startWork({ store }: Services): Promise<void> {
  store.outbox.start()
  await store.jobs.start()
}

/** Ends what is being done, and lets go of the database and the data folder. */
export async function closeLinli({ store }: Services): Promise<void> {
  await store.jobs.stop()
  await store.outbox.stop()
  await store.close()
}
