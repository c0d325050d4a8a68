import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { relative } from 'node:path'
import { ensureApps } from './apps.mjs'
import { run } from './child.mjs'
import { findChromium } from './chromium.mjs'
import { Failure, runMain } from './failure.mjs'
import { startPostgres } from './postgres.mjs'
import { at, root } from './root.mjs'

const node = process.execPath
const results = at('.tools', 'test-results.json')
const forbidSkips = process.env.LINLI_FORBID_SKIPS === '1'
const has = (...parts) => existsSync(at(...parts))

/** Colours only where somebody looks. */
const environment = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }

/** A program of node_modules, started by its file so that nothing but Node is needed. */
const tool = (file, args, env = environment) => run(node, [at('node_modules', ...file.split('/')), ...args], { cwd: root, env })
const script = (name) => run(node, [at('scripts', name)], { cwd: root })

/** Something a part of the tests needs that is not on this machine: told, or where skips are forbidden, refused. */
function leaveOut(what, remedy) {
  if (forbidSkips) throw new Failure(`${what} is not there, and LINLI_FORBID_SKIPS=1 forbids to leave its tests out. ${remedy}`)
  console.log(`LEFT OUT: the tests that need ${what}. ${remedy}`)
}

/** The files git knows, as far as they still exist; everything where this is no git checkout. */
function trackedFiles() {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return status === 0 ? stdout.split('\0').filter((file) => file && has(file)) : ['.']
}

const format = () =>
  tool('prettier/bin/prettier.cjs', [
    '--check',
    '--ignore-unknown',
    '--log-level=warn',
    '--cache',
    '--cache-location',
    at('.tools', 'prettier'),
    ...trackedFiles(),
  ])

/** oxlint takes CI for a terminal with colours. */
const lint = () =>
  tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'], { ...environment, CI: undefined })
/** What was found is remembered, so that a second run looks at what changed alone. */
const types = () =>
  tool('typescript7/bin/tsc', ['-p', 'tsconfig.json', '--noEmit', '--incremental', '--tsBuildInfoFile', at('.tools', 'types.tsbuildinfo')])
const arrows = () =>
  tool('dependency-cruiser/bin/dependency-cruiser.mjs', [
    'packages',
    'apps',
    'examples',
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err-long',
  ])
const unused = () => tool('knip/bin/knip.js', ['--no-progress', '--no-config-hints'])
const build = () => script('build.mjs')
const packages = () => script('check-packages.mjs')

async function size() {
  await ensureApps({ node, env: process.env })
  const bundles = await tool('size-limit/bin.js', [])
  const pages = await script('first-load.mjs')
  return bundles.code === 0 ? pages : bundles
}

async function testEnvironment() {
  const chromium = findChromium()
  if (!chromium) leaveOut('a browser', 'Install Chromium, or name one in LINLI_CHROMIUM.')
  const given = process.env.LINLI_TEST_PG
  const postgres = given ? { url: given, stop: () => undefined } : await startPostgres()
  if (!postgres) leaveOut('a PostgreSQL server', 'Install PostgreSQL (15 or later), or give the URL of an empty one in LINLI_TEST_PG.')
  // Where there is a server, the modules' tests run on it, as a street would; the store's run on both databases, and all contracts in `.ci/run`.
  const onServer = postgres && { LINLI_TEST_PG: postgres.url, LINLI_TEST_STORE: process.env.LINLI_TEST_STORE ?? 'postgres' }
  const env = { ...environment, ...(chromium && { LINLI_CHROMIUM: chromium }), ...onServer }
  return { env, stop: async () => void (await postgres?.stop()) }
}

/** Files that vitest could not even load count as failed, too: they hold no test that could. */
function summary() {
  if (!existsSync(results)) return undefined
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests }
}

async function test(args) {
  rmSync(results, { force: true })
  const { env, stop } = await testEnvironment()
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${relative(root, results)}`]
    return await tool('vitest/vitest.mjs', ['run', ...reporters, ...args], env)
  } finally {
    await stop()
  }
}

/** In the order in which they run: what is quick and says most first, the tests last. */
const stages = { format, lint, types, arrows, unused, build, packages, size, test }

async function runStage(name, args) {
  console.log(`\n=== ${name}`)
  const start = Date.now()
  let outcome
  try {
    outcome = await stages[name](args)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(error.message)
    outcome = { code: 1 }
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  console.log(`=== ${name}: ${outcome.code === 0 ? 'ok' : 'FAILED'}, ${seconds} s`)
  if (outcome.interrupted) process.exit(outcome.code || 130)
  return { name, seconds, isOk: outcome.code === 0 }
}

await runMain(async () => {
  const [first, ...rest] = process.argv.slice(2)
  if (first && !Object.hasOwn(stages, first))
    throw new Failure(`There is no stage ${first}. The stages: ${Object.keys(stages).join(', ')}.`)
  mkdirSync(at('.tools'), { recursive: true })
  const wanted = first ? [first] : Object.keys(stages)
  const done = []
  for (const name of wanted) done.push(await runStage(name, rest))
  const tests = wanted.includes('test') ? summary() : undefined
  const isSkipFree = !forbidSkips || !tests || tests.skipped === 0
  if (!isSkipFree) console.error(`\n${tests.skipped} tests were skipped, and LINLI_FORBID_SKIPS=1 forbids that.`)
  console.log(`\n${done.map(({ name, seconds, isOk }) => `${isOk ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`).join('\n')}`)
  if (tests) console.log(`\n${tests.passed} passed, ${tests.failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`)
  return done.every(({ isOk }) => isOk) && isSkipFree ? 0 : 1
})
