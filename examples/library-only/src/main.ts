import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { creditCodeFault, isTwoThirds, promisedBy } from './rules.ts'
import { lendABook } from './runtime.ts'

console.log(promisedBy('2026-09-30', 3), creditCodeFault('91350100M000100Y4X'), isTwoThirds(6, 9))

const dataDir = mkdtempSync(join(tmpdir(), 'library-only-'))
try {
  console.log(await lendABook(dataDir))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
