import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '@linli/core/date'
import type { Instance, LinliServer } from '@linli/server'
import { StoreError } from '@linli/store'
import { sql } from 'kysely'
import type { ReadConfig } from '../config/read-config.ts'
import { checkBackground } from './background.ts'
import { checkCalendar } from './calendar.ts'
import { type Finding, note, ok, wrong } from './check.ts'
import { commandAuthenticator } from '../office/command-authenticator.ts'
import { openServer } from '../office/open-server.ts'

/** What can only be seen with the database open; told as it is found. */
export async function* checkOffice(read: ReadConfig, instance: Instance): AsyncGenerator<Finding> {
  if (!instance.databaseUrl && !existsSync(join(instance.dataDir, 'database'))) {
    yield note('还没有数据库，第一次 linli start 会自动建立。', 'There is no database yet; the first "linli start" makes it.')
    return
  }
  const opened = await open(read, instance)
  if ('finding' in opened) {
    yield opened.finding
    return
  }
  const { server } = opened
  try {
    yield await checkDatabase(server)
    yield* checkClock(server)
    yield ok('数据库迁移全部执行', 'Every migration is applied')
    for (const { plugin } of server.store.plugins) {
      const drift = await server.store.drift(plugin.id)
      if (drift.length > 0)
        yield wrong(
          `「${plugin.title}」的表与程序不符：${drift.join('；')}。请用与数据相同版本的程序，并联系模块的作者。`,
          `The tables of ${plugin.id} differ from the program: ${drift.join('; ')}. Use the program's version that fits the data, and tell the module's author.`,
        )
    }
    for (const street of instance.streets) {
      yield checkCalendar(street.name, await server.store.calendars.of(street.code), dayOf(new Date().toISOString()))
      yield await checkAudit(server, street.code, street.name)
      yield* checkBackground(server, street)
      yield* checkJobs(server, street.code, street.name)
    }
    yield await checkFiles(server)
    yield* checkDemo(server, instance)
  } finally {
    await server.close()
  }
}

async function open(read: ReadConfig, instance: Instance): Promise<{ readonly server: LinliServer } | { readonly finding: Finding }> {
  const { demo: _demo, ...rest } = instance
  try {
    return {
      server: await openServer(
        { ...rest, logger: false, work: false, authenticator: () => commandAuthenticator, store: { ...rest.store, migrate: 'refuse' } },
        read.load,
      ),
    }
  } catch (error) {
    if (error instanceof StoreError) return { finding: wrong(error.zh, error.en) }
    throw error
  }
}

async function checkDatabase({ store }: LinliServer): Promise<Finding> {
  const { rows } = await sql<{ version: string; size: string }>`
    select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`.execute(store.db)
  const { version = '', size = '' } = rows[0] ?? {}
  return store.kind === 'embedded'
    ? ok(
        `内嵌数据库 PostgreSQL ${version}，${size}。适合试用；正式办公请用 DATABASE_URL 指定 PostgreSQL 15 以上`,
        `Embedded PostgreSQL ${version}, ${size}. For trying out; for an office name a PostgreSQL 15 or later in DATABASE_URL`,
      )
    : ok(`PostgreSQL ${version}，${size}`, `PostgreSQL ${version}, ${size}`)
}

async function checkAudit({ store }: LinliServer, code: string, name: string): Promise<Finding> {
  const { intact, entries, firstBroken } = await store.audit.verify(code)
  if (intact) return ok(`${name}：操作记录 ${entries} 条，没有被改动`, `${name}: ${entries} audit entries, unchanged`)
  return wrong(
    `${name}：操作记录从第 ${firstBroken} 条起被改动过。请保留现场，报告街道管理员，并与备份核对。`,
    `${name}: the audit was changed from entry ${firstBroken} on. Leave everything as it is, tell the administrator, and compare with a backup.`,
  )
}

const MINUTES = 60_000
const CLOCK_DIFFERENCE = 2 * MINUTES

/** Promises and the audit go by the clock of this machine: it has to agree with the database's, and with what was written before. */
async function* checkClock({ store }: LinliServer): AsyncGenerator<Finding> {
  const { rows } = await sql<{ now: string; last: string | null }>`
    select clock_timestamp() as now, (select max(at) from platform_audit) as last`.execute(store.db)
  const here = Date.now()
  const { now, last } = rows[0] ?? {}
  const difference = now === undefined ? 0 : Math.abs(Date.parse(String(now)) - here)
  if (difference > CLOCK_DIFFERENCE)
    yield wrong(
      `本机时钟和数据库服务器相差 ${Math.round(difference / 1000)} 秒，时限和操作记录会不准。请在两台机器上开启时间同步（NTP）。`,
      `The clocks of this machine and of the database differ by ${Math.round(difference / 1000)} seconds, so promises and the audit are wrong. Switch on NTP on both.`,
    )
  if (last && Date.parse(String(last)) - here > CLOCK_DIFFERENCE)
    yield wrong(
      `最近的操作记录晚于本机现在的时间：时钟被往回调过。请校正时钟（开启 NTP）。`,
      `The last audit entry is later than this machine's clock: it was set back. Correct the clock (NTP).`,
    )
}

/** Work that nobody seems to be doing. */
async function* checkJobs({ store }: LinliServer, code: string, name: string): AsyncGenerator<Finding> {
  const { rows } = await sql<{ title: string; state: string; since: string }>`
    select title, state, updated_at as since from platform_jobs where street_id = ${code}
      and ((state = 'running' and updated_at < now() - interval '6 hours') or (state = 'waiting' and created_at < now() - interval '1 hour'))
    order by updated_at`.execute(store.db)
  const [first] = rows
  if (first)
    yield wrong(
      `${name}：${rows.length} 个后台任务停住了，最早的是“${first.title}”（${first.since}）。请重新启动系统，它会接着做；仍然停住就重新发起。`,
      `${name}: ${rows.length} jobs do not move, the first "${first.title}" since ${first.since}. Start the system again and they go on; else ask for them anew.`,
    )
}

/** Whether every file that is spoken of is there. */
async function checkFiles({ store }: LinliServer): Promise<Finding> {
  const { rows } = await sql<{ id: string }>`select distinct id from platform_files`.execute(store.db)
  const missing: string[] = []
  for (const { id } of rows) {
    const stream = await store.files.open(id).catch(() => undefined)
    if (stream) stream.destroy()
    else missing.push(id)
  }
  if (missing.length === 0) return ok(`附件 ${rows.length} 个，都在`, `${rows.length} files, all there`)
  return wrong(
    `${missing.length} 个附件找不到了，如 ${missing[0]}。请从备份里把数据目录的 files 恢复回来。`,
    `${missing.length} files are missing, such as ${missing[0]}. Bring the folder "files" of the data folder back from a backup.`,
  )
}

async function* checkDemo({ store }: LinliServer, { production }: Instance): AsyncGenerator<Finding> {
  if (!production) return
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from platform_accounts where demo`.execute(store.db)
  const count = rows[0]?.count ?? 0
  if (count > 0)
    yield wrong(
      `正式环境里有 ${count} 个演示账号。请换一个空的数据库，不要在演示数据上办公。`,
      `There are ${count} demo accounts in production. Begin with an empty database; do not work on demo data.`,
    )
}
