import { definePortal } from '@linli/portal'

export default definePortal(
  { id: 'council' },
  {
    pages: [
      { path: 'mine', title: '我要提议', permission: 'council.my-council', load: () => import('./mine-page.tsx') },
      { path: 'meeting', title: '参加会议', permission: 'council.my-meeting', load: () => import('./meeting-page.tsx') },
      { path: 'tasks', title: '我的任务', permission: 'council.my-tasks', load: () => import('./task-page.tsx') },
      { path: 'election', title: '选举投票', permission: 'council.my-elections', load: () => import('./election-page.tsx') },
      { path: 'board', title: '公示栏', permission: 'council.public-board', load: () => import('./board-page.tsx') },
    ],
  },
)
