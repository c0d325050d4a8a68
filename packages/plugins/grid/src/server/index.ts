import { definePluginServer } from '@linli/store'
import { grid } from '../plugin.ts'
import { gridEvents } from '../resources/index.ts'
import { handleAcknowledge, handleEscalate, handleNeedService, hearCouncil, hearCounter } from './events/actions.ts'
import { eventEffects } from './events/effects.ts'
import { eventGuards } from './events/guards.ts'
import { handlePhoneStep } from './events/phone.ts'
import { handleNearby } from './events/repeats.ts'
import { forgetReporters } from './events/retention.ts'
import { handleConfirm, handleMyEvents, handleQuickEvent, handleReportEvent } from './events/reports.ts'
import { recountPromises } from './events/recount-promises.ts'
import { watchUnanswered } from './events/unanswered.ts'
import { watchOverdue } from './events/watch.ts'
import { formEffects, formGuards, handleDesign, handleFormLedgers, handleRevise } from './forms/design.ts'
import { candidateEffects, candidateGuards } from './forms/candidates.ts'
import { proposalEffects, submissionGuards } from './forms/merge.ts'
import { handleCompare } from './forms/compare.ts'
import { handleSubmit } from './forms/submit.ts'
import { migrations } from './migrations/index.ts'
import { handleCoverage, watchCoverage } from './net/coverage.ts'
import { cellEffects, cellGuards, handleDrawCell, handleDrawOutline } from './net/guards.ts'
import { handleMyAlarms, handleMyArea } from './net/my-area.ts'
import { recountCells } from './net/recount.ts'
import { handleIssueKey } from './open311/keys.ts'
import { handleReach } from './patrols/reach.ts'
import { dropOldTracks, handleTrack } from './patrols/track.ts'
import { handleWalk, missPatrols, patrolEffects, patrolGuards } from './patrols/walk.ts'
import {
  queryCoverageFaults,
  queryEventLedger,
  queryFieldUse,
  queryHotSpots,
  queryKeyVisitLedger,
  queryPatrolLog,
  queryVisitLedger,
} from './reports/ledgers.ts'
import { queryCollectedBySubject } from './reports/collected-by-subject.ts'
import { queryCollected, queryCollection } from './reports/collected.ts'
import { queryCellSummary, queryIndicators } from './reports/summaries.ts'
import { keyVisitEffects, keyVisitGuards, visitEffects, visitGuards } from './visits/guards.ts'
import { followPerson, followTags, missVisits, planVisits } from './visits/plan.ts'
import { handleRecordVisit } from './visits/record.ts'

export default definePluginServer(grid, {
  migrations,
  guards: {
    'grid.events': eventGuards,
    'grid.visits': visitGuards,
    'grid.key-visits': keyVisitGuards,
    'grid.patrols': patrolGuards,
    'grid.submissions': submissionGuards,
    'grid.candidates': candidateGuards,
    'grid.forms': formGuards,
    'grid.cells': cellGuards,
    'grid.event-steps': {
      create: async (ctx, { values }) => {
        const { communityId, gridId } = await ctx.elevated().rows(gridEvents).get(values.eventId)
        return { communityId, gridId }
      },
    },
  },
  effects: {
    'grid.events': eventEffects,
    'grid.visits': visitEffects,
    'grid.key-visits': keyVisitEffects,
    'grid.patrols': patrolEffects,
    'grid.forms': formEffects,
    'grid.proposals': proposalEffects,
    'grid.candidates': candidateEffects,
    'grid.cells': cellEffects,
  },
  actions: {
    'grid.events.acknowledge': handleAcknowledge,
    'grid.events.escalate': handleEscalate,
    'grid.events.need-service': handleNeedService,
    'grid.events.nearby': handleNearby,
    'grid.quick-event': handleQuickEvent,
    'grid.report-event': handleReportEvent,
    'grid.my-events': handleMyEvents,
    'grid.confirm-event': handleConfirm,
    'grid.my-area': handleMyArea,
    'grid.my-alarms': handleMyAlarms,
    'grid.handle-event': handlePhoneStep,
    'grid.walk': handleWalk,
    'grid.submit': handleSubmit,
    'grid.record-visit': handleRecordVisit,
    'grid.submissions.compare': handleCompare,
    'grid.add-track': handleTrack,
    'grid.reach-point': handleReach,
    'grid.cells.draw': handleDrawCell,
    'grid.outlines.draw': handleDrawOutline,
    'grid.coverage': handleCoverage,
    'grid.recount': recountCells,
    'grid.plan-visits': planVisits,
    'grid.forms.design': handleDesign,
    'grid.forms.revise': handleRevise,
    'grid.form-ledgers': handleFormLedgers,
    'grid.issue-key': handleIssueKey,
  },
  reports: {
    'grid.event-ledger': queryEventLedger,
    'grid.visit-ledger': queryVisitLedger,
    'grid.key-visit-ledger': queryKeyVisitLedger,
    'grid.patrol-log': queryPatrolLog,
    'grid.cell-summary': queryCellSummary,
    'grid.hot-spots': queryHotSpots,
    'grid.coverage-faults': queryCoverageFaults,
    'grid.indicators': queryIndicators,
    'grid.field-use': queryFieldUse,
    'grid.collected': queryCollected,
    'grid.collected-by-subject': queryCollectedBySubject,
    'grid.collection': queryCollection,
  },
  on: {
    'platform.calendar.changed': (ctx) => recountPromises(ctx),
    'registry.person.died': (ctx, { data }) => followPerson(ctx, data.personId),
    'registry.person.moved': (ctx, { data }) => followPerson(ctx, data.personId),
    'registry.person.merged': (ctx, { data }) => followPerson(ctx, data.goneId),
    'registry.person.untagged': (ctx, { data }) => followTags(ctx, data.personId),
    'council.matter.accepted': (ctx, { data }) => hearCouncil(ctx, 'accepted', data),
    'council.matter.returned': (ctx, { data }) => hearCouncil(ctx, 'returned', data),
    'council.matter.resolved': (ctx, { data }) => hearCouncil(ctx, 'resolved', data),
    'council.matter.closed': (ctx, { data }) => hearCouncil(ctx, 'closed', data),
    'counter.inquiry.closed': (ctx, { data }) => hearCounter(ctx, data),
  },
  jobs: {
    'watch-urgent': { title: '事件无人响应提醒', every: '* * * * *', run: watchUnanswered },
    'watch-overdue': { title: '事件超期督办', every: '10 * * * *', run: watchOverdue },
    'plan-visits': { title: '按规则安排走访', every: '20 3 * * *', run: async (ctx) => void (await planVisits(ctx)) },
    'miss-visits': { title: '走访逾期登记', every: '40 3 * * *', run: missVisits },
    'miss-patrols': { title: '巡查逾期登记', every: '45 3 * * *', run: missPatrols },
    'forget-reporters': { title: '删除到期的报告人信息', every: '55 3 * * *', run: forgetReporters },
    'drop-tracks': { title: '删除到期的巡查轨迹', every: '50 3 * * *', run: dropOldTracks },
    'recount-cells': { title: '统计网格人口', every: '0 4 * * *', run: async (ctx) => void (await recountCells(ctx)) },
    'watch-coverage': { title: '检查网格空白和重叠', every: '10 4 * * *', run: watchCoverage },
  },
  routes: new URL('./routes', import.meta.url),
})
