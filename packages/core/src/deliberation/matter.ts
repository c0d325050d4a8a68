import { type Instant, type LocalDate } from '../date/index.ts'
import { type SecretPresence, type SecretVote, type Verdict, type VoteRecord, type VoteRule } from '../voting/index.ts'
import { type DecidingBody, type GateName, type DeliberationLane } from './template.ts'

export interface ProposalVersion {
  readonly no: number
  readonly text: string
  readonly at: Instant
  readonly by: string
  readonly publishedAt?: Instant
}

export interface Supporter {
  readonly personId: string
  readonly householdId?: string
}

export interface Proposal {
  /** The newest last. */
  readonly versions: readonly ProposalVersion[]
  /** Named residents. */
  readonly proposers: readonly string[]
  readonly supporters: readonly Supporter[]
  /** A nomination by the grid or the council stands instead of supporters. */
  readonly nominatedBy?: 'grid' | 'council'
}

/** Somebody with a stake: a class (owners, tenants, the property firm, a school …) and who came for it. */
export interface Stakeholder {
  readonly id: string
  /** 业主、租户、物业、商户、驻区单位 … */
  readonly group: string
  readonly invited: boolean
  readonly present?: boolean
  readonly writtenOpinion?: boolean
  /** Recorded recusal: may speak, may not vote. */
  readonly recused?: boolean
}

/** The vote of a gate. Recorded votes are counted again when the step is taken, so that no verdict can be made up. */
export type DecisionVote =
  | { readonly kind: 'named'; readonly rule: VoteRule; readonly record: VoteRecord }
  | { readonly kind: 'secret'; readonly vote: SecretVote; readonly presence: SecretPresence }
  /** A verdict of `tallyFigures` or `tallyOwners`, from paper. */
  | { readonly kind: 'counted'; readonly verdict: Verdict }

export interface GateDecision {
  readonly body: DecidingBody
  readonly ruleCode: string
  readonly vote: DecisionVote
}

export interface Objection {
  readonly raisedAt: Instant
  readonly text: string
  readonly answer?: { readonly at: Instant; readonly text: string }
  /** Whether the answer agrees with it. */
  readonly upheld?: boolean
}

export interface ProposerFeedback {
  readonly personId: string
  readonly at: Instant
  readonly satisfied: boolean
}

/** Who brought whom to a matter, and why. */
export interface MatterLink {
  /** Person or unit that linked. */
  readonly from: string
  /** Person or unit that was linked. */
  readonly to: string
  readonly by: string
  readonly why: string
  readonly at: Instant
}

export interface MatterHistoryEntry {
  readonly step: string
  readonly from: string
  readonly to: string
  readonly at: Instant
  readonly by: string
  readonly gate?: GateName
  readonly reason?: string
}

/** A matter under deliberation with everything that its guards ask about. */
export interface Matter {
  readonly id: string
  readonly template: string
  readonly templateVersion: number
  readonly state: string
  readonly lane: DeliberationLane
  readonly topic: string
  /** 牵头党组织 */
  readonly leadPartyOrg?: string
  /** Reserved by law for the residents' meeting. */
  readonly reservedForResidents: boolean
  /** Owners' money or common parts: the item of Civil Code art. 278. */
  readonly ownersItem?: number
  readonly proposal: Proposal
  readonly stakeholders: readonly Stakeholder[]
  /** Dissent of the consultation; `无` where there was none. */
  readonly minorityOpinions?: string
  readonly decisions: Readonly<Partial<Record<GateName, GateDecision>>>
  readonly publication?: { readonly from: LocalDate; readonly place: string }
  readonly objections: readonly Objection[]
  readonly needsMoney: boolean
  readonly fundAuthorisation?: string
  readonly resultPublishedOn?: LocalDate
  readonly feedback: readonly ProposerFeedback[]
  readonly failedContacts: number
  readonly links: readonly MatterLink[]
  readonly history: readonly MatterHistoryEntry[]
}

/** What the body's charter (议事章程) says. */
export interface Charter {
  readonly supportersMin: number
  readonly supportersPer: 'person' | 'household'
  readonly smallMatterTopics: readonly string[]
  readonly emergencyTopics: readonly string[]
  /** Days for which a resolution is published. */
  readonly publishDays: number
}

/** The defaults of a charter; rural guides publish 3–7 days (unverified). */
export const DEFAULT_CHARTER: Charter = {
  supportersMin: 0,
  supportersPer: 'household',
  smallMatterTopics: [],
  emergencyTopics: [],
  publishDays: 7,
}
