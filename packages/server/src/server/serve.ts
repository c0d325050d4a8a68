import { fileURLToPath } from 'node:url'
import { DefinitionError, type Street } from '@linli/kit'
import { StoreError } from '@linli/store'
import type { Demo } from '../instance/index.ts'
import type { Load } from '../services/index.ts'
import { createServer, type LinliServer } from './create-server.ts'

export interface ServeOptions {
  /** The module that exports the `street`, or an array of `streets`. */
  readonly street: () => Promise<unknown>
  /** The module that exports the `demo`; absent in production. A module that is not there means no demo. */
  readonly demo?: () => Promise<unknown>
  readonly load: Load
  readonly adminDir?: URL
  readonly portalDir?: URL
}

/**
 * Starts a system from the environment, says where it is, and ends it cleanly: `HOST`, `PORT`, `DATABASE_URL`, `LINLI_DATA`, `LINLI_PROXY` (`1` behind a
 * proxy), `NODE_ENV=production`, `LINLI_DEMO=0` for no demo data. What keeps it from starting is told in a sentence, and the exit code is 1.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { env } = process
  try {
    const server = await createServer(
      {
        streets: streetsOf(await options.street()),
        demo: env.LINLI_DEMO === '0' || !options.demo ? undefined : await demoOf(options.demo),
        databaseUrl: env.DATABASE_URL || undefined,
        dataDir: env.LINLI_DATA || '.linli',
        host: env.HOST || '127.0.0.1',
        port: portOf(env.PORT),
        production: env.NODE_ENV === 'production',
        trustProxy: env.LINLI_PROXY === '1',
        adminDir: options.adminDir && fileURLToPath(options.adminDir),
        portalDir: options.portalDir && fileURLToPath(options.portalDir),
        tell: say,
      },
      options.load,
    )
    endOnSignal(server)
    const url = await server.listen()
    const [first] = server.services.instance.demo?.accounts ?? []
    if (first) say(`演示账号 demo account: ${first.username} / ${first.password}`)
    for (const { street, username, password } of server.services.firstAdministrators) {
      say(
        `首个管理员 first administrator (${street}): ${username} / ${password}　登录后须改密码，这个密码不会再显示 to be changed, and never shown again`,
      )
    }
    say(`Linli ready: ${url}`)
  } catch (error) {
    complain(error)
    process.exitCode = 1
  }
}

function streetsOf(module: unknown): readonly Street[] {
  const { street, streets, default: main } = module as { readonly street?: unknown; readonly streets?: unknown; readonly default?: unknown }
  const found = streets ?? street ?? main
  const all = (Array.isArray(found) ? found : [found]) as readonly (Street | undefined)[]
  const real = all.filter((one) => one?.kind === 'street') as readonly Street[]
  if (real.length === 0)
    throw new DefinitionError('street.missing', 'the street module must export "street" (or "streets"), made by defineStreet().')
  return real
}

async function demoOf(load: () => Promise<unknown>): Promise<Demo | undefined> {
  try {
    const { demo } = (await load()) as { readonly demo?: Demo }
    return demo
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^ERR_(MODULE_NOT_FOUND|PACKAGE_PATH_NOT_EXPORTED)$/.test(String(error.code)))
      return undefined
    throw error
  }
}

function portOf(given: string | undefined): number {
  if (given === undefined || given === '') return 3000
  const port = Number(given)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT 应是 0 到 65535 的整数，现在是“${given}”。PORT must be a whole number from 0 to 65535.`)
}

function endOnSignal(server: LinliServer): void {
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
}

function sentenceOf(error: unknown): string {
  if (error instanceof StoreError) return `Linli: ${error.zh}\n${error.en}`
  if (error instanceof DefinitionError) return `Linli: ${error.message}`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'Linli: 端口已被占用，请关掉占用它的程序，或用 PORT=3001 换一个。The port is in use: stop what uses it, or choose another with PORT=3001.'
  if (error instanceof Error && 'code' in error && error.code === 'EACCES')
    return 'Linli: 没有权限使用这个端口或数据目录。There is no permission for this port or data folder.'
  return `Linli: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
