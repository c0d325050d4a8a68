import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from '../store-error.ts'

const KEY_BYTES = 32

export interface MasterKey {
  readonly key: Buffer
  /** Keeps a key that was just made. Called once the database is known to have no other. */
  keep(): void
}

/**
 * The key under which personal fields are enciphered: the option, else `LINLI_KEY`, else the file `key` of the data folder; else a new one.
 *
 * @throws StoreError `key.format`
 */
export function loadKey(dataDir: string, given: Buffer | undefined, environment = process.env.LINLI_KEY): MasterKey {
  const path = join(dataDir, 'key')
  if (given) return { key: checked(given, 'key'), keep: () => undefined }
  if (environment) return { key: checked(Buffer.from(environment, 'base64'), 'LINLI_KEY'), keep: () => undefined }
  if (existsSync(path)) return { key: checked(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64'), path), keep: () => undefined }
  const key = randomBytes(KEY_BYTES)
  return { key, keep: () => writeFileSync(path, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' }) }
}

function checked(key: Buffer, source: string): Buffer {
  if (key.length === KEY_BYTES) return key
  throw new StoreError('key.format', {
    zh: `${source} 里的密钥不对：应为 32 字节（base64 共 44 个字符），现为 ${key.length} 字节。请从备份中取回原来的密钥。`,
    en: `The key in ${source} is not right: it has ${key.length} bytes instead of 32 (44 characters of base64). Bring the original back from your backup.`,
  })
}
