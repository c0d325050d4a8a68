import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

interface Results {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly title: string; readonly status: string }[] }[]
}

const suite = fileURLToPath(new URL('./leaky-parks/suite.ts', import.meta.url))
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))

/** The titles of the tests that fail for a module. */
async function failuresOf(file: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-contract-'))
  const results = join(folder, 'results.json')
  try {
    const { LINLI_TEST_PG: _server, LINLI_TEST_STORE: _store, ...environment } = process.env
    const root = fileURLToPath(new URL('./leaky-parks', import.meta.url))
    const args = [
      vitest,
      'run',
      '--root',
      root,
      '--reporter=json',
      `--outputFile=${results}`,
      '--testTimeout=60000',
      '--hookTimeout=120000',
    ]
    const config = fileURLToPath(new URL('./leaky-parks/vitest.config.ts', import.meta.url))
    await new Promise((resolve) =>
      spawn(process.execPath, [...args, '--config', config, file], { env: { ...environment, CI: '1' }, stdio: 'ignore' }).once(
        'close',
        resolve,
      ),
    )
    const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as Results
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
    return tests.filter(({ status }) => status === 'failed').map(({ title }) => title)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it('finds each mistake of a module that is full of them, and nothing else', async () => {
  expect(await failuresOf(suite), 'the titles of the tests that fail').toEqual([
    'has every title in English',
    'stands in the package that it names, which exports the halves that it names',
    'grants permissions that exist',
    'listens only to modules that it names',
    'can load "." in a browser',
    'tells another community and another street nothing of these rows',
    'answers leaky.ledger, on screen and as a spreadsheet, and opens what it counted',
    'asks for a declared permission at every endpoint',
    'publishes the document that was reviewed',
    'keeps its rows in the tables that were reviewed',
    'tells only events that it declares, with ids and codes alone',
    'has the tables that its resources call for, and an unbroken record of who did what',
    'lets its events and jobs run',
  ])
}, 300_000)
