import { type MatterLink } from './matter.ts'

/** One person's or unit's links over many matters, in both directions. */
export interface PartyLinks {
  /** Whom it brought in. */
  readonly linked: readonly MatterLink[]
  /** Who brought it in. */
  readonly linkedBy: readonly MatterLink[]
}

/**
 * Who linked whom, asked from either end.
 *
 * @example
 * linksOf([{ from: 'branch', to: 'school', by: 'wang', why: '夜间车位', at: '2026-05-01T00:00:00Z' }], 'school').linkedBy[0].from // 'branch'
 */
export function linksOf(links: readonly MatterLink[], party: string): PartyLinks {
  return { linked: links.filter((link) => link.from === party), linkedBy: links.filter((link) => link.to === party) }
}
