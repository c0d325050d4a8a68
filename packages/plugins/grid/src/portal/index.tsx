import { definePortal } from '@linli/portal'

export default definePortal(
  { id: 'grid' },
  {
    pages: [
      { path: 'officer', title: '我的网格', permission: 'grid.my-area', load: () => import('./officer/officer-page.tsx') },
      { path: 'report', title: '随手反映', permission: 'grid.report-event', load: () => import('./resident/report-page.tsx') },
    ],
  },
)
