import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { packageFolder, run } from './run.ts'

const guide = readFileSync(join(packageFolder, '..', '..', 'docs', 'write-a-plugin.md'), 'utf8')

// Within this package, so that the guide's module finds the packages of the workspace as if they were installed.
const folder = mkdtempSync(join(packageFolder, '.guide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The files of the guide, by their path. */
function filesOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^```ts file=(\S+)\n([^]*?)^```$/gm)].map(([, path = '', body = '']) => [path, body]))
}

it('says only what works: the module of the guide passes the contract and its own tests', async () => {
  const files = filesOf(guide)
  expect([...files.keys()]).toEqual([
    'src/index.ts',
    'src/server/migrations.ts',
    'src/server/index.ts',
    'test/contract.test.ts',
    'test/parcels.test.ts',
  ])
  const exports = { '.': './src/index.ts', './server': './src/server/index.ts' }
  files.set('package.json', JSON.stringify({ name: 'linli-plugin-parcels', type: 'module', exports }))
  files.set(
    'vitest.config.ts',
    `export default { test: { testTimeout: 60000, hookTimeout: 180000, server: { deps: { inline: ['@fastify/autoload'] } } } }\n`,
  )
  files.set(
    'tsconfig.json',
    JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions: { noEmit: true }, include: ['src', 'test'] }),
  )
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const compiled = await run(join(packageFolder, '..', '..', 'node_modules', 'typescript7', 'bin', 'tsc'), ['-p', folder], folder)
  expect(compiled.output.split('\n').filter((line) => line.includes('.guide-'))).toEqual([])
  const tested = await run(join(packageFolder, 'node_modules', 'vitest', 'vitest.mjs'), ['run', '--root', folder, '--maxWorkers=1'], folder)
  expect(tested.output).toMatch(/Test Files +2 passed \(2\)/)
  expect(tested.code).toBe(0)
}, 300_000)
