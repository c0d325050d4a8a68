import type { Said } from '../said.ts'

/** What was found: fine, worth knowing, or wrong with what to do. */
export interface Finding {
  readonly state: 'ok' | 'note' | 'wrong'
  readonly said: Said
}

export const ok = (zh: string, en: string): Finding => ({ state: 'ok', said: { zh, en } })
export const note = (zh: string, en: string): Finding => ({ state: 'note', said: { zh, en } })
export const wrong = (zh: string, en: string): Finding => ({ state: 'wrong', said: { zh, en } })
