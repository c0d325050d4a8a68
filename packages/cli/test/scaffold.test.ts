import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instanceOf } from '../src/config/instance-of.ts'
import { readConfig } from '../src/config/read-config.ts'
import { linli, packageFolder, run } from './run.ts'

// Within this package, so that a scaffold finds the packages of the workspace as if they were installed.
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(packageFolder, '.scaffold-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const vitest = join(packageFolder, 'node_modules', 'vitest', 'vitest.mjs')

describe('linli plugin new', () => {
  // That it compiles and passes the contract of every module is seen where it would be made: outside of the workspace, in third-party.test.ts.
  it('makes a module of few lines whose first migration is what its definition calls for', async () => {
    const target = join(folder, 'lost-and-found')
    const { code, out } = await linli(['plugin', 'new', 'lost-and-found', '--title', '失物招领', '--dir', target])
    expect([code, out]).toEqual([0, `已新建模块「失物招领」，在 ${target}。接着运行：cd ${target} && npm install && npm test`])
    const lines = ['src/index.ts', 'src/server/index.ts'].flatMap((file) => readFileSync(join(target, file), 'utf8').split('\n'))
    expect(lines.length).toBeLessThan(140)
    const sql = await linli(['plugin', 'sql', join(target, 'src', 'index.ts')])
    expect(readFileSync(join(target, 'src', 'server', 'migrations.ts'), 'utf8')).toContain(sql.out)
  })

  it.each([
    [['plugin', 'new', 'Lost'], '模块的编号用小写字母'],
    [['plugin', 'new', 'lost', '--title', 'a`b'], '模块的中文名用'],
    [['plugin', 'new', 'lost', '--dir', '.'], '里已有文件'],
    [['plugin', 'new'], '要这样写：linli plugin new <id>'],
    [['plugin', 'new', 'lost', '--titel', 'x'], '选项 --titel 不对'],
    [['plugin', 'sql', 'no-such.ts'], 'no-such.ts 不能读取'],
  ])('refuses %j with what to do', async (args, sentence) => {
    const { code, err } = await linli(args)
    expect(err).toContain(sentence)
    expect(code).toBe(2)
  })
})

/** What npm would have installed into a new street. */
function installed(target: string): void {
  const root = join(packageFolder, '..', '..')
  const packages: Readonly<Record<string, string>> = {
    '@linli/admin': 'packages/admin',
    '@linli/cli': 'packages/cli',
    '@linli/kit': 'packages/kit',
    '@linli/portal': 'packages/portal',
    '@linli/plugin-registry': 'packages/plugins/registry',
    '@vitejs/plugin-react': 'apps/portal/node_modules/@vitejs/plugin-react',
    react: 'apps/portal/node_modules/react',
    'react-dom': 'apps/portal/node_modules/react-dom',
    vite: 'apps/portal/node_modules/vite',
  }
  for (const [name, path] of Object.entries(packages)) {
    const link = join(target, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, path), link)
  }
}

describe('linli street new', () => {
  it('makes a street that starts', async () => {
    const target = join(folder, 'street')
    const { code } = await linli([
      'street',
      'new',
      '411402009',
      '--name',
      '前进街道',
      '--communities',
      '东街社区,西街社区',
      '--dir',
      target,
    ])
    expect(code).toBe(0)
    const tested = await run(vitest, ['run', '--root', target, '--maxWorkers=1'], target)
    expect(tested.output).toMatch(/Tests +1 passed \(1\)/)
    expect(readFileSync(join(target, 'linli.config.ts'), 'utf8')).toContain(`{ code: '411402009002', name: '西街社区' }`)
  }, 240_000)

  it('builds the phone pages beside the admin, and the start finds them', async () => {
    const target = join(folder, 'street')
    await linli(['street', 'new', '411402009', '--name', '前进街道', '--dir', target])
    const scripts = (JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts
    expect(scripts.build).toBe('vite build && vite build portal')
    installed(target)
    const vite = join(target, 'node_modules', 'vite', 'bin', 'vite.js')
    const built = await run(vite, ['build', 'portal', '--configLoader', 'runner'], target)
    expect([built.code, built.code === 0 ? '' : built.output]).toEqual([0, ''])
    expect(readFileSync(join(target, 'dist-portal', 'index.html'), 'utf8')).toContain('src="/m/assets/')
    const read = await readConfig(target, undefined)
    const call = { terminal: { cwd: target, env: {} } as never, text: () => undefined }
    expect(instanceOf(read, call)).toMatchObject({ portalDir: join(target, 'dist-portal') })
  }, 300_000)

  it.each([
    [['street', 'new', '4114'], '街道代码是 9 位数字'],
    [['street', 'new', '411402009', '--name', "a'b"], '里有不能用的字符'],
  ])('refuses %j with what to do', async (args, sentence) => {
    const { code, err } = await linli(args)
    expect(err).toContain(sentence)
    expect(code).toBe(2)
  })
})
