import { createServer } from '@linli/server'
import { street } from '../src/index.ts'

// The street in a process of its own, so that the asking does not run on the same thread: `node serve.ts <url> <folder>`.
const [databaseUrl = '', dataDir = ''] = process.argv.slice(2)
const password = 'Linli-bench-1'
const community = '411402004001'

const server = await createServer(
  {
    streets: [street],
    databaseUrl,
    dataDir,
    port: 0,
    logger: false,
    // What is measured is the answer to a press, not what the office does at night.
    work: false,
    limits: { perMinute: 0, signInPerMinute: 0 },
    store: { allowTestArea: true },
    demo: {
      accounts: [
        { username: 'admin', password, name: '管理员', title: '', posts: [{ role: 'street-admin' }] },
        { username: 'director', password, name: '书记', title: '', posts: [{ role: 'community-director', communityId: community }] },
        { username: 'clerk', password, name: '窗口', title: '', posts: [{ role: 'counter-clerk', communityId: community }] },
      ],
      seed: () => Promise.resolve(),
    },
  },
  (id) => import(id),
)
process.send?.({ address: await server.listen() })
