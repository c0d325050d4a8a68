import { userInfo } from 'node:os'
import { type Command, OFFICE_OPTIONS } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import { EXIT } from '../exit.ts'

const TELL_EVERY = 20_000

/** Gives the office a new key of personal data. */
export const keyRotate: Command = {
  name: 'key rotate',
  words: [],
  summary: {
    zh: '更换个人信息的密钥（要先停止系统；中断后再运行一次就接着做）',
    en: 'change the key of personal data (stop the system first; run again to go on)',
  },
  options: OFFICE_OPTIONS,
  async run(call) {
    const { terminal } = call
    const read = await readConfig(terminal.cwd, call.text('config'))
    const instance = instanceOf(read, call)
    const { streets, dataDir, databaseUrl, store: more } = instance
    const [{ rotateKey }, { installedPlugins }] = await Promise.all([import('@linli/store'), import('@linli/server')])
    let told = 0
    const { from, to, rows, oldKeyFile, newKeyFile } = await rotateKey({
      ...more,
      streets,
      dataDir,
      databaseUrl,
      plugins: await installedPlugins(instance, read.load),
      by: `命令行 ${userInfo().username}`,
      onProgress: (done) => {
        if (done - told < TELL_EVERY) return
        told = done
        terminal.err(terminal.say({ zh: `已换 ${done} 行…`, en: `${done} rows so far …` }))
      },
    })
    terminal.out(
      terminal.say({
        zh: `密钥已从 ${from} 换成 ${to}，本次重新加密 ${rows} 行。新密钥在 ${newKeyFile}：请马上另外保存一份。`,
        en: `The key was changed from ${from} to ${to}; this run enciphered ${rows} rows anew. The new key is in ${newKeyFile}: keep a copy elsewhere at once.`,
      }),
    )
    terminal.out(
      terminal.say(
        oldKeyFile
          ? {
              zh: `旧密钥留在 ${oldKeyFile}：以前的备份要用它恢复。做一份新备份并演练恢复之后，把它移到安全的地方。`,
              en: `The old key stays in ${oldKeyFile}: older backups need it. Make a new backup, rehearse its restore, then move the old key to a safe place.`,
            }
          : {
              zh: `请把 LINLI_KEY 换成 ${newKeyFile} 里的内容再启动，然后删掉这个文件；旧的值另外保存，以前的备份要用它恢复。`,
              en: `Set LINLI_KEY to what is in ${newKeyFile} before the next start, then delete the file; keep the old value for older backups.`,
            },
      ),
    )
    return EXIT.ok
  },
}
