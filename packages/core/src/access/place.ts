/**
 * Where a row or a post belongs in the tree street → community → grid.
 * Codes are those of the statistical divisions: street 9 digits, community 12, grid 12 + 3.
 */
export interface Place {
  readonly streetId: string
  readonly communityId?: string | null
  readonly gridId?: string | null
}

/** How finely the rows of a resource are divided among places. */
export type ScopeLevel = 'street' | 'community' | 'grid'
