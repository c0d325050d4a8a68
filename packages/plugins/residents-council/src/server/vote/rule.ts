import { parseDivision } from '@linli/core/identifier'
import type { Result } from '@linli/core/refusal'
import { ownersRule } from '@linli/core/owners'
import { VOTE_PRESETS } from '@linli/core/presets'
import { NATION, resolveRule, type RuleSet } from '@linli/core/ruleset'
import type { VoteRule } from '@linli/core/voting'
import type { Row } from '@linli/kit'
import type { councils } from '../../resources/index.ts'
import type { BodyKind } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'

/** The rule of a body that names none. */
const DEFAULT_RULE: Readonly<Record<BodyKind, string>> = {
  council: 'RC_INTERNAL',
  twoCommittees: 'TWO_COMMITTEE_REVIEW',
  partyMeeting: 'SIYI_LIANGGONGKAI_PARTY_REVIEW',
  committee: 'RC_INTERNAL',
  representatives: 'REP_MEETING_DEFAULT',
  residents: 'RM_HOUSEHOLDS',
  owners: 'OWNERS_278_ORDINARY',
  ownersCommittee: 'OWNERS_COMMITTEE_HENAN',
  supervision: 'RC_INTERNAL',
}

interface Asked {
  readonly code?: string | null
  readonly secret?: boolean
  /** `i5` */
  readonly ownersItem?: string | null
}

/** The rule in force here and today for a body, tightened by its charter: a longer notice, another number of proxies. */
export function ruleFor(ctx: Ctx, council: Row<typeof councils>, asked: Asked = {}): Result<RuleSet<VoteRule>> {
  const at = { place: placeOf(council.communityId ?? ctx.street.code), on: ctx.today }
  const found = asked.ownersItem
    ? ownersRule(VOTE_PRESETS, Number(asked.ownersItem.slice(1)), at)
    : resolveRule(VOTE_PRESETS, asked.code ?? council.voteRule ?? DEFAULT_RULE[council.kind], at)
  if (!found.ok) return found
  const { rule } = found.value
  const params: VoteRule = {
    ...rule.params,
    secret: asked.secret ?? rule.params.secret,
    noticeMinDays: Math.max(rule.params.noticeMinDays, council.noticeDays ?? 0),
    proxyMax: council.proxyMax ?? rule.params.proxyMax,
  }
  return { ok: true, value: { ...rule, params } }
}

/** A code that is no division (a place of a trial) is under the nation's rules alone. */
export function placeOf(code: string): string {
  return parseDivision(code).ok ? code : NATION
}

/** Where a rule comes from, in one line. */
export function sourceOf({ citation }: RuleSet): string {
  return [citation.source, citation.article, citation.note].filter(Boolean).join('，').slice(0, 200)
}
