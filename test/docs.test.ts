import { execFile, execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const ignored = /(^|\/)(node_modules|dist|\.[^/]+|generated-[^/]+)(\/|$)/
const pages = globSync('**/*.md', { cwd: root, exclude: (path) => ignored.test(String(path)) }).filter((path) => !ignored.test(path))

/** A page without its fenced blocks, whose brackets are no links. */
const prose = (path: string): string => read(path).replaceAll(/^```[\s\S]*?^```/gm, '')

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-')
const anchorsOf = (path: string): string[] => [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

describe('links', () => {
  it.each(pages)('%s leads to what is there', (path) => {
    const broken = [...prose(path).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].flatMap(([, link, image]) => {
      const target = link ?? image ?? ''
      if (/^[a-z]+:/.test(target)) return []
      const [file = '', anchor] = target.split('#')
      const goal = file === '' ? path : relative(root, join(root, dirname(path), decodeURIComponent(file)))
      if (!existsSync(join(root, goal))) return [target]
      return anchor !== undefined && goal.endsWith('.md') && !anchorsOf(goal).includes(decodeURIComponent(anchor)) ? [target] : []
    })
    expect(broken).toEqual([])
  })
})

describe('both READMEs', () => {
  it.each(['README.md', 'README.zh-CN.md'])('%s names every package and every demo account', (path) => {
    const text = read(path)
    const packages = globSync('packages/{*,plugins/*}/package.json', { cwd: root }).map(
      (file) => (JSON.parse(read(file)) as { readonly name: string }).name,
    )
    const accounts = [...read('examples/baiyun-street/src/demo/staff.ts').matchAll(/username: '([a-z0-9]+)'/g)].map(([, name = '']) => name)
    expect(accounts.length).toBeGreaterThan(10)
    expect([...packages, ...accounts].filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })
})

describe('environment variables', () => {
  const shipped = globSync(['packages/{*,plugins/*}/src/**/*.{ts,tsx}', 'apps/*/src/**/*.ts', 'apps/*/vite.config.ts', 'scripts/*.mjs'], {
    cwd: root,
  })
  const walks = globSync('test/e2e/*.ts', { cwd: root })
  const readIn = (paths: readonly string[]): Set<string> =>
    new Set(paths.flatMap((path) => [...read(path).matchAll(/\benv\.([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name)))
  const told = (path: string): Set<string> =>
    new Set(
      [...read(path).matchAll(/`([A-Z][A-Z_]*)(?:=[^`]*)?`/g)]
        .map(([, name = '']) => name)
        .filter((name) => /^LINLI_|^(HOST|PORT|DATABASE_URL|NODE_ENV)$/.test(name)),
    )

  it.each(['README.md', 'README.zh-CN.md', 'docs/operate.md', 'docs/contributing.md'])('%s names those that the code reads', (path) => {
    const used = readIn(path === 'docs/contributing.md' ? [...shipped, ...walks] : shipped)
    expect([...told(path)].filter((name) => !used.has(name))).toEqual([])
  })

  it('has each that a running office reads on the page for its operator', () => {
    const office = shipped.filter((path) => /^packages\/(server|store|cli)\/|^apps\/server\//.test(path))
    const asked = new Set(
      office.flatMap((path) =>
        [...read(path).matchAll(/\benv\.((?:LINLI_|HOST|PORT|DATABASE_URL|NODE_ENV)[A-Z_]*)\b/g)].map(([, name = '']) => name),
      ),
    )
    expect([...asked].filter((name) => !told('docs/operate.md').has(name))).toEqual([])
  })
})

describe('commands', () => {
  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
    const unknown = pages.flatMap((path) =>
      [...read(path).matchAll(/\b(?:pnpm|npm run)((?: --?[a-z]+)*) ([a-z]+(?:[:-][a-z]+)*)(?!:?<|[a-z])/g)].flatMap(([, , name = '']) =>
        Object.hasOwn(scripts, name) || name === 'install' ? [] : [`${path}: ${name}`],
      ),
    )
    expect(unknown).toEqual([])
  })

  it('names commands of linli that exist, all of them in its README', () => {
    const help = execFileSync(process.execPath, [join(root, 'packages', 'cli', 'bin', 'linli.js'), 'help'], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en' },
    })
    const commands = [...help.matchAll(/^ {2}linli ([a-z]+(?: (?:new|sql))?)\b/gm)].map(([, name = '']) => name)
    expect(commands).toContain('doctor')
    const first = new Set([...commands.map((name) => name.split(' ')[0]), 'help'])
    const unknown = pages.flatMap((path) =>
      [...read(path).matchAll(/`(?:npx )?linli ([a-z]+)/g)].flatMap(([, name = '']) => (first.has(name) ? [] : [`${path}: ${name}`])),
    )
    expect(unknown).toEqual([])
    expect(commands.filter((name) => !read('packages/cli/README.md').includes(`\`linli ${name}`))).toEqual([])
  })
})

/** A fenced block that begins with `// runnable` (run, and compiled) or `// checked` (compiled). */
interface Example {
  readonly page: string
  readonly folder: string
  readonly line: number
  readonly file: string
  readonly code: string
  readonly isRun: boolean
  /** What the `console.log` lines say they print. */
  readonly expected: string
}

const examples: readonly Example[] = pages.flatMap((page) => {
  const text = read(page)
  return [...text.matchAll(/^```(tsx?)\n(\/\/ (runnable|checked)\n[\s\S]*?)^```/gm)].map(({ index, 1: kind, 2: code = '', 3: how }) => {
    const line = text.slice(0, index).split('\n').length
    const expected = [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, printed = '']) => printed).join('\n')
    return { page, folder: join(root, dirname(page)), line, file: `line-${line}.${kind}`, code, isRun: how === 'runnable', expected }
  })
})

describe('examples', () => {
  // Within the package, so that it finds the package itself and what it depends on as an importer would.
  const folders = [...new Set(examples.map(({ folder }) => join(folder, 'generated-readme')))]
  const configFolder = mkdtempSync(join(tmpdir(), 'linli-docs-'))
  afterAll(() => {
    for (const folder of [...folders, configFolder]) rmSync(folder, { recursive: true, force: true })
  })

  it('are there', () => {
    expect(examples.filter(({ isRun }) => isRun).length).toBeGreaterThanOrEqual(4)
  })

  it.concurrent.each(examples.filter(({ isRun }) => isRun))(
    '$page, line $line, prints what it says',
    { timeout: 180_000 },
    async ({ folder, code, expected }) => {
      const args = ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '--eval', code]
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, timeout: 170_000 })
      expect(stdout.trimEnd()).toBe(expected)
    },
  )

  it('compile', { timeout: 180_000 }, async () => {
    const files = examples.map(({ folder, file, code }) => {
      const path = join(folder, 'generated-readme', file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `${code}\nexport {}\n`)
      return path
    })
    const config = join(configFolder, 'tsconfig.json')
    const types = join(root, 'node_modules', '@types')
    writeFileSync(
      config,
      JSON.stringify({
        extends: join(root, 'tsconfig.base.json'),
        compilerOptions: { noEmit: true, rootDir: root, typeRoots: [types] },
        files,
      }),
    )
    const compiler = join(root, 'node_modules', 'typescript7', 'bin', 'tsc')
    const faults = await promisify(execFile)(process.execPath, [compiler, '-p', config], { cwd: root }).then(
      () => '',
      (error: { readonly stdout?: string }) => error.stdout ?? String(error),
    )
    // Faults of the sources themselves are the type check's to tell.
    expect(faults.split('\n').filter((line) => line.includes('generated-readme'))).toEqual([])
  })
})
