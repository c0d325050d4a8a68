import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret that sessions are signed with: `LINLI_SECRET` (at least 32 characters), else a file of the data folder that is made at the first start.
 * Several processes need the same one.
 */
export function readSecret(dataDir: string, given: string | undefined): Buffer {
  if (given !== undefined) {
    if (given.length < 32) throw new Error('LINLI_SECRET 至少要 32 个字符。LINLI_SECRET needs at least 32 characters.')
    return derive(Buffer.from(given, 'utf8'), 'secret')
  }
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'secret')
  try {
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return derive(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64'), 'secret')
}

/** A key for one use, so that no two uses share one. */
export function derive(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `linli/${use}`, 32))
}
