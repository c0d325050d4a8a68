import { defineStreet, use } from '@linli/kit'
import { createServer } from '@linli/server'
import { registry } from '../src/index.ts'
import registryServer from '../src/server/index.ts'

// The office whose memory is measured, in a process of its own: `node office.ts <folder> [database url]`.
const [dataDir = '', databaseUrl] = process.argv.slice(2)
const ACCOUNT = { username: 'bench', password: 'Linli-bench-1' }

const street = defineStreet({
  code: '411402004',
  name: '白云街道',
  officialName: '河南省商丘市梁园区白云街道办事处',
  communities: [{ code: '411402004001', name: '前程社区居委会' }],
  modules: [use(registry)],
})

const server = await createServer(
  {
    streets: [street],
    dataDir,
    databaseUrl,
    port: 0,
    limits: { perMinute: 0, signInPerMinute: 0 },
    demo: {
      accounts: [{ ...ACCOUNT, name: '测速', title: '', posts: [{ role: 'street-admin' }] }],
      seed: () => Promise.resolve(),
    },
  },
  () => Promise.resolve({ default: registryServer }),
)
const address = await server.listen()
process.once('message', () => void server.close().then(() => process.disconnect()))
process.send?.({ address })
