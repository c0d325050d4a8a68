import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Instance } from '@linli/server'
import type { Call } from '../command.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import type { ReadConfig } from './read-config.ts'

/** The instance that a configuration means, under what the command line and the environment say. */
export function instanceOf({ config, folder }: ReadConfig, { terminal, text }: Pick<Call, 'terminal' | 'text'>): Instance {
  const { load: _load, demo, ...said } = config
  const { env } = terminal
  const production = said.production ?? env.NODE_ENV === 'production'
  const builtAdmin = join(folder, 'dist')
  const builtPortal = join(folder, 'dist-portal')
  const port = text('port') ?? env.PORT
  return {
    ...(existsSync(join(builtAdmin, 'index.html')) ? { adminDir: builtAdmin } : {}),
    ...(existsSync(join(builtPortal, 'index.html')) ? { portalDir: builtPortal } : {}),
    ...said,
    dataDir: resolve(terminal.cwd, text('data') ?? env.LINLI_DATA ?? said.dataDir ?? join(folder, '.linli')),
    databaseUrl: env.DATABASE_URL || said.databaseUrl,
    host: text('host') ?? env.HOST ?? said.host ?? '127.0.0.1',
    port: port === undefined ? (said.port ?? 3000) : portOf(port),
    production,
    // The same configuration is tried out and then worked with.
    demo: production ? undefined : demo,
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new Failure(
    { zh: `端口应是 0 到 65535 的整数，现在是“${text}”。`, en: `A port is a whole number from 0 to 65535; this is "${text}".` },
    EXIT.usage,
  )
}
