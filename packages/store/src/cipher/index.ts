export { keyIdIn, makeCipher, type Cipher, type PastAudit } from './cipher.ts'
export { loadKey, type MasterKey } from './key.ts'
export { keyRotating, openCipher } from './open-cipher.ts'
export { maskOf } from './mask.ts'
