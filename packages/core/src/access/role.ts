import type { LocalDate } from '../date/index.ts'
import type { Clearance } from '../privacy/index.ts'
import type { Place } from './place.ts'

/** A role as data: a street edits it in the admin. */
export interface Role {
  readonly name: string
  readonly title: string
  /** Permission patterns. */
  readonly allow: readonly string[]
  /** Permission patterns that win over every `allow`, also those of the person's other roles. */
  readonly deny: readonly string[]
  readonly clearance: Clearance
}

/** A role held at a place for a period, both days included. */
export interface Post {
  readonly role: string
  readonly place: Place
  readonly from: LocalDate
  readonly to?: LocalDate | null
  /** What the post is bound to, where it is not a place alone: a merchant's till is bound to its merchant. */
  readonly subject?: { readonly resource: string; readonly id: string } | null
}

/**
 * Whether a post is held on a day.
 *
 * @example
 * const post = { role: 'clerk', place: { streetId: '411402004' }, from: '2026-01-01', to: '2026-12-31' }
 * ['2025-12-31', '2026-12-31', '2027-01-01'].map((on) => isHeld(post, on)) // [false, true, false]
 */
export function isHeld(post: Post, on: LocalDate): boolean {
  return post.from <= on && (!post.to || on <= post.to)
}
