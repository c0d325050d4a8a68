import { defineAdmin } from '@linli/admin'
import { residentsCouncil } from '../plugin.ts'

export default defineAdmin(residentsCouncil, {
  pages: [
    { path: 'council/board', title: '议题看板', permission: 'council.board', load: () => import('./board-page.tsx') },
    { path: 'council/live', title: '会议现场', permission: 'council.meetings.live', load: () => import('./live-page.tsx') },
    { path: 'council/calendar', title: '例会日历', permission: 'council.cadence', load: () => import('./calendar-page.tsx') },
    { path: 'council/links', title: '联动图', permission: 'council.link-graph', load: () => import('./graph-page.tsx') },
  ],
  panels: [
    { resource: 'council.matters', title: '四议进程', permission: 'council.matters.way', load: () => import('./way-panel.tsx') },
    { resource: 'council.votes', title: '计票', permission: 'council.votes.meters', load: () => import('./meters-panel.tsx') },
    { resource: 'council.appraisals', title: '评分表', permission: 'council.appraisals.sheet', load: () => import('./sheet-panel.tsx') },
    { resource: 'council.publications', title: '打印公示单', permission: 'council.print', load: () => import('./print-panels.tsx') },
    { resource: 'council.meetings', title: '打印纪要', permission: 'council.print', load: () => import('./print-panels.tsx') },
    { resource: 'council.appraisals', title: '打印考评表', permission: 'council.print', load: () => import('./print-panels.tsx') },
  ],
})
