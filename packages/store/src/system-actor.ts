import { systemAccess, type Actor } from '@linli/core/access'

/** The system itself on a street's behalf: consumers and jobs. */
export function systemActor(streetId: string): Actor {
  return { kind: 'system', id: 'system', name: '系统', streetId, access: systemAccess(streetId) }
}
