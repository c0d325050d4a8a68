import { openStore } from '../src/index.ts'
import { as, benches, north, plugins, street } from './parks.ts'

const [, , dataDir = '', databaseUrl = ''] = process.argv
const store = await openStore({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), streets: [street], plugins, key: Buffer.alloc(32, 7) })
store.outbox.start()
const write = async (): Promise<void> => {
  for (;;) {
    const id = await store.run(as(north), async (ctx) => {
      const made = await ctx.rows(benches).create({ place: '东门' })
      await ctx.rows(benches).step(made.id, 'damage', { note: '断' })
      return made.id
    })
    process.stdout.write(`${id}\n`)
  }
}
await Promise.all([write(), write(), write(), write()])
