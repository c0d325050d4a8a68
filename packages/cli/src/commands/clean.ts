import { type Command, OFFICE_OPTIONS } from '../command.ts'
import type { CleanedUp } from '@linli/server'
import { systemAccess } from '@linli/core/access'
import { EXIT } from '../exit.ts'
import { openOffice } from '../office/open-office.ts'

/** Deletes what only passes through and is older than each street's settings say; the job of the night does the same. */
export const clean: Command = {
  name: 'clean',
  words: [],
  summary: {
    zh: '清理到期的数据（每晚自动做；加 --dry-run 只看不删）',
    en: 'delete what is out of date (done every night; --dry-run only looks)',
  },
  options: {
    ...OFFICE_OPTIONS,
    'dry-run': { help: { zh: '只说会删多少，不删', en: 'only tell how much would be deleted' } },
  },
  async run(call) {
    const { terminal } = call
    const isDry = call.has('dry-run')
    const { cleanUp } = await import('@linli/server')
    const office = await openOffice(call, { work: false })
    try {
      for (const street of office.instance.streets) {
        const actor = { kind: 'system', id: 'command', name: '命令行', streetId: street.code, access: systemAccess(street.code) } as const
        const { store } = office.server
        const found = await cleaned<CleanedUp>(isDry, (end) =>
          store.run({ actor, street, pluginId: 'platform', from: 'command' }, async (ctx) => end(await cleanUp(ctx, store))),
        )
        const { events, jobs, sessions, imports, files } = found
        terminal.out(
          terminal.say({
            zh: `${street.name}：${isDry ? '会删除' : '已删除'} 已送达的通知 ${events}、结束的任务 ${jobs}、过期的登录 ${sessions}、导入预览 ${imports}、无用的附件 ${files}。`,
            en: `${street.name}: ${isDry ? 'would delete' : 'deleted'} ${events} delivered events, ${jobs} ended jobs, ${sessions} ended sessions, ${imports} import previews, ${files} unused files.`,
          }),
        )
      }
      return EXIT.ok
    } finally {
      await office.close()
    }
  },
}

class Looked<T> extends Error {
  readonly found: T

  constructor(found: T) {
    super('only looked')
    this.found = found
  }
}

/** What the work found. When it only looks, everything is taken back by failing at the very end of the transaction. */
async function cleaned<T>(isDry: boolean, work: (end: (found: T) => T) => Promise<T>): Promise<T> {
  if (!isDry) return work((found) => found)
  try {
    return await work((found) => {
      throw new Looked(found)
    })
  } catch (error) {
    if (error instanceof Looked) return error.found as T
    throw error
  }
}
