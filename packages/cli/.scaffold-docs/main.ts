import { createServer } from '@linli/server'
import config from './linli.config.ts'

// The same as `linli start`, for those who start it from a program of their own.
const server = await createServer({ ...config, dataDir: process.env.LINLI_DATA ?? '.linli' }, (id) => import(id))
console.log(`Linli ready: ${await server.listen()}`)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close())
