import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, OFFICE_OPTIONS } from '../command.ts'
import { instanceOf } from '../config/instance-of.ts'
import { readConfig } from '../config/read-config.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { progressOf } from '../office/progress.ts'

/** Brings an office back from a backup, into an empty place. */
export const restore: Command = {
  name: 'restore',
  words: ['<file.tar.gz>'],
  summary: { zh: '从备份恢复到空的数据目录和数据库', en: 'restore a backup into an empty folder and database' },
  options: OFFICE_OPTIONS,
  async run(call) {
    const { terminal } = call
    const [file = ''] = call.words
    const source = resolve(terminal.cwd, file)
    if (!existsSync(source))
      throw new Failure({ zh: `找不到文件 ${file}，请检查路径。`, en: `There is no file ${file}; check the path.` }, EXIT.usage)
    const read = await readConfig(terminal.cwd, call.text('config'))
    const instance = instanceOf(read, call)
    const { streets, dataDir, databaseUrl, store: more } = instance
    const [{ restoreBackup }, { installedPlugins }] = await Promise.all([import('@linli/store'), import('@linli/server')])
    const { manifest, foreignTables } = await restoreBackup(
      {
        streets,
        dataDir,
        databaseUrl,
        plugins: await installedPlugins(instance, read.load),
        contents: more?.contents,
        key: more?.key,
        onProgress: progressOf(terminal),
      },
      () => createReadStream(source),
    )
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    terminal.out(
      terminal.say({
        zh: `已恢复 ${manifest.createdAt} 的备份：${rows} 行，${manifest.files.count} 个文件。`,
        en: `Restored the backup of ${manifest.createdAt}: ${rows} rows, ${manifest.files.count} files.`,
      }),
    )
    if (foreignTables.length > 0)
      terminal.out(
        terminal.say({
          zh: `这些表不是本系统的，没有恢复：${foreignTables.join('、')}。`,
          en: `These tables are not of this system and were left out: ${foreignTables.join(', ')}.`,
        }),
      )
    terminal.out(
      terminal.say({
        zh: '所有人要重新登录，没有确认的导入要重新上传。接着运行 linli doctor（备份来自旧版程序时先运行 linli migrate），没有 ✗ 再启动。',
        en: 'Everybody signs in again, and imports that were not confirmed are uploaded again. Next: linli doctor (linli migrate first if the backup is of an older program), and start when nothing is ✗.',
      }),
    )
    return EXIT.ok
  },
}
