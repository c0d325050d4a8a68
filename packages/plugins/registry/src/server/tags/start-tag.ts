import type { PersonTagCode } from '@linli/core/person'
import { personTagged } from '../../events.ts'
import { personTags } from '../../resources/index.ts'
import { isSensitiveTag } from '../../rules/tag-options.ts'
import type { Ctx } from '../context.ts'

export interface NewTag {
  readonly tag: PersonTagCode
  readonly basis: 'rule' | 'manual' | 'import'
  readonly ruleVersion?: string
  readonly basisText: string
  readonly evidence?: string | null
  readonly from: string
  readonly to?: string | null
  readonly householdTagId?: string
}

/** Who is tagged, and where she lives. */
export interface Tagged {
  readonly personId: string
  readonly communityId: string | null
  readonly gridId: string | null
}

/** Begins a tag of somebody, where she lives, and tells. */
export async function startTag(all: Ctx, person: Tagged, tag: NewTag): Promise<string> {
  const [id = ''] = await startTags(all, [{ person, tag }])
  return id
}

/** Begins many tags in few statements. */
export async function startTags(all: Ctx, given: readonly { readonly person: Tagged; readonly tag: NewTag }[]): Promise<readonly string[]> {
  const rows = await all.rows(personTags).createMany(
    given.map(({ person: { personId, communityId, gridId }, tag }) => ({
      ...tag,
      personId,
      communityId,
      gridId,
      openBasis: isSensitiveTag(tag.tag) ? null : tag.basisText,
    })),
  )
  for (const { id, communityId, personId, tag, basis } of rows) {
    await all.emit(personTagged, { resource: personTags, id, communityId }, { personId, tagId: id, tag, basis })
  }
  return rows.map(({ id }) => id)
}
