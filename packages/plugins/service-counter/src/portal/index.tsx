import { definePortal } from '@linli/portal'

export default definePortal(
  { id: 'counter' },
  {
    pages: [
      { path: 'guide', title: '办事指南', permission: 'public', load: () => import('./guide-page.tsx') },
      { path: 'book', title: '预约办理', permission: 'public', load: () => import('./book-page.tsx') },
      { path: 'progress', title: '进度查询', permission: 'public', load: () => import('./progress-page.tsx') },
      { path: 'ratings', title: '评价公示', permission: 'public', load: () => import('./ratings-page.tsx') },
      { path: 'pad', title: '窗口评价器', permission: 'public', load: () => import('./pad-page.tsx') },
      { path: 'rate', title: '办事评价', permission: 'public', load: () => import('./rate-page.tsx') },
    ],
  },
)
