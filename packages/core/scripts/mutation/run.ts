/**
 * Mutation testing without a test runner: changes one operator, condition, boolean or number at a time and runs the tests of that folder.
 *
 *   node scripts/mutation/run.ts calendar voting
 *
 * A change that no test notices has survived; docs/rules/mutation.md explains those that are left.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { mutantsOf } from './mutants.ts'
import type { Trial } from './worker.ts'

interface Verdict {
  readonly survived: boolean
  readonly why?: string
}

const root = join(import.meta.dirname, '..', '..')
const TIME_LIMIT_MS = 8_000
const TRIALS_A_WORKER = 150
const LEFT_OUT = /index\.ts$|data\/|presets\.ts$|reasons\.ts$/

let worker: Worker | undefined
let trials = 0

for (const area of process.argv.slice(2)) {
  const tests = globSync(`test/${area}/*.test.ts`, { cwd: root }).map((file) => pathToFileURL(join(root, file)).href)
  const unchanged = await attempt({ file: '', source: '', tests })
  if (!unchanged.survived) throw new Error(`the tests of ${area} fail without any change: ${unchanged.why}`)
  let [all, survived] = [0, 0]
  for (const file of globSync(`src/${area}/**/*.ts`, { cwd: root }).toSorted()) {
    if (LEFT_OUT.test(file)) continue
    for (const { line, from, to, source } of mutantsOf(readFileSync(join(root, file), 'utf8'))) {
      all++
      if (!(await attempt({ file: join(root, file), source, tests })).survived) continue
      survived++
      process.stdout.write(`survived ${file}:${line}  ${from.trim()} -> ${to.trim()}\n`)
    }
  }
  process.stdout.write(`${area}: ${all - survived} of ${all} mutants noticed (${((100 * (all - survived)) / all).toFixed(1)} %)\n`)
}
await worker?.terminate()

/** Tries one mutant; one that hangs counts as noticed. */
async function attempt(trial: Trial): Promise<Verdict> {
  if (trials++ % TRIALS_A_WORKER === 0) await renew()
  const present = worker
  if (present === undefined) throw new Error('no worker')
  const verdict = await new Promise<Verdict>((resolve) => {
    const timer = setTimeout(() => resolve({ survived: false, why: 'timeout' }), TIME_LIMIT_MS)
    present.once('message', (message: Verdict) => {
      clearTimeout(timer)
      resolve(message)
    })
    present.postMessage(trial)
  })
  if (verdict.why === 'timeout') await renew()
  return verdict
}

async function renew(): Promise<void> {
  await worker?.terminate()
  worker = new Worker(new URL('./worker.ts', import.meta.url))
  worker.on('error', (error) => process.stderr.write(`${String(error)}\n`))
}
