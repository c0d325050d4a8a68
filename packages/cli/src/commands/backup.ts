import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Call, type Command, OFFICE_OPTIONS } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { progressOf } from '../office/progress.ts'
import { LINLI_VERSION } from '../scaffold/versions.ts'

/** Writes everything of an office into one file. */
export const backup: Command = {
  name: 'backup',
  words: ['<file.tar.gz>'],
  summary: { zh: '把整个系统备份到一个文件', en: 'back the whole office up into one file' },
  options: {
    ...OFFICE_OPTIONS,
    'with-key': {
      help: {
        zh: '连密钥和会话签名一起放进去：拿到文件的人就能读出身份证号和电话',
        en: 'put key and secret in: whoever has the file can read identity numbers',
      },
    },
    force: { help: { zh: '覆盖已有的文件', en: 'replace a file that exists' } },
  },
  async run(call) {
    const { terminal } = call
    const [file = ''] = call.words
    const target = resolve(terminal.cwd, file)
    if (existsSync(target) && !call.has('force'))
      throw new Failure(
        { zh: `文件 ${file} 已经存在。要覆盖它，加 --force。`, en: `The file ${file} exists. Replace it with --force.` },
        EXIT.usage,
      )
    const read = await readConfig(terminal.cwd, call.text('config'))
    const { streets, dataDir, databaseUrl, store: more } = instanceOf(read, call)
    const secrets = call.has('with-key') ? secretsOf(call, dataDir) : {}
    const [{ writeBackup }, { PASSING_TABLES }] = await Promise.all([import('@linli/store'), import('@linli/server')])
    // Only a whole backup bears the name that was asked for.
    const growing = `${target}.part`
    try {
      const { tables, files, missingFiles } = await writeBackup(
        {
          streets,
          dataDir,
          databaseUrl,
          contents: more?.contents,
          program: LINLI_VERSION,
          omit: PASSING_TABLES,
          secrets,
          onProgress: progressOf(terminal),
        },
        () => createWriteStream(growing, { mode: 0o600 }),
      )
      renameSync(growing, target)
      const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
      const megabytes = (statSync(target).size / 1024 / 1024).toFixed(1)
      terminal.out(
        terminal.say({
          zh: `已备份到 ${file}：${rows} 行，${files.count} 个文件，${megabytes} MB。请把它复制到另一台机器上。`,
          en: `Backed up into ${file}: ${rows} rows, ${files.count} files, ${megabytes} MB. Copy it to another machine.`,
        }),
      )
      terminal.out(terminal.say(call.has('with-key') ? WITH_KEY : WITHOUT_KEY))
      if (missingFiles.length === 0) return EXIT.ok
      terminal.err(
        terminal.say({
          zh: `${missingFiles.length} 个文件在数据目录里找不到或已损坏，没有备份：${missingFiles.slice(0, 5).join('、')}。请从更早的备份里找回。`,
          en: `${missingFiles.length} files are missing or damaged in the data folder and were not backed up: ${missingFiles.slice(0, 5).join(', ')}. Bring them back from an older backup.`,
        }),
      )
      return EXIT.found
    } catch (error) {
      rmSync(growing, { force: true })
      throw error
    }
  },
}

const WITHOUT_KEY = {
  zh: '备份里没有密钥：另外保存一份密钥文件 key（和 secret），不要和备份放在一起；没有它，恢复后读不出身份证号和电话。',
  en: 'The key is not in it: keep a copy of the files "key" and "secret" elsewhere, apart from the backup; without the key a restore cannot read identity numbers.',
}
const WITH_KEY = {
  zh: '注意：这份备份里有密钥和会话签名，拿到文件的人能读出全部身份证号和电话，也能冒充登录。请像保管公章一样保管，不要放网盘或发邮件。',
  en: 'Mind: key and secret are in this file. Whoever has it can read every identity number and telephone, and forge sessions. Lock it away; no cloud, no mail.',
}

function secretsOf({ terminal: { env } }: Call, dataDir: string): Readonly<Partial<Record<'key' | 'secret', string>>> {
  const found = (name: string): string | undefined => {
    const path = join(dataDir, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  }
  const key = env.LINLI_KEY || found('key')
  if (key === undefined)
    throw new Failure({
      zh: `找不到密钥：${join(dataDir, 'key')} 不存在，也没有设 LINLI_KEY。`,
      en: `There is no key: neither ${join(dataDir, 'key')} nor LINLI_KEY.`,
    })
  // A secret of the environment is not a file's text, and its owner has it anyway.
  const secret = found('secret')
  return { key, ...(secret === undefined ? {} : { secret }) }
}
