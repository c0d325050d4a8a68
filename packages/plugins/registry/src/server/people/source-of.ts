import type { Actor } from '@linli/core/access'
import type { FactSource } from '../../rules/source-trust.ts'

const BY_ROLE: Readonly<Record<string, FactSource>> = { 'grid-officer': 'officer', resident: 'self' }

/** As what source somebody writes: an officer's entry is a visit, a resident's a self-report, an office's has seen the documents. */
export function sourceOf(actor: Actor): FactSource {
  const sources = actor.access.posts.map(({ role }) => BY_ROLE[role] ?? 'counter')
  return sources.includes('counter') || sources.length === 0 ? 'counter' : sources.includes('officer') ? 'officer' : 'self'
}
