import { addDays, dayOf, daysBetween, parseLocalDate, type Instant } from '../date/index.ts'
import { ok, type Refusal, type Result } from '../refusal/index.ts'
import { tally, tallySecret, type Verdict } from '../voting/index.ts'
import { passedGates } from './passed-gates.ts'
import { type Charter, type GateDecision, type Matter } from './matter.ts'
import { reason } from './reasons.ts'
import { countSupporters } from './supporters.ts'
import { type DeliberationGuardName } from './guard-name.ts'
import { type DeliberationStep, type DeliberationTemplate, type GateName } from './template.ts'

export interface DeliberationGuardContext {
  readonly template: DeliberationTemplate
  readonly charter: Charter
  readonly at: Instant
  /** The gate of the step being taken. */
  readonly gate?: GateName
}

export type DeliberationGuard = (matter: Matter, context: DeliberationGuardContext) => Refusal | undefined

/**
 * Counts the vote of a decision from its record.
 *
 * @example
 * const rule = votePreset('TWO_COMMITTEE_REVIEW', '2026-05-20').params
 * const snapshot = freezeBase(rule, [{ id: 'a' }, { id: 'b' }], '2026-05-20').value.snapshot
 * const [openedAt, closedAt] = ['2026-05-20T01:00:00.000Z', '2026-05-20T02:00:00.000Z']
 * const attendance = ['a', 'b'].map((memberId) => ({ memberId, mode: 'inPerson', in: openedAt }))
 * const ballots = ['a', 'b'].map((voterId) => ({ voterId, choice: 'for', at: openedAt }))
 * const record = { snapshot, noticedOn: '2026-05-20', openedAt, closedAt, attendance, ballots }
 * decisionVerdict({ body: 'twoCommittees', ruleCode: 'TWO_COMMITTEE_REVIEW', vote: { kind: 'named', rule, record } }).value.outcome // 'passed'
 */
export function decisionVerdict({ vote }: GateDecision): Result<Verdict> {
  if (vote.kind === 'named') return tally(vote.rule, vote.record)
  return vote.kind === 'secret' ? tallySecret(vote.vote, vote.presence) : ok(vote.verdict)
}

/** The step from the matter's state that a vote decides. */
function decidingStep(matter: Matter, { template }: DeliberationGuardContext): DeliberationStep | undefined {
  return template.steps.find(({ from, guards }) => from.includes(matter.state) && guards?.includes('votePassed'))
}

/** The guards that steps name. Each answers with the reason why the step may not be taken now. */
export const DELIBERATION_GUARDS: Readonly<Record<DeliberationGuardName, DeliberationGuard>> = {
  partyLeads: (matter) => (matter.leadPartyOrg ? undefined : reason('deliberation.no_party_lead', undefined, 'leadPartyOrg')),

  proposalValid: (matter, { charter }) => {
    if (matter.proposal.proposers.length === 0) return reason('deliberation.no_proposer', undefined, 'proposers')
    if (matter.proposal.nominatedBy) return undefined
    const count = countSupporters(matter.proposal, charter.supportersPer)
    return count < charter.supportersMin
      ? reason('deliberation.few_supporters', { count, min: charter.supportersMin }, 'supporters')
      : undefined
  },

  proposerNamed: (matter) =>
    matter.proposal.proposers.length > 0 ? undefined : reason('deliberation.no_proposer', undefined, 'proposers'),

  laneListed: (matter, { charter }) => {
    if (matter.lane === 'ordinary') return undefined
    const listed = matter.lane === 'smallMatter' ? charter.smallMatterTopics : charter.emergencyTopics
    return listed.includes(matter.topic) ? undefined : reason('deliberation.lane_not_listed')
  },

  gatesBefore: (matter, { template, gate }) => {
    const wanted = gate === undefined ? template.gates : template.gates.slice(0, template.gates.indexOf(gate))
    const passed = passedGates(template, matter.history)
    const missing = wanted.find((name) => !passed.has(name))
    return missing === undefined ? undefined : reason('deliberation.gate_missing', { gate: missing })
  },

  votePassed: (matter, { gate = 'resolve' }) => {
    const decision = matter.decisions[gate]
    if (!decision) return reason('deliberation.no_decision', { gate })
    const verdict = decisionVerdict(decision)
    if (!verdict.ok) return verdict.refusal
    return verdict.value.passed ? undefined : reason('deliberation.not_passed', { gate })
  },

  // What a body has passed, and what may go on, is not ended or sent back by whoever presses the button; passed too late or wrongly, it may.
  notPassed: (matter, context) => {
    const { gate, guards = [] } = decidingStep(matter, context) ?? {}
    const stands = gate !== undefined && guards.every((name) => DELIBERATION_GUARDS[name](matter, { ...context, gate }) === undefined)
    return stands ? reason('deliberation.passed') : undefined
  },

  voteFailed: (matter, { gate = 'resolve' }) => {
    const decision = matter.decisions[gate]
    if (!decision) return reason('deliberation.no_decision', { gate })
    const verdict = decisionVerdict(decision)
    return verdict.ok && verdict.value.passed ? reason('deliberation.passed') : undefined
  },

  /** No single person refuses what residents propose: the body of the gate voted, with its quorum, and did not agree. */
  voteRejected: (matter, context) => {
    const gate = decidingStep(matter, context)?.gate ?? 'resolve'
    const decision = matter.decisions[gate]
    if (!decision) return reason('deliberation.no_decision', { gate })
    const wrong = DELIBERATION_GUARDS.rightBody(matter, { ...context, gate })
    if (wrong) return wrong
    const verdict = decisionVerdict(decision)
    if (!verdict.ok) return verdict.refusal
    if (verdict.value.passed) return reason('deliberation.passed')
    return verdict.value.outcome === 'rejected' ? undefined : reason('deliberation.inquorate', { gate })
  },

  /** Shelved is what its body voted down, or what went back as often as it may. */
  mayShelve: (matter, context) => {
    const { template } = context
    const back = template.steps.filter(({ reopens }) => reopens !== undefined).map(({ name }) => name)
    const isSpent = back.some((name) => matter.history.filter(({ step }) => step === name).length >= template.maxLoops)
    if (isSpent) return undefined
    return decidingStep(matter, context) ? DELIBERATION_GUARDS.voteRejected(matter, context) : reason('deliberation.shelve_alone')
  },

  objectionUpheld: (matter) =>
    matter.objections.some(({ upheld }) => upheld === true) ? undefined : reason('deliberation.no_upheld_objection'),

  recusalsKept: (matter, { gate = 'resolve' }) => {
    const vote = matter.decisions[gate]?.vote
    const recused = new Set(matter.stakeholders.filter((stakeholder) => stakeholder.recused).map((stakeholder) => stakeholder.id))
    const voters =
      vote?.kind === 'named'
        ? vote.record.ballots.map((ballot) => ballot.castBy ?? ballot.voterId).concat(vote.record.ballots.map((ballot) => ballot.voterId))
        : vote?.kind === 'secret'
          ? vote.vote.roll.filter((line) => line.submitted).map((line) => line.memberId)
          : []
    return voters.some((voter) => recused.has(voter)) ? reason('deliberation.conflict_voted') : undefined
  },

  everybodyHeard: (matter) => {
    if (matter.stakeholders.length === 0) return reason('deliberation.no_stakeholders')
    for (const group of new Set(matter.stakeholders.map((stakeholder) => stakeholder.group))) {
      const own = matter.stakeholders.filter((stakeholder) => stakeholder.group === group)
      if (!own.some((stakeholder) => stakeholder.invited)) return reason('deliberation.not_invited', { group })
      if (!own.some((stakeholder) => stakeholder.present || stakeholder.writtenOpinion))
        return reason('deliberation.nobody_heard', { group })
    }
    return matter.minorityOpinions?.trim() ? undefined : reason('deliberation.minority_missing', undefined, 'minorityOpinions')
  },

  rightBody: (matter, { template, gate = 'resolve' }) => {
    const body = matter.decisions[gate]?.body
    if (gate === 'resolve' && matter.ownersItem !== undefined) return body === 'owners' ? undefined : reason('deliberation.needs_owners')
    const decision = matter.decisions[gate]
    if (decision && template.bodies?.[gate]?.includes(decision.body) === false) return reason('deliberation.gate_body', { gate })
    const wanted = template.voteRules?.[gate]
    if (decision && wanted !== undefined && decision.ruleCode !== wanted) return reason('deliberation.gate_rule', { gate })
    if (gate !== 'resolve' || !matter.reservedForResidents) return undefined
    return body === 'residentsMeeting' || body === 'representativeMeeting' ? undefined : reason('deliberation.wrong_body')
  },

  /** A matter that the law reserves for residents or owners cannot end without their vote. */
  notReserved: (matter) => {
    if (matter.ownersItem !== undefined) return reason('deliberation.needs_owners')
    return matter.reservedForResidents ? reason('deliberation.wrong_body') : undefined
  },

  publicationOver: (matter, { charter, at }) => {
    if (!matter.publication || !parseLocalDate(matter.publication.from).ok)
      return reason('deliberation.not_published', undefined, 'publication')
    // The day of posting does not count, and the last day counts to its end (民法典 art. 201 and 203).
    const until = addDays(matter.publication.from, charter.publishDays)
    return dayOf(at) <= until ? reason('deliberation.publication_short', { days: charter.publishDays, until }) : undefined
  },

  objectionsAnswered: (matter) => {
    const count = matter.objections.filter((objection) => !objection.answer).length
    return count > 0 ? reason('deliberation.objection_open', { count }) : undefined
  },

  /** The resolution took effect; in an emergency acting comes first. */
  effective: (matter) =>
    matter.lane === 'emergency' || matter.history.some((entry) => entry.to === 'effective')
      ? undefined
      : reason('deliberation.not_effective'),

  fundsAuthorised: (matter) =>
    matter.needsMoney && !matter.fundAuthorisation ? reason('deliberation.no_funds', undefined, 'fundAuthorisation') : undefined,

  resultPublished: (matter) =>
    matter.resultPublishedOn ? undefined : reason('deliberation.result_not_published', undefined, 'resultPublishedOn'),

  proposerHeard: (matter) => {
    const heard = matter.feedback.some((feedback) => matter.proposal.proposers.includes(feedback.personId))
    return heard || matter.failedContacts >= 2 ? undefined : reason('deliberation.no_feedback')
  },

  /** What is not fixed is done again because somebody who proposed it says so. */
  proposerUnsatisfied: (matter) =>
    matter.feedback.some(({ satisfied }) => !satisfied) ? undefined : reason('deliberation.nobody_unsatisfied'),

  timing: (matter, { template, at, gate }) => {
    const { minGapDays = 0, maxTotalDays } = template.timing ?? {}
    // A way back to the first gate begins the count anew; what lies before it was another proposal.
    const begins = matter.history.findLastIndex(({ step }) =>
      template.steps.some(({ name, reopens }) => name === step && reopens === template.gates[0]),
    )
    const passed = matter.history.slice(begins + 1).filter((entry) => entry.gate !== undefined)
    const [first, last] = [passed[0], passed.at(-1)]
    if (!gate || !first || !last) return undefined
    if (daysBetween(dayOf(last.at), dayOf(at)) < minGapDays) return reason('deliberation.too_soon', { days: minGapDays })
    const late = maxTotalDays !== undefined && daysBetween(dayOf(first.at), dayOf(at)) > maxTotalDays
    return late ? reason('deliberation.too_late', { days: maxTotalDays }) : undefined
  },
}
