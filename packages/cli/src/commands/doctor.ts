import { type Command, OFFICE_OPTIONS } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import type { Finding } from '../doctor/check.ts'
import { checkFolder, checkKey, checkNode, checkPermissions } from '../doctor/machine.ts'
import { checkOffice } from '../doctor/office.ts'
import { EXIT } from '../exit.ts'

const MARKS = { ok: '✓', note: '!', wrong: '✗' } as const

/** Looks whether the office can work, and says what to do where it cannot. */
export const doctor: Command = {
  name: 'doctor',
  words: [],
  summary: { zh: '检查系统是否正常，并说明怎么办', en: 'check whether the system is well, and say what to do' },
  options: OFFICE_OPTIONS,
  async run(call) {
    const { terminal } = call
    let isWell = true
    const tell = ({ state, said }: Finding): void => {
      if (state === 'wrong') isWell = false
      terminal.out(`${MARKS[state]} ${terminal.say(said)}`)
    }
    tell(checkNode())
    const read = await readConfig(terminal.cwd, call.text('config'))
    const instance = instanceOf(read, call)
    for (const { code, name, modules } of instance.streets) {
      const titles = modules.map(({ plugin }) => plugin.title).join('、') || '—'
      tell({ state: 'ok', said: { zh: `${code} ${name}，模块：${titles}`, en: `${code} ${name}, modules: ${titles}` } })
    }
    tell(checkFolder(instance.dataDir))
    tell(checkKey(instance.dataDir, terminal.env.LINLI_KEY))
    for (const finding of checkPermissions(instance.dataDir)) tell(finding)
    for await (const finding of checkOffice(read, instance)) tell(finding)
    terminal.out(
      terminal.say(
        isWell ? { zh: '没有发现问题。', en: 'Nothing is wrong.' } : { zh: '请处理打 ✗ 的各项。', en: 'See to what is marked ✗.' },
      ),
    )
    return isWell ? EXIT.ok : EXIT.found
  },
}
