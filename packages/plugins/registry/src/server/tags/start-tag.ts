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

/** Begins a tag of somebody, where she lives, and tells. */
export async function startTag(
  all: Ctx,
  person: { readonly personId: string; readonly communityId: string | null; readonly gridId: string | null },
  given: NewTag,
): Promise<string> {
  const { personId, communityId, gridId } = person
  const open = isSensitiveTag(given.tag) ? null : given.basisText
  const row = await all.rows(personTags).create({ ...given, personId, communityId, gridId, openBasis: open })
  await all.emit(
    personTagged,
    { resource: personTags, id: row.id, communityId },
    { personId, tagId: row.id, tag: given.tag, basis: given.basis },
  )
  return row.id
}
