import type { Instance } from '@linli/server'
import { type Command, OFFICE_OPTIONS } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import { EXIT } from '../exit.ts'
import { commandAuthenticator } from '../office/command-authenticator.ts'
import { openServer } from '../office/open-server.ts'

/** Brings the tables up to date. */
export const migrate: Command = {
  name: 'migrate',
  words: [],
  summary: { zh: '升级数据库（更新程序后、正式启动前运行）', en: 'bring the database up to date (after an update, before the start)' },
  options: OFFICE_OPTIONS,
  async run(call) {
    const { terminal } = call
    const read = await readConfig(terminal.cwd, call.text('config'))
    const applied: string[] = []
    const log: NonNullable<Instance['store']>['log'] = (_level, message, details) => {
      if (message === 'Migration applied.') applied.push(`${String(details?.plugin)} ${String(details?.name)}`)
    }
    const { demo: _demo, ...instance } = instanceOf(read, call)
    const server = await openServer(
      {
        ...instance,
        logger: false,
        work: false,
        authenticator: () => commandAuthenticator,
        store: { ...instance.store, migrate: 'auto', log },
      },
      read.load,
    )
    await server.close()
    for (const name of applied) terminal.out(name)
    terminal.out(terminal.say({ zh: '数据库已是最新。', en: 'The database is up to date.' }))
    return EXIT.ok
  },
}
