import { randomInt } from 'node:crypto'
import type { Refusal } from '@linli/core/refusal'
import { reason } from '../problem/index.ts'

const MIN = 8
/** Without characters that are mistaken for one another when read from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '23456789'

/** Why a password cannot be taken; nothing where it can. */
export function passwordFault(password: string, username: string): Refusal | undefined {
  if ([...password].length < MIN) return reason('auth.password_short', { min: MIN }, 'next')
  const simple = /^\d+$/.test(password) || new Set(password).size < 3 || password.toLowerCase().includes(username.toLowerCase())
  return simple ? reason('auth.password_simple', undefined, 'next') : undefined
}

/** A password to be told once and changed at the first sign-in: about 66 bits. */
export function newInitialPassword(): string {
  const group = (): string => pick(CAPITALS) + pick(LETTERS) + pick(LETTERS) + pick(DIGITS)
  return `${group()}-${group()}-${group()}`
}

function pick(from: string): string {
  return from.charAt(randomInt(from.length))
}
