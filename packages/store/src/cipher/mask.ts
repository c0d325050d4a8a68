import { maskIdNumber, maskPhone } from '@linli/core/identifier'
import type { FieldSpec } from '@linli/kit'

/** What a list shows of an enciphered value. */
export function maskOf(spec: FieldSpec, value: string): string {
  if (spec.kind === 'idNumber') return maskIdNumber(value)
  if (spec.kind === 'phone') return maskPhone(value)
  return '******'
}
