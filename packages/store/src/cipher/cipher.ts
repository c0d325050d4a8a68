import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

const FORMAT = 1
const KEY_ID_BYTES = 4
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + KEY_ID_BYTES + IV_BYTES + TAG_BYTES

/** Enciphers personal fields and makes the hashes by which they are found. */
export interface Cipher {
  /** Names the key without telling it. */
  readonly keyId: string
  /** AES-256-GCM. `place` binds the text to where it stands, so that it cannot be moved to another row. */
  encrypt(place: string, text: string): Buffer
  decrypt(place: string, cipher: Buffer): string
  /** HMAC-SHA-256 under the street's own key: equal values of a street are found, and streets cannot be compared. */
  hash(streetId: string, kind: string, value: string): string
  /** HMAC-SHA-256 of a new audit entry, in hexadecimal. */
  digest(text: string): string
  /** The same of an entry as it was written, perhaps under a key that has been changed since. */
  digestAt(streetId: string, no: number, text: string): string
  /** The audit keys so far with this one, for the key that follows, as of the ends of the streets' audits. */
  pastAudit(ends: Readonly<Record<string, number>>): readonly PastAudit[]
}

/** A key under which audit entries were made, up to their number in each street. */
export interface PastAudit {
  /** base64 */
  readonly key: string
  readonly until: Readonly<Record<string, number>>
}

/** Where the key stands that enciphered something. */
export function keyIdIn(sealed: Buffer): string {
  return sealed.subarray(1, 1 + KEY_ID_BYTES).toString('hex')
}

export function makeCipher(master: Buffer, past: readonly PastAudit[] = []): Cipher {
  const cipherKey = derive(master, 'field cipher')
  const auditKey = derive(master, 'audit digest')
  const pastKeys = past.map(({ key, until }) => ({ key: createSecretKey(Buffer.from(key, 'base64')), until }))
  const keyId = createHash('sha256').update('linli key id').update(master).digest().subarray(0, KEY_ID_BYTES)
  const streetKeys = new Map<string, KeyObject>()
  const streetKey = (streetId: string): KeyObject => {
    let key = streetKeys.get(streetId)
    if (!key) streetKeys.set(streetId, (key = derive(master, `equality hash ${streetId}`)))
    return key
  }
  return {
    keyId: keyId.toString('hex'),
    encrypt: (place, text) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(FORMAT), keyId, iv, cipher.getAuthTag(), body])
    },
    decrypt: (place, sealed) => {
      const iv = sealed.subarray(1 + KEY_ID_BYTES, 1 + KEY_ID_BYTES + IV_BYTES)
      const tag = sealed.subarray(1 + KEY_ID_BYTES + IV_BYTES, HEAD_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(place)).setAuthTag(tag)
      return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8')
    },
    hash: (streetId, kind, value) => createHmac('sha256', streetKey(streetId)).update(`${kind}:${value}`).digest('base64url'),
    digest: (text) => createHmac('sha256', auditKey).update(text).digest('hex'),
    digestAt: (streetId, no, text) => {
      const { key } = pastKeys.find(({ until }) => no <= (until[streetId] ?? 0)) ?? { key: auditKey }
      return createHmac('sha256', key).update(text).digest('hex')
    },
    pastAudit: (until) => [...past, { key: auditKey.export().toString('base64'), until }],
  }
}

/** A key object, because the library takes ten times as long with bare bytes. */
function derive(master: Buffer, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `linli ${use}`, 32)))
}
