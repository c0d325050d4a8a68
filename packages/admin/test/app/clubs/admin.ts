import { defineAdmin } from '../../../src/index.ts'
import { clubs } from './index.ts'

export default defineAdmin(clubs, {
  pages: [{ path: 'clubs/board', title: '活动看板', permission: 'clubs.requests.read', load: () => import('./board.tsx') }],
  panels: [{ resource: 'clubs.people', title: '走访提示', load: () => import('./visit-panel.tsx') }],
})
