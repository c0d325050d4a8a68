import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Street } from '@linli/kit'
import { installedPlugins } from '@linli/server'
import { type LinliStore, openStore } from '@linli/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layEmptyDatabase, sampleIdNumber } from '@linli/testing'
import { type Called, linli, packageFolder, testDatabase, type TestDatabase } from './run.ts'

const office = join(packageFolder, 'test', 'office')
const bin = join(packageFolder, 'bin', 'linli.js')
let dataDir: string
let database: TestDatabase
let embedded: string
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-cli-'))
  embedded = mkdtempSync(join(tmpdir(), 'linli-cli-'))
  await layEmptyDatabase(embedded)
  database = await testDatabase()
})
afterAll(async () => {
  await database?.drop()
  for (const folder of [dataDir, embedded]) rmSync(folder, { recursive: true, force: true })
})

/** A command in the office whose data lie on the server, where there is one. */
const call = (args: readonly string[], env: Record<string, string> = {}) =>
  linli(args, { cwd: office, env: { LINLI_DATA: dataDir, ...database.env, ...env } })

/** A command in an office that keeps everything in one folder. */
const callIn = (folder: string, args: readonly string[], env: Record<string, string> = {}) =>
  linli(args, { cwd: office, env: { LINLI_DATA: folder, ...env } })

describe('an office from its first day', () => {
  it('is told by the doctor to have no database and no key yet', async () => {
    const { code, out } = await callIn(dataDir, ['doctor'])
    expect(out).toContain('✓ 990100001 试验街道，模块：公共信息资源库')
    expect(out).toContain('! 还没有密钥')
    expect(out).toContain('! 还没有数据库')
    expect(code).toBe(0)
    expect(existsSync(join(dataDir, 'database'))).toBe(false)
  })

  it('is not started in production before its tables are made, and says how', async () => {
    const { code, err } = await call(['export', '990100001', 'registry.people', 'x.xlsx'], { NODE_ENV: 'production' })
    expect(err).toMatch(/数据库有 \d+ 个迁移尚未执行：.*再运行 linli migrate/)
    expect(code).toBe(4)
  })

  it('has its tables made once', async () => {
    const first = await call(['migrate'])
    expect(first.out).toMatch(/^store 0001_create\nplatform 0001_\w+\n[^]*registry 0001_create\n[^]*数据库已是最新。$/)
    expect(first.code).toBe(0)
    expect((await call(['migrate'])).out).toBe('数据库已是最新。')
  })

  it('is given its demo data once, and never in production', async () => {
    expect((await call(['seed'])).out).toBe('街道管理员：演示管理员 / Linli-demo-1')
    expect((await call(['seed'])).code).toBe(0)
    expect(await peopleIn()).toEqual(['张三丰'])
    const refused = await call(['seed'], { NODE_ENV: 'production' })
    expect(refused.err).toContain('正式环境不能装演示数据')
    expect(refused.code).toBe(1)
  })

  it('takes a spreadsheet in when it was looked at, and gives the bad rows back', async () => {
    const sheet = join(dataDir, '居民.xlsx')
    await writeSheet(sheet, [
      ['姓名', '身份证号', '社区', '住址'],
      ['李四', sampleIdNumber(7), '东社区', '幸福小区1号楼1单元101'],
      ['王五', '123', '东社区', '幸福小区1号楼1单元102'],
    ])
    const args = ['import', '990100001', 'registry.residents', sheet]
    const preview = await call([...args, '--bad', join(dataDir, 'bad.xlsx')])
    expect(preview.out).toMatch(/共 2 行，可以写入 1 行，有问题 1 行/)
    expect(preview.out).toContain('这是预览，还没有写入')
    expect(preview.code).toBe(1)
    expect(existsSync(join(dataDir, 'bad.xlsx'))).toBe(true)
    expect(await peopleIn()).not.toContain('李四')
    expect((await call([...args, '--apply'])).out).toContain('已写入 1 行。')
    expect(await peopleIn()).toContain('李四')
  })

  it('is well, says the doctor', async () => {
    const { code, out } = await call(['doctor'], { LANG: 'en' })
    expect(out).not.toContain('✗')
    expect(out).toMatch(/✓ 试验街道: \d+ audit entries, unchanged/)
    expect(out).toContain('✓ Every migration is applied')
    expect(code).toBe(0)
  })

  it('is told what is open to others, stuck or lost, and how to mend it', async () => {
    const open = join(dataDir, 'key')
    chmodSync(open, 0o644)
    const elsewhere = await call(['doctor'])
    expect(elsewhere.out).toContain(`✗ 密钥文件 ${open} 别的用户也能读。请运行：chmod 600 ${open}`)
    expect(elsewhere.code).toBe(1)
    chmodSync(open, 0o600)
    const store = await openOf()
    await sql`insert into platform_jobs (street_id, id, name, title, payload, state, actor_id, actor_name, created_at, updated_at)
      values ('990100001', gen_random_uuid(), 'x', '导入', '{}', 'running', 'x', 'x', now() - interval '9 hours', now() - interval '7 hours')`.execute(
      store.db,
    )
    await sql`insert into platform_files (street_id, id, name, media_type, size, created_at, created_by)
      values ('990100001', ${'a'.repeat(64)}, 'x.txt', 'text/plain', 1, now() - interval '40 days', 'x')`.execute(store.db)
    await store.close()
    const found = await call(['doctor'])
    expect(found.out).toMatch(/✗ 试验街道：1 个后台任务停住了，最早的是“导入”.*请重新启动系统/)
    expect(found.out).toContain(`✗ 1 个附件找不到了，如 ${'a'.repeat(64)}。请从备份里`)
    expect((await call(['clean', '--dry-run'])).out).toContain(
      '会删除 已送达的通知 0、结束的任务 0、过期的登录 0、导入预览 0、无用的附件 1。',
    )
    expect((await call(['doctor'])).out).toContain('附件找不到了')
    expect((await call(['clean'])).out).toContain('已删除')
    const again = await openOf()
    await sql`delete from platform_jobs where name = 'x'`.execute(again.db)
    await again.close()
    expect((await call(['doctor'])).out).toContain('✓ 附件 0 个，都在')
  })

  it('is given a new key, with which all is as it was', async () => {
    const before = readFileSync(join(dataDir, 'key'), 'utf8')
    const told = await call(['key', 'rotate'])
    expect(told.out).toMatch(/密钥已从 [0-9a-f]{8} 换成 [0-9a-f]{8}，本次重新加密 \d+ 行。.*请马上另外保存一份/)
    expect(readFileSync(join(dataDir, 'key'), 'utf8')).not.toBe(before)
    const { out, code } = await call(['doctor'])
    expect(out).toContain('! 数据目录里还有换下来的旧密钥')
    expect(out).toMatch(/✓ 试验街道：操作记录 \d+ 条，没有被改动/)
    expect(code).toBe(0)
    const twice = await call(['import', '990100001', 'registry.residents', join(dataDir, '居民.xlsx'), '--apply'])
    expect(twice.out).not.toContain('失败')
    expect((await peopleIn()).filter((name) => name === '李四')).toEqual(['李四'])
  })

  it('is backed up and restored elsewhere, where all is as it was', async () => {
    const file = join(dataDir, 'office.tar.gz')
    const made = await call(['backup', file])
    expect(made.out).toMatch(/已备份到 .*：\d+ 行，\d+ 个文件/)
    expect(made.out).toContain('备份里没有密钥')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await call(['backup', file])).err).toContain('要覆盖它，加 --force')
    expect((await call(['backup', file, '--force', '--with-key'])).out).toContain('能读出全部身份证号和电话')

    const elsewhere = mkdtempSync(join(tmpdir(), 'linli-cli-'))
    try {
      const restored = await callIn(elsewhere, ['restore', file])
      expect([restored.code, restored.err]).toEqual([0, ''])
      expect(readFileSync(join(elsewhere, 'key'), 'utf8')).toBe(readFileSync(join(dataDir, 'key'), 'utf8'))
      expect((await callIn(elsewhere, ['doctor'])).out).not.toContain('✗')
      expect((await callIn(elsewhere, ['restore', file])).err).toContain('里已经有数据，不能覆盖')
      expect(await peopleIn((args) => callIn(elsewhere, args))).toEqual(await peopleIn())
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  })

  it('is found ill with demo accounts in production, or with another key', async () => {
    const demo = await call(['doctor'], { NODE_ENV: 'production' })
    expect(demo.out).toContain('✗ 正式环境里有 1 个演示账号')
    expect(demo.code).toBe(1)
    const key = readFileSync(join(dataDir, 'key'), 'utf8')
    writeFileSync(join(dataDir, 'key'), Buffer.alloc(32, 1).toString('base64'))
    expect((await call(['doctor'])).out).toContain('✗ 密钥与数据不符')
    writeFileSync(join(dataDir, 'key'), key)
  })

  it.each([
    [['export', '999999999', 'registry.people', 'x.xlsx'], '没有街道 999999999。配置里有：990100001 试验街道', 2],
    [['export', '990100001', 'registry.pepole', 'x.xlsx'], '没有“registry.pepole”。可用的有：registry.people、', 2],
    [['export', '990100001', 'registry.people', 'linli.config.ts'], '要覆盖它，加 --force', 2],
    [['export', '990100001', 'registry.people', 'x.xlsx', '--columns', 'idNumber'], '请先选择查看用途', 1],
    [['restore', 'no-such.tar.gz'], '找不到文件 no-such.tar.gz', 2],
    [['restore', 'linli.config.ts'], '这不是邻里的备份文件', 4],
    [['import', '990100001', 'registry.residents', 'no-such.xlsx'], 'no-such.xlsx，请检查路径', 2],
    [['import', '990100001', 'registry.residents', 'linli.config.ts'], '', 1],
    [['start', '--port', 'x'], '端口应是 0 到 65535 的整数，现在是“x”', 2],
    [['start', '--config', 'other.ts'], '找不到配置文件', 3],
    [['start', '--config', 'linli.broken.ts'], '不能读取', 3],
  ])('refuses %j with what to do', async (args, sentence, code) => {
    const told = await call(args)
    expect(told.err).toContain(sentence)
    expect(told.err).not.toMatch(/\n\s+at /)
    expect(told.code).toBe(code)
  })
})

describe('linli start', () => {
  it('tells a street without demo data its first administrator once, and no other command makes one', async () => {
    const production = { NODE_ENV: 'production' }
    expect((await callIn(embedded, ['migrate'], production)).code).toBe(0)
    expect((await callIn(embedded, ['doctor'], production)).code).toBe(0)
    const told: boolean[] = []
    for (let start = 0; start < 2; start += 1) {
      const started = startLinli(production)
      await started.ready
      started.child.kill('SIGTERM')
      await started.ended
      told.push(/990100001 的首个管理员：admin \/ \S+/.test(started.written()))
    }
    expect(told).toEqual([true, false])
  }, 240_000)

  it('says where it is, ends when it is told to, and leaves the folder for the next', async () => {
    const first = startLinli()
    const url = await first.ready
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
    const refused = await callIn(embedded, ['backup', join(dataDir, 'live.tar.gz')])
    expect(refused.err).toMatch(/正被另一个进程使用（进程号 \d+）。内嵌数据库只能由一个进程打开：请先停止系统/)
    expect(refused.code).toBe(4)
    const second = await callIn(embedded, ['doctor'])
    expect(second.out).toMatch(/✗ .*(占用|使用)/)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect((await callIn(embedded, ['doctor'])).code).toBe(0)
  }, 120_000)

  it('says that the port is taken', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    const address = holder.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const told = await call(['start', '--port', String(port)])
    holder.close()
    expect(told.err).toBe(`端口 ${port} 已被占用。系统可能已经在运行；要换一个端口，用 --port <端口>。`)
    expect(told.code).toBe(1)
  })

  function startLinli(env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [bin, 'start', '--port', '0'], {
      cwd: office,
      env: { ...process.env, LINLI_DATA: embedded, LANG: 'zh_CN.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    let text = ''
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk) => {
        text += String(chunk)
        const url = /Linli ready: (\S+)/.exec(text)?.[1]
        if (url) resolve(url)
      })
      child.once('close', () => reject(new Error(`it ended: ${text}`)))
    })
    return { child, ready, ended, written: () => text }
  }
})

async function openOf(): Promise<LinliStore> {
  const { default: config } = (await import(join(office, 'linli.config.ts'))) as { default: { streets: readonly Street[] } }
  const plugins = await installedPlugins(config, (id) => import(id))
  return openStore({ streets: config.streets, dataDir, databaseUrl: database.env.DATABASE_URL, plugins })
}

async function peopleIn(within: (args: readonly string[]) => Promise<Called> = call): Promise<string[]> {
  const file = join(dataDir, `people-${Math.random()}.xlsx`)
  const { code, err } = await within(['export', '990100001', 'registry.people', file, '--columns', 'name'])
  expect([code, err]).toEqual([0, ''])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(file)
  const values = (book.worksheets[0]?.getColumn(1).values ?? []).map((value) => String(value))
  return values.slice(values.indexOf('姓名') + 1)
}

async function writeSheet(file: string, lines: readonly (readonly string[])[]): Promise<void> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('居民')
  for (const line of lines) sheet.addRow([...line])
  await book.xlsx.writeFile(file)
}
