import type { Row } from '@linli/kit'
import type { duplicates } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { isByRule } from '../hand.ts'
import { mergePeople } from './merge-people.ts'

/** Merges the pair in the direction that the reviewer chose. */
export async function guardDuplicateMerge(
  ctx: Ctx,
  { row, input }: { row: Row<typeof duplicates>; input: { readonly keep?: 'a' | 'b' | null; readonly decisionNote: string } },
): Promise<{ mergeId: string } | void> {
  if (isByRule()) return undefined
  const [keep, gone] = input.keep === 'b' ? [row.personBId, row.personAId] : [row.personAId, row.personBId]
  const merge = await mergePeople(ctx, keep, gone, input.decisionNote, row.id)
  return { mergeId: merge.id }
}
