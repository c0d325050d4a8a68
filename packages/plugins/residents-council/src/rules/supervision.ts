import type { LocalDate } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import { reason } from '../reasons.ts'

/** What somebody declares who is to supervise the residents' committee. */
export const RELATIVES = { none: '没有：居委会成员中没有本人的近亲属', some: '有：居委会成员中有本人的近亲属' } as const

export interface SupervisorDeclaration {
  readonly relatives?: keyof typeof RELATIVES | null
  /** The signed paper. */
  readonly declaration?: string | null
}

/**
 * Whether the declaration of a proposed supervisor lets them sit: near relatives of a member of the residents' committee do not (村民委员会组织法
 * art. 32 by analogy, verified for villages). Which relatives live elsewhere nobody but they knows, so they say it and sign it.
 *
 * @example
 * checkDeclaration({ relatives: 'some', declaration: 'paper' })?.code // 'council.supervision_relative'
 * checkDeclaration({ relatives: 'none', declaration: 'paper' }) // undefined
 */
export function checkDeclaration({ relatives, declaration }: SupervisorDeclaration): Refusal | undefined {
  if (!relatives) return reason('council.supervision_undeclared', undefined, 'relatives')
  if (relatives === 'some') return reason('council.supervision_relative', undefined, 'relatives')
  return declaration ? undefined : reason('council.supervision_unsigned', undefined, 'declaration')
}

/** What is known of a sitting supervisor on a day. */
export interface SupervisorStanding {
  /** Of the residents' committee now, or of the household of one of its members. */
  readonly barred: boolean
  /** The day of the latest declaration. */
  readonly declaredOn: LocalDate | null
  /** Since when the newest member of the residents' committee sits; none where nobody does. */
  readonly newestFrom: LocalDate | undefined
}

/**
 * Whether a supervisor may stay: a declaration says nothing of somebody who came into the committee after it, so it is made again
 * (村民委员会组织法 art. 32 by analogy, verified for villages).
 *
 * @example
 * standingOfSupervisor({ barred: false, declaredOn: '2026-01-05', newestFrom: '2026-04-01' }) // 'stale'
 * standingOfSupervisor({ barred: false, declaredOn: '2026-04-01', newestFrom: '2026-04-01' }) // 'fit'
 */
export function standingOfSupervisor({ barred, declaredOn, newestFrom }: SupervisorStanding): 'fit' | 'stale' | 'barred' {
  if (barred) return 'barred'
  return newestFrom !== undefined && (declaredOn === null || declaredOn < newestFrom) ? 'stale' : 'fit'
}
