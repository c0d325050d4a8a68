import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layEmptyDatabase } from '@linli/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownApplication } from '../src/mounted.ts'
import { creditCodeFault, isTwoThirds, promisedBy } from '../src/rules.ts'
import { lendABook } from '../src/runtime.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'library-only-'))
  await layEmptyDatabase(dataDir)
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('uses rules without anything else', () => {
  expect(promisedBy('2026-09-30', 3)).toMatchObject({ ok: true, value: { date: '2026-10-10' } })
  expect(creditCodeFault('91350100M000100Y43')).toBeUndefined()
  expect(creditCodeFault('91350100M000100Y44')).toContain('校验码不符')
  expect([isTwoThirds(6, 9), isTwoThirds(5, 9)]).toEqual([true, false])
})

it('uses the runtime without HTTP: scoped, remembered', async () => {
  const { status, refusal, intact } = await lendABook(dataDir)
  expect(status).toBe('lent')
  expect(refusal).toContain('没有')
  expect(intact).toBe(true)
})

it('is mounted in an application that exists already', async () => {
  const app = await ownApplication(dataDir)
  try {
    expect((await app.inject('/')).json()).toEqual({ ours: true })
    expect((await app.inject('/linli/api/street')).json()).toMatchObject({ streets: [{ code: '990100001' }] })
    expect((await app.inject('/linli/api/library/books')).statusCode).toBe(401)
    expect((await app.inject('/api/library/books')).statusCode).toBe(404)
  } finally {
    await app.close()
  }
})
