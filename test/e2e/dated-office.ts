import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { defineStreet } from '../../packages/kit/src/index.ts'
import { createServer, type Demo } from '../../packages/server/src/index.ts'
import { layEmptyDatabase } from '../../packages/testing/src/street/empty-database.ts'
import { street } from '../../examples/baiyun-street/src/index.ts'
import { at } from '../../scripts/root.mjs'

/** A street office in this process whose clock a test sets: for what takes days. */
export interface DatedOffice {
  readonly url: string
  /** Sets the moment that the server takes for now, ISO 8601; it stands until it is set again. */
  readonly now: (instant: string) => void
  /** Runs a module's job, as its time would. */
  readonly job: (module: string, name: string) => Promise<void>
  /** Hands every event to the modules that wait for it. */
  readonly drain: () => Promise<void>
  readonly end: () => Promise<void>
}

/** Opens the demo street with some of its modules and the data of a test, on a day of its own. */
export async function openDatedOffice(options: {
  readonly now: string
  readonly modules: Readonly<Record<string, unknown>>
  readonly demo: Demo
}): Promise<DatedOffice> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-dated-'))
  await layEmptyDatabase(dataDir)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(options.now) })
  const modules = street.modules.filter(({ plugin }) => Object.hasOwn(options.modules, plugin.id))
  const server = await createServer(
    {
      streets: [defineStreet({ ...street, modules })],
      dataDir,
      port: 0,
      work: false,
      demo: options.demo,
      adminDir: at('apps', 'admin', 'dist'),
      portalDir: at('apps', 'portal', 'dist'),
      logger: { level: 'silent' },
    },
    (id) => Promise.resolve({ default: options.modules[modules.find(({ plugin }) => id === `${plugin.package}/server`)?.plugin.id ?? ''] }),
  )
  return {
    url: await server.listen(),
    now: (instant) => vi.setSystemTime(new Date(instant)),
    job: (module, name) => server.store.jobs.runNow(street.code, module, name),
    drain: async () => void (await server.store.outbox.drain()),
    end: async () => {
      await server.close()
      vi.useRealTimers()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
