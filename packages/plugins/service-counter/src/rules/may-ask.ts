import type { MaterialSource } from './options.ts'

/** Whether something may be asked of the applicant: not what we have ourselves, nor a certificate that is not kept on the list (K4). */
export function mayAsk(source: MaterialSource, name: string, kept: readonly string[]): boolean {
  if (source === 'share' || source === 'own-record') return false
  return source !== 'certificate' || kept.includes(name)
}
