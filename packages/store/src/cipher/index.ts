export { makeCipher, type Cipher } from './cipher.ts'
export { loadKey, type MasterKey } from './key.ts'
export { maskOf } from './mask.ts'
