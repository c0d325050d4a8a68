import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshFolder, installFresh, manifestOf, root } from './install-fresh.ts'

const example = join(root, 'examples', 'third-party-plugin')
let fresh: FreshFolder
beforeAll(async () => {
  fresh = await installFresh(manifestOf(example))
  for (const name of ['src', 'test', 'tsconfig.json', 'vitest.config.ts'])
    cpSync(join(example, name), join(fresh.folder, name), { recursive: true })
}, 300_000)
afterAll(() => fresh?.remove())

it('lets a module outside of the workspace compile and pass its tests on the published packages', async () => {
  const { code, output } = await fresh.run('pnpm', ['test'])
  expect(output).toMatch(/Test Files +2 passed \(2\)/)
  expect(code).toBe(0)
}, 300_000)

it('scaffolds a module there that does the same', async () => {
  const linli = join(fresh.folder, 'node_modules', '.bin', 'linli')
  expect((await fresh.run(linli, ['plugin', 'new', 'kiosk', '--title', '便民亭', '--dir', 'kiosk'])).output).toContain(
    '已新建模块「便民亭」',
  )
  const target = join(fresh.folder, 'kiosk')
  expect((await fresh.run(process.execPath, [join(fresh.folder, 'node_modules', 'typescript', 'bin', 'tsc')], target)).output).toBe('')
  const { code, output } = await fresh.run(process.execPath, [join(fresh.folder, 'node_modules', 'vitest', 'vitest.mjs'), 'run'], target)
  expect(output).toMatch(/Test Files +1 passed \(1\)/)
  expect(code).toBe(0)
}, 300_000)
