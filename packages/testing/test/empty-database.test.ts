import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { layEmptyDatabase } from '../src/index.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'linli-empty-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('lays a database that is PostgreSQL’s', async () => {
  await layEmptyDatabase(dataDir)
  expect(readdirSync(join(dataDir, 'database'))).toContain('PG_VERSION')
})

it('never lays one over another', async () => {
  mkdirSync(join(dataDir, 'database'))
  writeFileSync(join(dataDir, 'database', 'PG_VERSION'), 'ours')
  await expect(layEmptyDatabase(dataDir)).rejects.toThrow(/already/)
  expect(readFileSync(join(dataDir, 'database', 'PG_VERSION'), 'utf8')).toBe('ours')
  expect(readdirSync(join(dataDir, 'database'))).toEqual(['PG_VERSION'])
})
