import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import fc from 'fast-check'
import { runTests } from './vitest-shim.ts'

/** A mutant to try: the file, its changed source, and the test files to run. */
export interface Trial {
  readonly file: string
  readonly source: string
  readonly tests: readonly string[]
}

const shim = new URL('./vitest-shim.ts', import.meta.url).href
const stripped = new Map<string, string>()
let trial: Trial | undefined
let generation = 0

fc.configureGlobal({ numRuns: 30, seed: 20_261_122 })

/** Every trial imports its own copies: the generation is part of the address of each module of ours. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest') return { url: shim, shortCircuit: true }
    const resolved = next(specifier, context)
    if (!specifier.startsWith('.') || resolved.url.includes('node_modules')) return resolved
    return { ...resolved, url: `${resolved.url.split('?')[0]}?${generation}` }
  },
  load(url, context, next) {
    if (!/\.ts\?\d+$/.test(url)) return next(url, context)
    const path = fileURLToPath(url.split('?')[0] ?? url)
    if (path === trial?.file) return { format: 'module', source: stripTypeScriptTypes(trial.source), shortCircuit: true }
    const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'))
    stripped.set(path, source)
    return { format: 'module', source, shortCircuit: true }
  },
})

parentPort?.on('message', (next: Trial) => void tryOut(next))

async function tryOut(next: Trial): Promise<void> {
  trial = next
  generation++
  try {
    for (const file of next.tests) await import(`${file}?${generation}`)
    parentPort?.postMessage({ survived: true, tests: await runTests() })
  } catch (error) {
    parentPort?.postMessage({ survived: false, why: String(error) })
  }
}
