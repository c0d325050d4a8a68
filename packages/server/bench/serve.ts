import { createServer } from '../src/index.ts'
import { bench, benchServer, LARGE, street } from './people.ts'
import { plainServer } from './plain-server.ts'

// One server in a process of its own, so that the load does not run on the same thread: `node serve.ts ours|plain <url> <folder>`.
const [kind, databaseUrl = '', dataDir = ''] = process.argv.slice(2)

async function ours(): Promise<string> {
  const password = 'Linli-bench-1'
  const server = await createServer(
    {
      streets: [street],
      databaseUrl,
      dataDir,
      port: 0,
      logger: false,
      limits: { perMinute: 0, signInPerMinute: 0 },
      demo: {
        accounts: [
          { username: 'bench', password, name: '测速', title: '', posts: [{ role: 'street-admin' }] },
          { username: 'director', password, name: '书记', title: '', posts: [{ role: 'community-director', communityId: LARGE }] },
        ],
        seed: () => Promise.resolve(),
      },
    },
    (id) => Promise.resolve(id === `${bench.package}/server` ? { default: benchServer } : undefined),
  )
  return server.listen()
}

const address = kind === 'plain' ? await plainServer(databaseUrl) : await ours()
process.send?.({ address })
