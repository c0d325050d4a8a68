import { defineAdmin } from '@linli/admin'
import { counter } from '../plugin.ts'

const print = () => import('./print-panel.tsx')

export default defineAdmin(counter, {
  pages: [
    { path: 'counter/desk', title: '前台受理', permission: 'counter.receive', load: () => import('./front-desk-page.tsx') },
    { path: 'counter/queue', title: '叫号', permission: 'counter.queue', load: () => import('./queue-page.tsx') },
    { path: 'counter/hall', title: '大厅屏', permission: 'counter.queue', load: () => import('./hall-page.tsx') },
    { path: 'counter/clocks', title: '我的时限', permission: 'counter.my-clocks', load: () => import('./my-clocks-page.tsx') },
    { path: 'counter/wall', title: '超期督办墙', permission: 'counter.overdue-wall', load: () => import('./overdue-wall-page.tsx') },
  ],
  panels: [
    { resource: 'counter.items', title: '版本对照', permission: 'counter.items.compare', load: () => import('./compare-panel.tsx') },
    {
      resource: 'counter.applications',
      title: '核对材料',
      permission: 'counter.applications.bring',
      load: () => import('./materials-panel.tsx'),
    },
    {
      resource: 'counter.prechecks',
      title: '材料和照片',
      permission: 'counter.prechecks.answer',
      load: () => import('./precheck-panel.tsx'),
    },
    { resource: 'counter.applications', title: '打印', permission: 'counter.print', load: print },
    { resource: 'counter.supervisions', title: '打印', permission: 'counter.print', load: print },
    { resource: 'counter.inquiries', title: '打印', permission: 'counter.print', load: print },
    { resource: 'counter.notices', title: '打印', permission: 'counter.print', load: print },
    { resource: 'counter.breaches', title: '打印', permission: 'counter.print', load: print },
    { resource: 'counter.commitments', title: '打印', permission: 'counter.print', load: print },
    { resource: 'counter.certificate-requests', title: '打印', permission: 'counter.print', load: print },
    { resource: 'counter.items', title: '打印公示表', permission: 'counter.print', load: print },
  ],
  handovers: [{ from: 'counter.hotline-orders', to: 'council.proposals', by: ['sourceNo', 'no'], when: { source: 'counter' } }],
})
