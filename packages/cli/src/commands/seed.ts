import { type Command, OFFICE_OPTIONS } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { openServer } from '../office/open-server.ts'

/** Writes the demo data of the configuration, once. */
export const seed: Command = {
  name: 'seed',
  words: [],
  summary: { zh: '写入演示数据（只写一次，正式环境拒绝）', en: 'write the demo data (once; refused in production)' },
  options: OFFICE_OPTIONS,
  async run(call) {
    const { terminal } = call
    const read = await readConfig(terminal.cwd, call.text('config'))
    const instance = instanceOf(read, call)
    if (instance.production)
      throw new Failure({
        zh: '正式环境不能装演示数据。请在试用的机器上运行，不要设 NODE_ENV=production。',
        en: 'Demo data are refused in production. Run this where you try things out, without NODE_ENV=production.',
      })
    const { demo } = instance
    if (!demo)
      throw new Failure(
        {
          zh: '配置里没有演示数据。请在 linli.config.ts 里给出 demo。',
          en: 'The configuration has no demo data. Give them as "demo" in linli.config.ts.',
        },
        EXIT.config,
      )
    const server = await openServer({ ...instance, work: false, logger: false }, read.load)
    await server.store.outbox.drain()
    await server.close()
    for (const { title, username, password } of demo.accounts)
      terminal.out(terminal.say({ zh: `${title}：${username} / ${password}`, en: `${title}: ${username} / ${password}` }))
    return EXIT.ok
  },
}
