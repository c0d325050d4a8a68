import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { legs } from './legs.ts'
import { as, benches, everywhere, log, STREET } from './parks.ts'

/** Kills a writer in the midst of its work and looks at what is left. */
describe.each(legs)('kill -9 on $name', (leg) => {
  test.each([400, 900, 1700])(
    'loses no acknowledged write after %d ms, and an event has its effect once',
    { timeout: 120_000 },
    async (milliseconds) => {
      const ground = await leg.ground()
      await (await ground.open()).close()
      const { dataDir, databaseUrl } = ground.options
      const writer = spawn(process.execPath, [new URL('./write-load.ts', import.meta.url).pathname, dataDir, databaseUrl ?? ''], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      writer.stdout.on('data', (chunk) => (said += String(chunk)))
      await once(writer.stdout, 'data')
      await pause(milliseconds)
      writer.kill('SIGKILL')
      await once(writer, 'exit')

      const acknowledged = said
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.length === 36)
      const store = await ground.open()
      const kept = new Set<string>()
      await store.read(as(everywhere), async (ctx) => {
        for await (const row of ctx.rows(benches).each()) kept.add(row.id)
      })
      expect(acknowledged.length).toBeGreaterThan(0)
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
      expect((await store.audit.verify(STREET)).intact).toBe(true)
      await store.outbox.drain()
      const lines: string[] = []
      await store.read(as(everywhere), async (ctx) => {
        for await (const row of ctx.rows(log).each()) lines.push(row.line)
      })
      expect(lines.toSorted()).toEqual([...kept].map((id) => `parks.bench.broken ${id}`).toSorted())
      await ground.destroy()
    },
  )
})
