import { defineAdmin } from '@linli/admin'
import { grid } from '../plugin.ts'

export default defineAdmin(grid, {
  pages: [
    { path: 'grid/board', title: '事件调度板', permission: 'grid.events.verify', load: () => import('./board/board-page.tsx') },
    { path: 'grid/map', title: '网格地图', permission: 'grid.coverage', load: () => import('./map/map-page.tsx') },
    { path: 'grid/differences', title: '采集出入处理', permission: 'grid.submissions.merge', load: () => import('./differences-page.tsx') },
  ],
  panels: [
    { resource: 'grid.events', title: '重复与并案', permission: 'grid.events.nearby', load: () => import('./repeats-panel.tsx') },
    { resource: 'grid.events', title: '打印办理单', load: () => import('./event-slip.tsx') },
    { resource: 'grid.forms', title: '设计表单', permission: 'grid.form-ledgers', load: () => import('./designer/designer-panel.tsx') },
    {
      resource: 'grid.submissions',
      title: '对照原有信息',
      permission: 'grid.submissions.compare',
      load: () => import('./compare-panel.tsx'),
    },
  ],
  handovers: [
    { from: 'grid.events', to: 'council.proposals', by: ['sourceNo', 'no'], when: { source: 'grid' } },
    { from: 'grid.events', to: 'counter.inquiries', by: ['sourceId', 'id'], when: { channel: 'grid' } },
  ],
})
