import { type Command, OFFICE_OPTIONS } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { openServer } from '../office/open-server.ts'

/** Serves the street until it is told to end. */
export const start: Command = {
  name: 'start',
  words: [],
  summary: { zh: '启动系统', en: 'start the system' },
  options: {
    ...OFFICE_OPTIONS,
    host: { value: '<address>', help: { zh: '监听地址，默认 HOST 或 127.0.0.1', en: 'HOST or 127.0.0.1 unless given' } },
    port: {
      value: '<number>',
      help: { zh: '端口，默认 PORT 或 3000；0 为任意空闲端口', en: 'PORT or 3000 unless given; 0 for any free one' },
    },
  },
  async run(call) {
    const { terminal } = call
    const read = await readConfig(terminal.cwd, call.text('config'))
    const instance = instanceOf(read, call)
    const stopping = stopAsked()
    const server = await openServer(instance, read.load)
    try {
      const url = await server.listen().catch((error: unknown) => {
        throw listenFailure(error, instance.host ?? '', instance.port ?? 0)
      })
      for (const { title, username, password } of instance.demo?.accounts ?? [])
        terminal.out(
          terminal.say({
            zh: `演示账号（${title}）：${username} / ${password}`,
            en: `Demo account (${title}): ${username} / ${password}`,
          }),
        )
      for (const { street, username, password } of server.services.firstAdministrators)
        terminal.out(
          terminal.say({
            zh: `${street} 的首个管理员：${username} / ${password}　登录后须改密码；这个密码不会再显示。`,
            en: `First administrator of ${street}: ${username} / ${password}  to be changed at sign-in, and never shown again.`,
          }),
        )
      terminal.out(`Linli ready: ${url}`)
      await stopping
    } finally {
      await server.close()
    }
    return EXIT.ok
  },
}

/** Resolves when the process is told to end. A second signal ends it at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}

function listenFailure(error: unknown, host: string, port: number): unknown {
  const { code } = error as { readonly code?: string }
  if (code === 'EADDRINUSE')
    return new Failure(
      {
        zh: `端口 ${port} 已被占用。系统可能已经在运行；要换一个端口，用 --port <端口>。`,
        en: `The port ${port} is taken. The system may be running already; choose another one with --port <number>.`,
      },
      EXIT.found,
    )
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new Failure(
      {
        zh: `不能在 ${host}:${port} 上监听（${code}）。请换一个地址或 1024 以上的端口。`,
        en: `Nothing can listen at ${host}:${port} (${code}). Choose another address, or a port above 1024.`,
      },
      EXIT.found,
    )
  return error
}
