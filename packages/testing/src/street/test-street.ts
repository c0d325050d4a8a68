import { type Actor, systemAccess } from '@linli/core/access'
import type { AnyPlugin, Street } from '@linli/kit'
import { createServer, type Instance, type LinliServer } from '@linli/server'
import { type Context, type LinliStore, StoreError } from '@linli/store'
import type { FastifyInstance } from 'fastify'
import { testClock } from './clock.ts'
import { dropTemplate, embeddedGround, fingerprintOf, type Ground, postgresGround, type Prepare, remakeTemplate } from './ground.ts'
import { hire } from './hire.ts'
import { testAuthenticator } from './test-authenticator.ts'
import { isOnServer, testPostgres } from './stores.ts'
import { testClient, type TestClient } from './test-client.ts'
import type { TestModule } from './test-module.ts'
import { PLACES, testStreets } from './test-places.ts'
import type { TestPost } from './test-post.ts'

export interface TestStreetOptions {
  /**
   * A fresh database on the server of `LINLI_TEST_PG` instead of the embedded one.
   *
   * @default whether the environment says `LINLI_TEST_STORE=postgres` or `both`
   */
  readonly postgres?: boolean
  /** The moment that is taken for now, ISO 8601; the clock then stands until it is set again. @default the real clock */
  readonly now?: string
}

/** An assembled office on data of its own, asked by HTTP. */
export interface TestStreet {
  readonly app: FastifyInstance
  readonly store: LinliStore
  /** The street that tests act in unless they say otherwise, and another one beside it. */
  readonly streets: readonly [Street, Street]
  /** Somebody with these posts, each time the same person for the same posts; without posts, an account that may do nothing. */
  as(...posts: readonly TestPost[]): TestClient
  /** Somebody who is not signed in. */
  readonly anonymous: TestClient
  /** Code in a transaction as the system, with the settings of a module: for what no request can make. */
  run<T>(plugin: AnyPlugin | string, work: (ctx: Context) => Promise<T>, street?: string): Promise<T>
  /** Sets the moment that everything takes for now, ISO 8601. */
  now(instant: string): void
  /** Delivers every waiting event and runs every queued job, also what follows from them. */
  drain(): Promise<void>
  /** Stops the server and starts it again on the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

/**
 * A whole office in a test: two streets with two communities each, the modules given, real tables, asked by HTTP.
 * The first one of a set of modules takes seconds to prepare; it is then copied.
 *
 * @example
 * const t = await testStreet([{ plugin: parks, server: parksServer }])
 * const director = t.as({ role: 'community-director', community: PLACES.east })
 * const { id } = (await director.create(benches, { place: '南门' })).ok()
 * await t.close()
 */
export async function testStreet(modules: readonly TestModule[], options: TestStreetOptions = {}): Promise<TestStreet> {
  const streets = testStreets(modules)
  const clock = testClock()
  const open = ({ dataDir, databaseUrl }: Pick<Ground, 'dataDir' | 'databaseUrl'>): Promise<LinliServer> =>
    createServer(instanceOf(streets, dataDir, databaseUrl), loadFrom(modules))
  const { ground, server: first } = await settle(modules, options, open)
  let server = first
  if (options.now) clock.set(options.now)

  const streetOf = (code: string): Street => {
    const street = streets.find((one) => one.code === code)
    if (!street) throw new Error(`There is no test street ${code}; there are ${streets.map((one) => one.code).join(' and ')}.`)
    return street
  }
  const run: TestStreet['run'] = (plugin, work, code = PLACES.street) => {
    const street = streetOf(code)
    return server.store.run(
      { actor: systemOf(street), street, pluginId: typeof plugin === 'string' ? plugin : plugin.id, from: 'test' },
      work,
    )
  }
  const people = new Map<string, TestClient>()
  let hired = 0

  const as = (...posts: readonly TestPost[]): TestClient => {
    const key = JSON.stringify(posts)
    const known = people.get(key)
    if (known) return known
    const street = posts[0]?.street ?? PLACES.street
    hired += 1
    const username = `试验员${hired}`
    let account: Promise<string> | undefined
    const client = testClient(
      () => server.app,
      async () => ({ street, accountId: await (account ??= run('platform', (ctx) => hire(ctx, username, posts), street)) }),
    )
    people.set(key, client)
    return client
  }

  return {
    get app() {
      return server.app
    },
    get store() {
      return server.store
    },
    streets,
    as,
    anonymous: testClient(
      () => server.app,
      () => Promise.resolve(undefined),
    ),
    run,
    now: (instant) => clock.set(instant),
    drain: async () => {
      for (let done = 1; done > 0;) done = (await server.store.outbox.drain()) + (await server.store.jobs.drain())
    },
    restart: async () => {
      await server.close()
      server = await open(ground)
    },
    close: async () => {
      clock.release()
      await server.close()
      await ground.destroy()
    },
  }
}

type Open = (ground: Pick<Ground, 'dataDir' | 'databaseUrl'>) => Promise<LinliServer>

async function settle(
  modules: readonly TestModule[],
  options: TestStreetOptions,
  open: Open,
): Promise<{ ground: Ground; server: LinliServer }> {
  const fingerprint = fingerprintOf(modules)
  const prepare: Prepare = async (ground) => {
    const server = await open(ground)
    await server.close()
  }
  const isServer = options.postgres ?? isOnServer
  if (isServer && !testPostgres)
    throw new Error('LINLI_TEST_PG is not set: give the URL of a PostgreSQL server, or leave out `postgres: true`.')
  const onServer = isServer ? testPostgres : undefined
  const settled = (): Promise<Ground> =>
    onServer === undefined ? embeddedGround(fingerprint, prepare) : postgresGround(onServer, fingerprint, prepare)
  const ground = await settled()
  try {
    return await opened(ground, open)
  } catch (error) {
    await ground.destroy()
    if (!(error instanceof StoreError) || !error.code.startsWith('migrations.')) throw error
    if (onServer === undefined) await remakeTemplate(fingerprint, prepare)
    else await dropTemplate(onServer, fingerprint)
    return opened(await settled(), open)
  }
}

async function opened(ground: Ground, open: Open): Promise<{ ground: Ground; server: LinliServer }> {
  return { ground, server: await open(ground) }
}

function instanceOf(streets: readonly Street[], dataDir: string, databaseUrl: string | undefined): Instance {
  return {
    streets,
    dataDir,
    databaseUrl,
    authenticator: () => testAuthenticator,
    logger: { level: process.env.LINLI_TEST_LOG ?? 'silent' },
    limits: { perMinute: 0, signInPerMinute: 0 },
    work: false,
    store: { key: Buffer.alloc(32, 7), allowTestArea: true, connections: 4 },
  }
}

function loadFrom(modules: readonly TestModule[]): (id: string) => Promise<unknown> {
  const halves = new Map(modules.map(({ plugin, server }) => [`${plugin.package}/server`, server]))
  return (id) => Promise.resolve({ default: halves.get(id) })
}

function systemOf(street: Street): Actor {
  return { kind: 'system', id: 'system', name: '系统', streetId: street.code, access: systemAccess(street.code) }
}
