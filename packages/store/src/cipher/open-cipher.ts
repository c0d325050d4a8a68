import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Queryable } from '../connection/connect.ts'
import { StoreError } from '../store-error.ts'
import { makeCipher, type Cipher, type PastAudit } from './cipher.ts'
import type { MasterKey } from './key.ts'

/** Where what older audit keys are needed for is bound to. */
export const PAST_AUDIT = 'platform_keys/past_audit'
/** The key that is to follow, in the data folder, while keys are being changed. */
export const NEXT_KEY = 'key.next'

/**
 * The cipher of a key, once it is known to be the one that the data were enciphered with.
 *
 * @throws StoreError `key.changed`, `key.rotating`
 */
export async function openCipher(db: Queryable, key: MasterKey, dataDir: string): Promise<Cipher> {
  const cipher = makeCipher(key.key)
  const { rows } = await db.query<{ id: string; state: string; pastAudit: Buffer | null }>(
    `select id, state, past_audit as "pastAudit" from platform_keys where state <> 'past'`,
  )
  if (rows.some(({ state }) => state === 'next')) throw keyRotating()
  const [known] = rows
  if (!known) {
    key.keep()
    await db.query('insert into platform_keys (id) values ($1) on conflict do nothing', [cipher.keyId])
    return cipher
  }
  if (known.id !== cipher.keyId) throw existsSync(join(dataDir, NEXT_KEY)) ? keyRotating() : changed(known.id, cipher.keyId)
  return known.pastAudit ? makeCipher(key.key, JSON.parse(cipher.decrypt(PAST_AUDIT, known.pastAudit)) as PastAudit[]) : cipher
}

/** That nothing can be done until the change of the key has ended. */
export function keyRotating(): StoreError {
  return new StoreError('key.rotating', {
    zh: '密钥更换到一半，还没有做完，这时不能启动。请再运行一次 linli key rotate，它会接着做完。',
    en: 'The key is being changed and that has not ended; nothing can start until then. Run "linli key rotate" again: it goes on where it was.',
  })
}

function changed(known: string, present: string): StoreError {
  return new StoreError('key.changed', {
    zh: `密钥与数据不符：数据库里的个人信息是用另一把密钥（${known}）加密的，现在的是 ${present}。请恢复原来的密钥文件 key 或 LINLI_KEY，否则身份证号、电话无法读取。`,
    en: `The key does not fit the data: personal fields were enciphered with another key (${known}); this one is ${present}. Bring back the original file "key" or LINLI_KEY, or identity numbers and telephones cannot be read.`,
  })
}
