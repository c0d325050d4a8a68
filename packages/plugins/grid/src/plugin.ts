import { definePlugin } from '@linli/kit'
import * as actions from './actions/index.ts'
import { english } from './english.ts'
import * as events from './events.ts'
import { figures } from './figures.ts'
import { grants } from './grants.ts'
import * as reports from './reports/index.ts'
import * as resources from './resources/index.ts'
import { settings } from './settings.ts'

/** 一张网: cells that cover the street, their officers, what they collect and the events they see through. */
export const grid = definePlugin({
  id: 'grid',
  package: '@linli/plugin-grid',
  entries: ['server', 'admin', 'portal'],
  title: '一张网',
  summary: '网格全覆盖、不交叉；网格员巡查、走访、采集，没有网络也能用；事件从上报到报告人确认，每一步有人有时限。',
  order: 30,
  needs: ['registry'],
  listens: ['council'],
  resources: [
    resources.gridEvents,
    resources.visits,
    resources.keyVisits,
    resources.patrols,
    resources.patrolPoints,
    resources.checkpoints,
    resources.submissions,
    resources.forms,
    resources.cells,
    resources.officers,
    resources.alerts,
    resources.eventSteps,
    resources.proposals,
    resources.outlines,
    resources.apiKeys,
  ],
  actions: [
    actions.acknowledge,
    actions.escalate,
    actions.needService,
    actions.nearby,
    actions.quickEvent,
    actions.reportEvent,
    actions.myEvents,
    actions.confirmEvent,
    actions.myArea,
    actions.handleEvent,
    actions.walk,
    actions.submitForm,
    actions.recordVisit,
    actions.compare,
    actions.addTrack,
    actions.reachPoint,
    actions.drawCell,
    actions.drawOutline,
    actions.coverage,
    actions.recount,
    actions.planVisits,
    actions.designForm,
    actions.reviseForm,
    actions.formLedgers,
    actions.issueKey,
  ],
  reports: [
    reports.eventLedger,
    reports.visitLedger,
    reports.keyVisitLedger,
    reports.patrolLog,
    reports.cellSummary,
    reports.hotSpotReport,
    reports.coverageFaults,
    reports.indicators,
    reports.fieldUse,
  ],
  events: [
    events.eventReported,
    events.eventDispatched,
    events.eventClosed,
    events.eventEscalated,
    events.eventNeedsService,
    events.eventUnanswered,
    events.needFound,
  ],
  figures,
  settings,
  grants,
  english,
})
