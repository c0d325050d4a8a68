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
