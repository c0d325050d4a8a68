import { type Instant } from '../date/index.ts'
import { type Refusal } from '../refusal/index.ts'
import { type Proposal, type ProposalVersion } from './matter.ts'
import { reason } from './reasons.ts'

/**
 * Adds a version to a proposal; the earlier ones stay as they were and stay readable.
 *
 * @example
 * const first = { versions: [{ no: 1, text: '加装路灯', at: '2026-05-01T01:00:00.000Z', by: 'a' }], proposers: ['a'], supporters: [] }
 * reviseProposal(first, { text: '加装两盏路灯', at: '2026-05-02T01:00:00.000Z', by: 'a' }).versions.map((version) => version.no) // [1, 2]
 */
export function reviseProposal(
  proposal: Proposal,
  revision: { readonly text: string; readonly at: Instant; readonly by: string },
): Proposal {
  const version: ProposalVersion = { no: (proposal.versions.at(-1)?.no ?? 0) + 1, ...revision }
  return { ...proposal, versions: [...proposal.versions, version] }
}

/**
 * Refuses an update that changes or drops a version somebody may have read already. For the write path of a store.
 *
 * @example
 * checkPublishedText({ versions: [{ no: 1, text: '修路', at: '2026-05-01T00:00:00Z', by: 'a', publishedAt: '2026-05-02T00:00:00Z' }], proposers: [], supporters: [] }, { versions: [], proposers: [], supporters: [] }).code // 'deliberation.text_changed'
 */
export function checkPublishedText(before: Proposal, after: Proposal): Refusal | undefined {
  const kept = before.versions
    .filter((version) => version.publishedAt !== undefined)
    .every((version) =>
      after.versions.some(
        (other) =>
          other.no === version.no && other.text === version.text && other.by === version.by && other.publishedAt === version.publishedAt,
      ),
    )
  return kept ? undefined : reason('deliberation.text_changed', undefined, 'text')
}
