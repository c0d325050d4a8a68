import { definePluginServer } from '@linli/store'
import { residentsCouncil } from '../plugin.ts'
import {
  appealGuards,
  appraisalEffects,
  appraisalGuards,
  handleAppeal,
  handleCorrect,
  handleMakeSheets,
  handleSheet,
  scoreGuards,
} from './appraisal/appraisals.ts'
import { handleCadence, tellMissed } from './cadence.ts'
import { heardEscalation, heardRepeatedAppeal } from './consumers.ts'
import { councilEffects, councilGuards, memberEffects, memberGuards } from './councils.ts'
import {
  feedbackEffects,
  feedbackGuards,
  handleAuthoriseFunds,
  linkGuards,
  objectionEffects,
  objectionGuards,
  stakeholderEffects,
  stakeholderGuards,
} from './follow-up.ts'
import { candidateGuards, electionEffects, electionGuards, nominationEffects, nominationGuards } from './election/guards.ts'
import { handleElect, handleMyElections, handleRunoff } from './election/portal.ts'
import { backerEffects, backerGuards, demandEffects, demandGuards } from './demand/guards.ts'
import { handleBackDemand, handleDemandMeeting, handleMyDemands } from './demand/portal.ts'
import { taskEffects, taskGuards } from './task/guards.ts'
import { handleMyTasks, handleReportTask } from './task/portal.ts'
import { handleBoard, handleLinkGraph, handleWay } from './matter/board.ts'
import { matterEffects, matterGuards } from './matter/steps.ts'
import { agendaGuards, excuseGuards, leaveGuards, meetingEffects, meetingGuards, opinionGuards, proxyGuards } from './meeting/guards.ts'
import { planMeetings } from './meeting/series.ts'
import { handleCallVote, handleLive, handleRefreshAgenda } from './meeting/live.ts'
import { handleConcludeItem, handleGiveFloor, handleLeave, handleSignIn, handleSignMinutes, handleStartItem } from './meeting/sign-in.ts'
import { migrations } from './migrations/index.ts'
import { ownerGuards } from './owners.ts'
import {
  handleAskLeave,
  handleCast,
  handleConfirm,
  handleJoin,
  handleMyCouncil,
  handleMyMeeting,
  handleObject,
  handlePropose,
  handlePublicBoard,
  handleRaiseHand,
  handleSignMine,
} from './portal.ts'
import { handleSupport } from './support.ts'
import { endPublications, publicationGuards } from './publications.ts'
import { watchBodies } from './watch/bodies.ts'
import { handlePrint } from './print/index.ts'
import { handleMakeMatter, handleRevise, proposalEffects, proposalGuards, supporterEffects, supporterGuards } from './proposals.ts'
import {
  queryAnnual,
  queryCouncilLedger,
  queryHalfYear,
  queryMatterLedger,
  queryMeasures,
  queryParticipation,
  queryPublicationLedger,
} from './reports/index.ts'
import { handleCastFor, handleMeters, handleOwnerBallot, handleRecuse } from './vote/actions.ts'
import { voteEffects, voteGuards } from './vote/guards.ts'

export default definePluginServer(residentsCouncil, {
  migrations,
  guards: {
    'council.councils': councilGuards,
    'council.members': memberGuards,
    'council.proposals': proposalGuards,
    'council.supporters': supporterGuards,
    'council.matters': matterGuards,
    'council.stakeholders': stakeholderGuards,
    'council.links': linkGuards,
    'council.meetings': meetingGuards,
    'council.agenda-items': agendaGuards,
    'council.proxies': proxyGuards,
    'council.elections': electionGuards,
    'council.candidates': candidateGuards,
    'council.nominations': nominationGuards,
    'council.leaves': leaveGuards,
    'council.opinions': opinionGuards,
    'council.excuses': excuseGuards,
    'council.votes': voteGuards,
    'council.owners': ownerGuards,
    'council.publications': publicationGuards,
    'council.objections': objectionGuards,
    'council.action-items': taskGuards,
    'council.demands': demandGuards,
    'council.backers': backerGuards,
    'council.feedback': feedbackGuards,
    'council.appraisals': appraisalGuards,
    'council.scores': scoreGuards,
    'council.appeals': appealGuards,
  },
  effects: {
    'council.elections': electionEffects,
    'council.nominations': nominationEffects,
    'council.councils': councilEffects,
    'council.members': memberEffects,
    'council.proposals': proposalEffects,
    'council.supporters': supporterEffects,
    'council.matters': matterEffects,
    'council.stakeholders': stakeholderEffects,
    'council.meetings': meetingEffects,
    'council.votes': voteEffects,
    'council.objections': objectionEffects,
    'council.action-items': taskEffects,
    'council.demands': demandEffects,
    'council.backers': backerEffects,
    'council.feedback': feedbackEffects,
    'council.appraisals': appraisalEffects,
  },
  actions: {
    'council.proposals.revise': handleRevise,
    'council.proposals.make-matter': handleMakeMatter,
    'council.matters.authorise-funds': handleAuthoriseFunds,
    'council.board': handleBoard,
    'council.matters.way': handleWay,
    'council.link-graph': handleLinkGraph,
    'council.cadence': handleCadence,
    'council.appraisals.sheet': handleSheet,
    'council.appraisals.make-sheets': handleMakeSheets,
    'council.scores.appeal': handleAppeal,
    'council.appraisals.correct': handleCorrect,
    'council.meetings.live': handleLive,
    'council.meetings.sign-in': handleSignIn,
    'council.meetings.leave': handleLeave,
    'council.meetings.start-item': handleStartItem,
    'council.meetings.conclude-item': handleConcludeItem,
    'council.meetings.give-floor': handleGiveFloor,
    'council.meetings.call-vote': handleCallVote,
    'council.votes.cast-for': handleCastFor,
    'council.votes.recuse': handleRecuse,
    'council.votes.owner-ballot': handleOwnerBallot,
    'council.votes.meters': handleMeters,
    'council.meetings.sign-minutes': handleSignMinutes,
    'council.meetings.refresh-agenda': handleRefreshAgenda,
    'council.my-council': handleMyCouncil,
    'council.propose': handlePropose,
    'council.support': handleSupport,
    'council.join-meeting': handleJoin,
    'council.my-meeting': handleMyMeeting,
    'council.cast': handleCast,
    'council.my-elections': handleMyElections,
    'council.elect': handleElect,
    'council.elections.run-off': handleRunoff,
    'council.raise-hand': handleRaiseHand,
    'council.ask-leave': handleAskLeave,
    'council.sign-my-minutes': handleSignMine,
    'council.confirm-result': handleConfirm,
    'council.object': handleObject,
    'council.public-board': handlePublicBoard,
    'council.my-tasks': handleMyTasks,
    'council.report-task': handleReportTask,
    'council.my-demands': handleMyDemands,
    'council.demand-meeting': handleDemandMeeting,
    'council.back-demand': handleBackDemand,
    'council.print': handlePrint,
  },
  reports: {
    'council.council-ledger': queryCouncilLedger,
    'council.matter-ledger': queryMatterLedger,
    'council.publication-ledger': queryPublicationLedger,
    'council.half-year-table': queryHalfYear,
    'council.annual-table': queryAnnual,
    'council.measures': queryMeasures,
    'council.participation': queryParticipation,
  },
  on: {
    'grid.event.escalated_to_council': heardEscalation,
    'counter.appeal.repeated': heardRepeatedAppeal,
  },
  jobs: {
    missed: { title: '提醒上月未开会的议事会', every: '0 6 1 * *', run: tellMissed },
    'plan-meetings': { title: '提前排好例会', every: '10 2 * * *', run: planMeetings },
    'end-publications': { title: '公示期满自动结束', every: '15 0 * * *', run: endPublications },
    'watch-bodies': { title: '检查三员空缺和任期', every: '30 2 * * *', run: watchBodies },
  },
})
