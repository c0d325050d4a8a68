import { defineAdmin } from '@linli/admin'
import { merchantAlliance } from '../plugin.ts'

export default defineAdmin(merchantAlliance, {
  panels: [
    {
      resource: 'merchants.merchants',
      title: '手机核销账号',
      permission: 'platform.posts.create',
      load: () => import('./till-accounts.tsx'),
    },
  ],
})
