import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Enciphers what a line says (AES-256-GCM), bound to its place so that no two lines can be exchanged. */
export interface Seal {
  close(value: unknown, place: string): Buffer
  open(sealed: Buffer, place: string): Readonly<Record<string, unknown>>
}

const NONCE = 12
const TAG = 16

export function createSeal(key: Buffer): Seal {
  return {
    close(value, place) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()])
    },
    open(sealed, place) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(place))
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
      const text = Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]).toString('utf8')
      return JSON.parse(text) as Readonly<Record<string, unknown>>
    },
  }
}
