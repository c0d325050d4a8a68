import { defineAdmin, phoneAccounts } from '@linli/admin'
import { merchantAlliance } from '../plugin.ts'

export default defineAdmin(merchantAlliance, {
  pages: [{ path: 'merchants/map', title: '商户分布图', permission: 'merchants.merchants.read', load: () => import('./map/map-page.tsx') }],
  panels: [phoneAccounts({ resource: 'merchants.merchants', role: 'merchant', nameField: 'contactName' })],
})
