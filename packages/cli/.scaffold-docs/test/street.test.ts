import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type LinliServer } from '@linli/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import config from '../linli.config.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'street-'))
let server: LinliServer

beforeAll(async () => {
  server = await createServer({ ...config, dataDir, logger: false, work: false }, (id) => import(id))
})
afterAll(async () => {
  await server?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

it('starts with its modules, and says which street it is', async () => {
  expect((await server.app.inject('/api/health')).statusCode).toBe(200)
  expect((await server.app.inject('/api/street')).json()).toMatchObject({ streets: [{ code: '411402009' }] })
  for (const { plugin } of config.streets[0]?.modules ?? []) expect(await server.store.modules.isOn('411402009', plugin.id)).toBe(true)
})
